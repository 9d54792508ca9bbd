/** Temml without its extensions for chemistry and physics, which weigh as much again as a page of ours. */
declare module 'temml/temml.js' {
  export { default } from 'temml';
}
