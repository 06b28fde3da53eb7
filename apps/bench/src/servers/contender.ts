import type { DialectName } from '../load/dialect.ts';
import type { Watched } from '../load/process-cost.ts';
import type { Target } from '../load/web-socket.ts';
import type { ServerProcess } from './server-process.ts';

/** A broker that takes part. */
export interface Contender {
  name: string;
  /** Where its documents are kept, for the table. */
  keeps: string;
  dialect: DialectName;
  isRelay: boolean;
  /** What its author is told about an edit: nothing, that it is applied, or that it is stored. */
  tells: 'nothing' | 'applied' | 'saved';
  start(options?: StartOptions): Promise<Running>;
}

export interface StartOptions {
  nodeOptions?: string[];
  /** The state of an earlier run, to start again on what it kept. */
  again?: Running;
  /** One that runs, to start a second process on the same database. */
  beside?: Running;
}

/** A contender that runs. */
export interface Running {
  contender: Contender;
  process: ServerProcess;
  port: number;
  /** Processes that work for it, PostgreSQL for example. */
  auxiliary: Watched[];
  /** Fresh documents, each with so many places for clients. */
  places(documents: number, clientsEach: number): Promise<Target[][]>;
}

/** Fresh documents of a server that makes them when they are first asked for. */
export function freePlaces(port: number, contender: Contender): Running['places'] {
  return (documents, clientsEach) => {
    const made = Array.from({ length: documents }, () => {
      const document = `doc-${crypto.randomUUID()}`;
      const path = contender.dialect === 'hocuspocus' ? '/' : `/${document}`;
      return Array.from({ length: clientsEach }, (): Target => ({ port, path, document, headers: {} }));
    });
    return Promise.resolve(made);
  };
}
