/** Milliseconds between two tries. */
const pause = 50;

/**
 * Runs `attempt` until it stops throwing, and returns what it returned. Rejects with its last error after `patience`
 * milliseconds, so that a failing expectation shows its own difference.
 */
export async function eventually<T>(attempt: () => T | Promise<T>, patience = 15_000): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
