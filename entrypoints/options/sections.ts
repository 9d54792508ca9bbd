import type { ComponentType } from 'preact';
import type { PlainKey } from '@/lib/i18n/text';
import { DataSection } from './data/DataSection';
import { DiagnosticsSection } from './diagnostics/DiagnosticsSection';
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
  name: PlainKey;
  Content: ComponentType;
}

/** The settings, in the order they stand: a new section is one more entry. */
export const sections: readonly SectionEntry[] = [
  { id: 'digest', name: 'options.digest', Content: DigestSection },
  { id: 'watch', name: 'options.watch', Content: WatchSection },
  { id: 'reading', name: 'options.reading', Content: ReadingSection },
  { id: 'sites', name: 'options.sites', Content: SitesSection },
  { id: 'hidden', name: 'options.hidden', Content: HiddenSection },
  { id: 'import', name: 'options.import', Content: ImportSection },
  { id: 'shelf', name: 'options.shelf', Content: ShelfSection },
  { id: 'data', name: 'options.data', Content: DataSection },
  { id: 'diagnostics', name: 'options.diagnostics', Content: DiagnosticsSection },
];
