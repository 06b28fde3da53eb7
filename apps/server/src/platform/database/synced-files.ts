import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Tells the disk to keep a file. */
export type Sync = (descriptor: number, path: string) => void;

/** A file as the WebAssembly program has it open; a folder has no descriptor. */
type OpenFile = { nfd?: number; node: object };
type NodeFiles = { realPath(node: object): string; stream_ops: { fsync?(file: OpenFile): number } };
type Program = Awaited<ReturnType<NodeFS['init']>>['emscriptenOpts'];

/** How the program is told that the disk did not take it (WASI's EIO), upon which PostgreSQL stops at once. */
const diskFault = 29;

/**
 * The files of the embedded database. PGlite's own let pass unheard what PostgreSQL asks at every commit and checkpoint;
 * these tell it to the disk, so a power cut costs no more than it costs PostgreSQL.
 */
export class SyncedFiles extends NodeFS {
  constructor(
    folder: string,
    private readonly sync: Sync = fsyncSync,
  ) {
    super(folder);
  }

  override async init(db: PGlite, options: Program): Promise<{ emscriptenOpts: Program }> {
    const { emscriptenOpts } = await super.init(db, options);
    const before = (program: object) => this.hear((program as { NODEFS: NodeFiles }).NODEFS);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), before] } };
  }

  private hear(files: NodeFiles): void {
    files.stream_ops.fsync = ({ nfd, node }) => {
      const path = files.realPath(node);
      const descriptor = nfd ?? openSync(path, 'r');
      try {
        this.sync(descriptor, path);
        return 0;
      } catch {
        return diskFault;
      } finally {
        if (nfd === undefined) closeSync(descriptor);
      }
    };
  }
}
