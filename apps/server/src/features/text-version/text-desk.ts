import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { textWork, type TextWork } from './text-work.js';

type Work = keyof TextWork;
export type TextAsked = { id: number; work: Work; given: unknown };
export type TextAnswer = { id: number; done?: unknown; problem?: string };
type Waiting = { resolve(done: never): void; reject(problem: Error): void };

const program = fileURLToPath(new URL('./text-worker.js', import.meta.url));

/** Hands work with whole texts to a thread of its own. A thread that dies is replaced by the next work. */
@Injectable()
export class TextDesk implements OnApplicationShutdown {
  private readonly log = new Logger(TextDesk.name);
  private readonly waiting = new Map<number, Waiting>();
  /** Run from source there is no compiled thread, and the work is done here. */
  private readonly isHere = !existsSync(program);
  private worker: Worker | null = null;
  private count = 0;

  async ask<W extends Work>(work: W, given: Parameters<TextWork[W]>[0]): Promise<ReturnType<TextWork[W]>> {
    if (this.isHere) return textWork[work](given as never) as ReturnType<TextWork[W]>;
    const worker = (this.worker ??= this.start());
    const id = (this.count += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, work, given } satisfies TextAsked);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(program);
    worker.unref();
    worker.on('message', ({ id, done, problem }: TextAnswer) => {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (problem === undefined) waiting?.resolve(done as never);
      else waiting?.reject(new Error(problem));
    });
    worker.on('error', (problem) => this.log.error(`work with texts stopped: ${String(problem)}`));
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
      for (const { reject } of this.waiting.values()) reject(new Error('the thread for texts ended'));
      this.waiting.clear();
    });
    return worker;
  }
}
