import type { ComponentType } from 'preact';
import { DataSection } from './data/DataSection';
import { DigestSection } from './digest/DigestSection';
import { HiddenSection } from './HiddenSection';
import { ImportSection } from './ImportSection';
import { ReadingSection } from './ReadingSection';
import { ShelfSection } from './shelf/ShelfSection';
import { SitesSection } from './sites/SitesSection';
import { WatchSection } from './watch/WatchSection';

export interface SectionEntry {
  /** Of its heading, and so of its address: `options.html#sites`. */
  id: string;
  name: string;
  Content: ComponentType;
}

/** The settings, in the order they stand: a new section is one more entry. */
export const sections: readonly SectionEntry[] = [
  { id: 'digest', name: 'Digest', Content: DigestSection },
  { id: 'watch', name: 'Watch words', Content: WatchSection },
  { id: 'reading', name: 'Reading', Content: ReadingSection },
  { id: 'sites', name: 'Sites', Content: SitesSection },
  { id: 'hidden', name: 'Hidden titles', Content: HiddenSection },
  { id: 'import', name: 'Import', Content: ImportSection },
  { id: 'shelf', name: 'Your shelf', Content: ShelfSection },
  { id: 'data', name: 'Data', Content: DataSection },
];
