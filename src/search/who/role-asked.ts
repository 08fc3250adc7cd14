import type { Index } from '../index/index-corpus.js';
import type { Understood } from '../question/question.js';
import { holderOfRole } from './who.js';

/** A role that fits somebody no better than this is looked up as `/who` does. */
const SURE = 0.85;
const SURENESS = 0.55;

/**
 * A question with the speaker whom it asks for by a role that no story has in these words, yet one person alone fits
 * ("Roe's campaign manager", where a story of Roe says "his campaign manager, Ana Berg").
 */
export function withHolder(index: Index, asked: Understood): Understood {
  const { subject, words } = asked;
  const [first] = subject?.words ?? [];
  const last = subject?.words.at(-1);
  if (!subject?.surely || !first || !last || subject.sureness >= SURE) return asked;
  const role = words.slice(words.indexOf(first), words.indexOf(last) + 1).map(({ typed }) => typed);
  const holder = role.length > 1 ? holderOfRole(index, role.join(' ')) : null;
  if (!holder) return asked;
  return { ...asked, subject: { ...subject, speakers: [holder], sureness: SURENESS, byRole: true } };
}
