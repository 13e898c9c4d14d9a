/** A file that should keep a world cannot be read or written. Its message says where, and what to do. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly file: string;
  /** Counted from 1; absent where it is about the whole file. */
  readonly line: number | undefined;

  constructor(file: string, line: number | undefined, problem: string, options?: ErrorOptions) {
    super(`${file}${line === undefined ? '' : `, line ${line}`}: ${problem}`, options);
    this.file = file;
    this.line = line;
  }
}
