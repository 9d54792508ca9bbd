/** What went wrong, as the one who threw it says. */
export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
