import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { foldHere, type Folded, type Folder } from '@mufakat/broker';
import { mendDocument } from '@mufakat/collab';

/** A call of the folder, to be made on the thread. */
export type FoldWork = { id: number } & (
  { work: 'fold'; given: Parameters<Folder['fold']> } | { work: 'difference'; given: Parameters<Folder['difference']> }
);
export type FoldAnswer = { id: number; done?: Folded | Uint8Array; problem?: string };

type Waiting = { resolve(done: never): void; reject(problem: Error): void };

const program = fileURLToPath(new URL('./fold-worker.js', import.meta.url));

/** Folds and reads documents on a thread of its own. A thread that dies is replaced by the next work. */
@Injectable()
export class WorkerFolder implements Folder, OnApplicationShutdown {
  private readonly log = new Logger(WorkerFolder.name);
  private readonly waiting = new Map<number, Waiting>();
  /** Run from source there is no compiled thread, and folding happens here. */
  private readonly here = existsSync(program) ? null : foldHere(mendDocument);
  private worker: Worker | null = null;
  private count = 0;

  fold(base: Uint8Array, tail: readonly Uint8Array[]): Promise<Folded> {
    return this.here?.fold(base, tail) ?? this.ask((id) => ({ id, work: 'fold', given: [base, tail] }));
  }

  difference(base: Uint8Array, vector: Uint8Array): Promise<Uint8Array> {
    return this.here?.difference(base, vector) ?? this.ask((id) => ({ id, work: 'difference', given: [base, vector] }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private ask<Done>(workOf: (id: number) => FoldWork): Promise<Done> {
    const worker = (this.worker ??= this.start());
    const id = (this.count += 1);
    return new Promise<Done>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage(workOf(id));
    });
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

  private answer({ id, done, problem }: FoldAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (done) waiting?.resolve(done as never);
    else waiting?.reject(new Error(problem));
  }
}
