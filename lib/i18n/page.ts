import { direction, language } from './locale';
import { type PlainKey, t } from './text';

/** Tells the page in which language it is written and which way that runs, and names it. Before it is rendered. */
export function speakAs(title: PlainKey): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  document.title = t(title);
}
