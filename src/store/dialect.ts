import { AsyncLocalStorage } from 'node:async_hooks';
import type BetterSqlite3 from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { prepare } from './sqlite.ts';
import { asStoreError } from './store-error.ts';

/**
 * SQLite as this store wants it: a transaction begins with the write lock (a reader that turns writer half-way would
 * fail at once), statements stay prepared, and errors of the file as a whole arrive as StoreError.
 */
export function sqliteDialect(raw: BetterSqlite3.Database, path: string): Dialect {
  const database = new Statements(raw, path);
  return {
    createDriver: () => new ImmediateDriver(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class Statements implements SqliteDatabase {
  readonly #raw: BetterSqlite3.Database;
  readonly #path: string;
  /** By their text. The store's queries are a finite set: values are bound, and lists in them are short. */
  readonly #prepared = new Map<string, SqliteStatement>();
  /** A transaction was begun and neither committed nor rolled back by us. */
  #transactionOpen = false;
  /** The error on which SQLite rolled back by itself. */
  #lost: unknown;

  constructor(raw: BetterSqlite3.Database, path: string) {
    this.#raw = raw;
    this.#path = path;
  }

  begun(): void {
    this.#transactionOpen = true;
    this.#lost = undefined;
  }

  /** True when there is something to roll back: on some errors (a full disk) SQLite does it by itself. */
  ended(): boolean {
    this.#transactionOpen = false;
    return this.#raw.inTransaction;
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#guarded(this.#attempt(() => prepare(this.#raw, sql)));
    this.#prepared.set(sql, statement);
    return statement;
  }

  close(): void {
    this.#prepared.clear();
    this.#raw.close();
  }

  #guarded(statement: BetterSqlite3.Statement<unknown[]>): SqliteStatement {
    return {
      reader: statement.reader,
      all: (parameters) => this.#attempt(() => statement.all(...parameters)),
      run: (parameters) => this.#attempt(() => statement.run(...parameters)),
      iterate: (parameters) => this.#attempt(() => statement.iterate(...parameters)),
    };
  }

  #attempt<T>(work: () => T): T {
    // Work that swallowed a full disk must not go on, statement by statement, outside of any transaction.
    if (this.#lost !== undefined && this.#transactionOpen) throw this.#lost;
    try {
      return work();
    } catch (error) {
      const translated = asStoreError(error, this.#path);
      if (this.#transactionOpen && !this.#raw.inTransaction) this.#lost = translated;
      throw translated;
    }
  }
}

/** The transaction that the running code is within, and on which database. */
const within = new AsyncLocalStorage<{ driver?: Driver | undefined }>();

/** `begin` starts a transaction; what it calls is then known to be within it. */
export function transacting<T>(begin: () => Promise<T>): Promise<T> {
  return within.run({ driver: within.getStore()?.driver }, begin);
}

class ImmediateDriver extends SqliteDriver implements Driver {
  readonly #database: Statements;

  constructor(database: Statements) {
    super({ database });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    // There is one connection, and the transaction has it: waiting for it from within would last for ever.
    if (within.getStore()?.driver === this) throw new Error('within a transaction, use the store that it gives');
    return super.acquireConnection();
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    this.#mark(this);
    this.#database.begun();
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#mark(undefined);
    this.#database.ended();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#mark(undefined);
    if (this.#database.ended()) await super.rollbackTransaction(connection);
  }

  #mark(driver: Driver | undefined): void {
    const scope = within.getStore();
    if (scope !== undefined) scope.driver = driver;
  }
}
