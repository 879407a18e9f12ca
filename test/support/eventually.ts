/**
 * Tries until the condition holds, for what another process or a timer brings about.
 * @throws what the last try threw, after `milliseconds`
 */
export async function eventually(condition: () => unknown, milliseconds = 15_000): Promise<void> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      await condition();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
