import { ArticleError, type OnRecordError } from '../errors.js';

/** What could not be taken in, and why. */
export interface Failure {
  /** The link or file, as it was given. */
  readonly name: string;
  /** A sentence: what is wrong, and what to do. */
  readonly reason: string;
}

/** Why something could not be taken in, for people who see its name above. */
export function reasonOf(error: OnRecordError, name: string): string {
  const { message } = error;
  // An article's errors go on from its name, and end in no full stop: they stand in lists of files.
  if (error instanceof ArticleError) return `It ${message}.`;
  const host = URL.canParse(name) ? new URL(name).host : null;
  return host ? message.replace(`"${host}"`, 'The site') : message;
}
