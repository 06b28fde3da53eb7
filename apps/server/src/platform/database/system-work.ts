import type { EntityManager } from 'typeorm';
import type { Draft } from '../journal/journal-writer.js';

/** The open transaction of work that no seat does, as services pass it to each other. */
export type Db = EntityManager;
/** Writes down what happened in that transaction. */
export type Recorder = (draft: Draft) => void;
