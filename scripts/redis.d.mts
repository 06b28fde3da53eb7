/** A Redis of its own, and how to end it: without a word, as a power button would. */
export type ThrowAwayRedis = { url: string; port: number; kill(): Promise<void>; stop(): void };
export function startRedis(wanted?: number): Promise<ThrowAwayRedis | undefined>;
