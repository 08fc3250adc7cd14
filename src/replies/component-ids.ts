import { z } from 'zod';

/**
 * What a button does, written whole into its id: it works after a restart, for as long as its message stands. Ids are
 * at most 100 characters, so a passage is its key and the answering sentence's number, and a person's id is
 * 64 bits in base64.
 */
export type ComponentId =
  /** Shows hit `page` (from 0) of an answer. */
  | {
      readonly action: 'page';
      readonly owner: string;
      readonly page: number;
      readonly hits: readonly HitRef[];
    }
  /** Posts hit `page` of a private answer for everybody. */
  | {
      readonly action: 'share';
      readonly owner: string;
      readonly page: number;
      readonly hits: readonly HitRef[];
    }
  | { readonly action: 'context'; readonly passage: string }
  | { readonly action: 'who'; readonly owner: string | null; readonly speaker: string; readonly page: number }
  /** Posts a private message for everybody, as it stands. */
  | { readonly action: 'post'; readonly owner: string }
  | { readonly action: 'delete'; readonly owner: string }
  /** "Wrong speaker?": sets right what is shown, or reports it. A form for a report has the same id. */
  | { readonly action: 'wrong'; readonly hit: HitRef }
  /** Sets a statement of a passage right; a form for a name has the same id. */
  | {
      readonly action: 'correct';
      readonly how: CorrectingStep;
      readonly hit: HitRef;
      /** Which of the sentence's statements, from 0. */
      readonly statement: number;
    }
  | { readonly action: 'settings'; readonly field: SettingsField }
  | NewsroomId;

/** Chooses a speaker of the article, asks for another name, hides the statement, or turns to another statement. */
const CORRECTING = ['speaker', 'other', 'hide', 'next'] as const;
export type CorrectingStep = (typeof CORRECTING)[number];
/** What a setting is set to stands in the id where nothing is chosen; `private` alone, of earlier versions, turns it round. */
const SETTINGS_FIELDS = [
  'log',
  'roles',
  'channels',
  'private-on',
  'private-off',
  'private',
  'cooldown',
] as const;
export type SettingsField = (typeof SETTINGS_FIELDS)[number];

/** A moderator's button, select or modal: what it does, as a short word, and with what. Checked as the command is, at each press. */
export interface NewsroomId {
  readonly action: 'newsroom';
  /** `a-z` and `-`, 20 at most */
  readonly verb: string;
  /** Short strings of `A-Z a-z 0-9 _ - .`; with the verb they fit into 98 characters. */
  readonly arguments: readonly string[];
}

/** A passage's key, and which of its sentences answers (from 0); null where it is the passage as a whole. */
export interface HitRef {
  readonly passage: string;
  readonly sentence: number | null;
}

/** The last digit stands for the whole passage, and for a sentence so far back that no digit is left for it. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const WHOLE = DIGITS.length - 1;
const LETTER = {
  page: 'p',
  share: 's',
  context: 'c',
  who: 'w',
  post: 'o',
  delete: 'd',
  wrong: 'x',
  correct: 'k',
  settings: 't',
  newsroom: 'n',
} as const;

/** The id's text. */
export function encodeId(id: ComponentId): string {
  switch (id.action) {
    case 'page':
    case 'share':
      return [LETTER[id.action], encodeOwner(id.owner), id.page, id.hits.map(encodeHit).join('')].join(':');
    case 'context':
      return [LETTER.context, id.passage].join(':');
    case 'who':
      return [LETTER.who, id.owner ? encodeOwner(id.owner) : '', id.speaker, id.page].join(':');
    case 'post':
    case 'delete':
      return [LETTER[id.action], encodeOwner(id.owner)].join(':');
    case 'wrong':
      return [LETTER.wrong, encodeHit(id.hit)].join(':');
    case 'correct':
      return [LETTER.correct, id.how, encodeHit(id.hit), id.statement].join(':');
    case 'settings':
      return [LETTER.settings, id.field].join(':');
    case 'newsroom':
      return whole([LETTER.newsroom, id.verb, ...id.arguments].join(':'), id);
  }
}

