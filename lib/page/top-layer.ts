import { closest } from './placed';

/**
 * The element that a card for text at `node` has to be put into. Outside an open modal dialog everything is inert, and outside
 * what fills the screen nothing is seen, not even what is in the top layer: it is the text's own, or the latest.
 */
export function layerAround(node: Node | undefined): Element {
  return (
    (node && closest(node, isLayer)) ??
    [...document.querySelectorAll(layers)].filter(isLayer).at(-1) ??
    document.documentElement
  );
}

/** Calls back when a dialog opens or closes, or something comes to fill the screen or no longer does. */
export function onLayers(callback: () => void, signal: AbortSignal): void {
  const options = { capture: true, signal };
  addEventListener('fullscreenchange', callback, options);
  // A dialog says so to itself alone.
  addEventListener('toggle', ({ target }) => target instanceof HTMLDialogElement && callback(), options);
}

const layers = 'dialog:modal, :fullscreen';
/** Shows nothing of what is put into it. */
const replaced = 'video, iframe, img, canvas, embed, object';

function isLayer(element: Element): boolean {
  return element.matches(layers) && !element.matches(replaced);
}
