/** What a test needs of a browser's IndexedDB: databases in memory, whose transactions run one after the other. */
export class MemoryIndexedDb {
  private readonly kept = new Map<string, Database>();

  open(name: string): Request {
    const request: Request = {};
    setTimeout(() => {
      const isNew = !this.kept.has(name);
      const database = this.kept.get(name) ?? new Database();
      this.kept.set(name, database);
      if (isNew) request.onupgradeneeded?.({ target: { result: database } });
      request.onsuccess?.({ target: { result: database } });
    });
    return request;
  }

  deleteDatabase(name: string): Request {
    this.kept.delete(name);
    return {};
  }

  databases(): Promise<{ name: string }[]> {
    return Promise.resolve([...this.kept.keys()].map((name) => ({ name })));
  }
}

type Told = (event: { target: { result: unknown } }) => void;
type Request = { onupgradeneeded?: Told; onsuccess?: Told; onerror?: Told };
type Key = number | string;

class Database {
  readonly stores = new Map<string, { rows: Map<Key, unknown>; next: number }>();
  private readonly waiting: Transaction[] = [];
  private isRunning = false;

  createObjectStore(name: string): void {
    this.stores.set(name, { rows: new Map(), next: 1 });
  }

  transaction(): Transaction {
    const transaction = new Transaction(this);
    this.waiting.push(transaction);
    this.run();
    return transaction;
  }

  close(): void {}

  private run(): void {
    const [first] = this.waiting;
    if (!first || this.isRunning) return;
    this.isRunning = true;
    const step = () => {
      if (first.step()) return setTimeout(step);
      this.waiting.shift();
      this.isRunning = false;
      return this.run();
    };
    setTimeout(step);
  }
}

/** Commits by itself when everything it was asked is answered and nothing more is asked in the answer. */
class Transaction {
  oncomplete?: () => void;
  private readonly asked: (() => void)[] = [];
  private isOver = false;

  constructor(private readonly database: Database) {}

  objectStore(name: string): Store {
    const store = this.database.stores.get(name);
    if (!store) throw new Error(`there is no store ${name}`);
    return new Store(this, store.rows, () => store.next++);
  }

  ask(work: () => unknown): Request {
    if (this.isOver) throw new Error('the transaction has ended');
    const request: Request = {};
    this.asked.push(() => {
      const result = work();
      request.onsuccess?.({ target: { result } });
    });
    return request;
  }

  /** Answers the next question; false when it is over. */
  step(): boolean {
    const next = this.asked.shift();
    next?.();
    if (next) return true;
    this.isOver = true;
    this.oncomplete?.();
    return false;
  }
}

class Store {
  constructor(
    readonly transaction: Transaction,
    private readonly rows: Map<Key, unknown>,
    private readonly nextKey: () => number,
  ) {}

  add = (value: unknown) => this.write(this.nextKey(), value);
  put = (value: unknown, key: Key) => this.write(key, value);
  get = (key: Key) => this.transaction.ask(() => this.rows.get(key));
  delete = (key: Key) => this.transaction.ask(() => void this.rows.delete(key));
  count = () => this.transaction.ask(() => this.rows.size);
  getAll = () => this.transaction.ask(() => [...this.rows.values()]);
  getAllKeys = () => this.transaction.ask(() => [...this.rows.keys()]);

  private write(key: Key, value: unknown): Request {
    return this.transaction.ask(() => {
      this.rows.set(key, value);
      return key;
    });
  }
}
