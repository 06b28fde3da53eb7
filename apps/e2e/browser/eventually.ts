/** Looks again until the claim holds; fails with what was seen last. For what a locator cannot wait for. */
export async function eventually(claim: () => Promise<void> | void, within = 15_000): Promise<void> {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await claim();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}
