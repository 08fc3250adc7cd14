import { SAYING } from '../question/saying.js';
import { termsOf } from '../index/terms.js';
import type { Vocabulary } from '../index/vocabulary.js';

/** Words for several people at once. */
const MANY =
  /\b(?:they|people|everyone|everybody|others|both|sides|critics|opponents|supporters|experts|analysts|residents|locals|neighbou?rs|witnesses|voters|politicians|officials|different|various|all|reactions?|opinions|views|responses|disagree|divided)\b/iu;
const SPOKEN =
  /\b(?:say|says|said|saying|think|thinks|feel|react\w*|respond\w*|argue|claim|tell|want|views?|opinions?|disagree|divided)\b/iu;
/** … before what they say. The first group holds those that are nobody's name or role. */
const WHO_SPEAK =
  /(?<=\b(?:did|does|do|has|have|are|is|were|would) )(?:(people|everyone|everybody|others|other people|different people|(?:the )?(?:both|all|two|different|other) sides|the public)|(?:the )?(critics|opponents|supporters|experts|analysts|residents|locals|neighbou?rs|witnesses|voters|politicians|officials))(?= (?:\p{L}+ly )?(\p{L}+))/iu;

/** Whether a question asks for several people's words ("what do critics say", "both sides", "reactions to"). */
export function asksManyVoices(text: string): boolean {
  return MANY.test(text) && SPOKEN.test(text);
}

/**
 * The question with "they" for "people", "both sides" and the like, where they are the ones who speak: so that nobody
 * of that name is looked for. "Critics", "residents" stay where the stories have some.
 */
export function withoutAnybody(text: string, vocabulary: Vocabulary): string {
  return text.replace(WHO_SPEAK, (words, _anybody, group: string | undefined, verb: string) => {
    const isKnown =
      group !== undefined && termsOf(group).some((t) => vocabulary.passagesWith(vocabulary.idOf(t.term)) > 0);
    return !isKnown && termsOf(verb).some((t) => SAYING.has(t.term)) ? 'they' : words;
  });
}
