/** Mozilla's checks of extensions; the package has no types of its own. */
declare module 'addons-linter' {
  interface Linter {
    createInstance(options: { config: object; runAsBinary: boolean }): { run(): Promise<object> };
  }
  const linter: Linter;
  export default linter;
}
