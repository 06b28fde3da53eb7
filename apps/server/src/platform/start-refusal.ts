/** A reason not to start that a person can act on: shown as one sentence, never as a stack trace. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

/** The one sentence for a failed start, or undefined when it is a bug that deserves its stack trace. */
export function startRefusalOf(error: unknown): string | undefined {
  if (error instanceof StartRefusal) return error.message;
  const { code, port, address, path } = (error ?? {}) as Partial<NodeJS.ErrnoException & Where>;
  if (code === 'EADDRINUSE') return `Port ${port} is already taken; stop the other program or set PORT to a free port.`;
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}; check HOST.`;
  if (code === 'EACCES' && port) return `Port ${port} is not allowed for this user; choose a PORT above 1023.`;
  if (path && code && /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC)$/.test(code))
    return `${path} cannot be written (${code}); choose a folder that belongs to this user.`;
  return undefined;
}

/** What the system tells of an address beside the code. */
type Where = { port: number; address: string };

/** Runs a program to its end or to its first refusal, which is printed as one sentence before exit 1. */
export async function runOrExplain(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    const sentence = startRefusalOf(error);
    console.error(sentence ?? error);
    process.exit(1);
  }
}