/** Discord takes no longer ids, and what can't be read back would be a button that does nothing. */
function whole(text: string, id: NewsroomId): string {
  const read = decodeId(text);
  if (read?.action !== 'newsroom' || read.arguments.length !== id.arguments.length)
    throw new TypeError(`No component id can hold "${text}"`);
  return text;
}

const owner = z
  .string()
  .regex(/^[\w-]{11}$/u)
  .transform(decodeOwner);
const key = z.string().regex(/^[\w-]{8}$/u);
const page = z
  .string()
  .regex(/^\d{1,4}$/u)
  .transform(Number);
const hits = z
  .string()
  .regex(/^(?:[\w-]{9}){1,9}$/u)
  .transform((text) => (text.match(/.{9}/gu) ?? []).map(decodeHit));

const answerShape = z.tuple([owner, page, hits]).refine(([, at, list]) => at < list.length);
const hitShape = z
  .string()
  .regex(/^[\w-]{9}$/u)
  .transform(decodeHit);
const statementNumber = z
  .string()
  .regex(/^(?:0|[1-9]\d?)$/u)
  .transform(Number);
const correctShape = z.tuple([z.enum(CORRECTING), hitShape, statementNumber]);
const LONGEST_ID = 100;
const newsroomShape = z.tuple([z.string().regex(/^[a-z-]{1,20}$/u)]).rest(z.string().regex(/^[\w.-]*$/u));
const whoShape = z.tuple([z.union([owner, z.literal('').transform(() => null)]), key, page]);

/** What a text says, or null where it is no id of ours: an older version's, or somebody's invention. */
export function decodeId(text: string): ComponentId | null {
  const [letter, ...fields] = text.split(':');
  switch (letter) {
    case 'p':
    case 's': {
      const read = answerShape.safeParse(fields);
      if (!read.success) return null;
      const [by, at, list] = read.data;
      return { action: letter === 'p' ? 'page' : 'share', owner: by, page: at, hits: list };
    }
    case 'c': {
      const read = z.tuple([key]).safeParse(fields);
      return read.success ? { action: 'context', passage: read.data[0] } : null;
    }
    case 'w': {
      const read = whoShape.safeParse(fields);
      return read.success
        ? { action: 'who', owner: read.data[0], speaker: read.data[1], page: read.data[2] }
        : null;
    }
    case 'o':
    case 'd': {
      const read = z.tuple([owner]).safeParse(fields);
      return read.success ? { action: letter === 'o' ? 'post' : 'delete', owner: read.data[0] } : null;
    }
    case 'x': {
      const read = z.tuple([hitShape]).safeParse(fields);
      return read.success ? { action: 'wrong', hit: read.data[0] } : null;
    }
    case 'k': {
      const read = correctShape.safeParse(fields);
      if (!read.success) return null;
      const [how, hit, statement] = read.data;
      return { action: 'correct', how, hit, statement };
    }
    case 't': {
      const read = z.tuple([z.enum(SETTINGS_FIELDS)]).safeParse(fields);
      return read.success ? { action: 'settings', field: read.data[0] } : null;
    }
    case 'n': {
      const read = newsroomShape.safeParse(fields);
      if (!read.success || text.length > LONGEST_ID) return null;
      const [verb, ...rest] = read.data;
      return { action: 'newsroom', verb, arguments: rest };
    }
    default:
      return null;
  }
}

function encodeOwner(id: string): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(id));
  return bytes.toString('base64url');
}

function decodeOwner(text: string): string {
  return Buffer.from(text, 'base64url').readBigUInt64BE().toString();
}

function encodeHit({ passage, sentence }: HitRef): string {
  return passage + (DIGITS[Math.min(sentence ?? WHOLE, WHOLE)] ?? '');
}

function decodeHit(text: string): HitRef {
  const sentence = DIGITS.indexOf(text.slice(8));
  return { passage: text.slice(0, 8), sentence: sentence === WHOLE ? null : sentence };
}
