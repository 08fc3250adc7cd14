/**
 * The family of errors that On Record throws on purpose. What a person may read is `message`; what only the log
 * gets is `cause` and the fields. Anything else that is thrown is a bug, and people see a reference instead.
 * @module
 */

/** A problem whose message is written for the person who meets it: it says what is wrong and what to do. */
export class OnRecordError extends Error {
  override readonly name: string = 'OnRecordError';
  /** What only the operator is told besides the message: a path, an address. */
  readonly detail: string | null;

  constructor(message: string, options: ErrorOptions & { detail?: string } = {}) {
    super(message, options);
    this.detail = options.detail ?? null;
  }
}

/** A setting from the environment has a value that can't be used. One line a setting in the message. */
export class SettingsError extends OnRecordError {
  override readonly name = 'SettingsError';
}

/** A file can't be read as an article: `file` is its path below the corpus folder. */
export class ArticleError extends OnRecordError {
  override readonly name = 'ArticleError';
  readonly file: string;
  constructor(file: string, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.file = file;
  }
}

/** The corpus as a whole can't be read (no such folder, no right to read it). */
export class CorpusError extends OnRecordError {
  override readonly name = 'CorpusError';
}

/** What moderators do can't be written down, or what is written can't be read: a full disk, a folder in use. */
export class StoreError extends OnRecordError {
  override readonly name = 'StoreError';
}

/** An address can't be fetched: it isn't public, isn't there, too large, or forbids it. */
export class FetchError extends OnRecordError {
  override readonly name = 'FetchError';
}

/** Discord can't be reached at the start. */
export class ConnectionError extends OnRecordError {
  override readonly name = 'ConnectionError';
}

/** What a person asked for can't be done as asked: an unknown speaker, a story that isn't there, words missing. */
export class RequestError extends OnRecordError {
  override readonly name = 'RequestError';
}

/** An error as the operator reads it, in a terminal. */
export function forOperator({ message, detail }: OnRecordError): string {
  return detail === null ? message : `${message} (${detail})`;
}
