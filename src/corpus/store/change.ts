import type { Correction } from '../corrections.js';

/** Whose stories: the operator's, which all see, or a server's own, by the server's id. */
export type Scope = string;
export const OPERATOR: Scope = 'operator';

/** Who did something: a person, or the schedule on behalf of a feed. */
export interface Actor {
  /** A Discord id, or `schedule`, or `terminal`. */
  readonly id: string;
  readonly name: string;
}

/** A feed whose items become articles. */
export interface Feed {
  readonly url: string;
  /** Where it lay after redirects when it was added. */
  readonly foundAt?: string | undefined;
  readonly title: string;
  readonly addedBy: string;
}

/** What a server's moderators have set; what is null goes by the operator's settings. */
export interface ServerSettings {
  /** The channel that is told of changes and reports. */
  readonly logChannel: string | null;
  /** Roles that moderate besides Manage Server. */
  readonly moderatorRoles: readonly string[];
  /** Whether answers are seen by their askers alone unless they say otherwise. */
  readonly privateAnswers: boolean;
  readonly cooldownQuestions: number | null;
  readonly cooldownSeconds: number | null;
  /** The channels that the bot answers in; none means all. */
  readonly channels: readonly string[];
}

/** What goes by the operator's settings throughout. */
export const NOTHING_SET: ServerSettings = {
  logChannel: null,
  moderatorRoles: [],
  privateAnswers: false,
  cooldownQuestions: null,
  cooldownSeconds: null,
  channels: [],
};

/** Something that a change makes, alters or removes: what it was, and what it is afterwards; null is "not there". */
export type Edit =
  /** `key` is the file's path below the scope's folder of articles; the values are digests of whole files (see `contentOf`). */
  | {
      readonly kind: 'article';
      readonly key: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  /** `key` is the correction's id. */
  | {
      readonly kind: 'correction';
      readonly key: string;
      readonly before: Correction | null;
      readonly after: Correction | null;
    }
  /** `key` is the feed's address. */
  | { readonly kind: 'feed'; readonly key: string; readonly before: Feed | null; readonly after: Feed | null }
  | {
      readonly kind: 'settings';
      readonly key: 'settings';
      readonly before: ServerSettings | null;
      readonly after: ServerSettings | null;
    };

/** What is to be done: an edit that says only what shall be afterwards. For articles `after` is the file's whole text. */
export type Wanted =
  | { readonly kind: 'article'; readonly key: string; readonly after: string | null }
  | { readonly kind: 'correction'; readonly key: string; readonly after: Correction | null }
  | { readonly kind: 'feed'; readonly key: string; readonly after: Feed | null }
  | { readonly kind: 'settings'; readonly key: 'settings'; readonly after: ServerSettings | null };

/** One thing done, whole or not at all: a line of the history. */
export interface Change {
  /** Short, unique in its scope, good for a component id: 8 URL-safe characters. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: Actor;
  /** What it is called, as history shows it: "add", "replace", "remove", "feed add", "feed items", "reattribute", "undo" … */
  readonly action: string;
  /** The change that this one takes back. */
  readonly undoes: string | null;
  readonly edits: readonly Edit[];
}
