/** Lets the page paint and handle its events. */
export const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
