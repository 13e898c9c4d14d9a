import type { ErrorCode, ErrorDetail } from './en.ts';

/**
 * An expected failure: the member is told what to do, in the words that the language has for `code`.
 * Whoever throws it names what happened; nobody but the messages words it.
 */
export class UserError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly detail: ErrorDetail<C>;

  constructor(code: C, ...detail: ErrorDetail<C>) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.detail = detail;
  }
}
