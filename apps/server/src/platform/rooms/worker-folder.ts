import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { foldHere, type Folded, type Folder } from '@mufakat/broker';
import { mendDocument } from '@mufakat/collab';

export type FoldWork = { id: number; base: Uint8Array; tail: readonly Uint8Array[] };
export type FoldAnswer = { id: number; folded?: Folded; problem?: string };

type Waiting = { resolve(folded: Folded): void; reject(problem: Error): void };

const program = fileURLToPath(new URL('./fold-worker.js', import.meta.url));

/** Folds documents on a thread of its own. A thread that dies is replaced by the next fold. */
@Injectable()
export class WorkerFolder implements Folder, OnApplicationShutdown {
  private readonly log = new Logger(WorkerFolder.name);
  private readonly waiting = new Map<number, Waiting>();
  /** Run from source there is no compiled thread, and folding happens here. */
  private readonly here = existsSync(program) ? null : foldHere(mendDocument);
  private worker: Worker | null = null;
  private count = 0;

  fold(base: Uint8Array, tail: readonly Uint8Array[]): Promise<Folded> {
    if (this.here) return this.here.fold(base, tail);
    const worker = (this.worker ??= this.start());
    const id = (this.count += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, base, tail } satisfies FoldWork);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(program);
    worker.unref();
    worker.on('message', (answer: FoldAnswer) => this.answer(answer));
    worker.on('error', (problem) => this.log.error(`folding stopped: ${String(problem)}`));
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
      for (const { reject } of this.waiting.values()) reject(new Error('the folding thread ended'));
      this.waiting.clear();
    });
    return worker;
  }

  private answer({ id, folded, problem }: FoldAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (folded) waiting?.resolve(folded);
    else waiting?.reject(new Error(problem));
  }
}
