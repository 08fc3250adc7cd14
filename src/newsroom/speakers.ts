import type { Actor, Change, Scope } from '../corpus/store/change.js';
import { newId } from '../corpus/store/names.js';
import type { SpeakerRef } from '../corpus/corrections.js';
import type { Speaker } from '../corpus/speakers.js';
import { RequestError } from '../errors.js';
import type { Library } from '../search/library.js';
import { onlyStoryNamed, speakerNamed } from '../search/who/named.js';
import { fold } from '../text/fold.js';
import { plainLine } from '../text/plain-line.js';
import type { Newsroom } from './newsroom.js';
import { propose, type SpeakerCorrection } from './pending.js';
import type { NewsroomView } from './view.js';

const LONGEST_NAME = 100;

/** Shows what it means that two are one. @throws RequestError */
export async function offerMerge(
  newsroom: Newsroom,
  scope: Scope,
  library: Library,
  names: { readonly speaker: string; readonly into: string },
): Promise<NewsroomView> {
  const [speaker, into] = [
    speakerNamed(library.index, names.speaker),
    speakerNamed(library.index, names.into),
  ];
  if (speaker === into) throw new RequestError(`That is one speaker already: ${speaker.name}.`);
  return offer(newsroom, scope, speaker, speaker.statements.length, {
    kind: 'merge',
    speaker: refOf(speaker),
    into: refOf(into),
  });
}

/** Shows what it means that somebody is called otherwise. @throws RequestError */
export async function offerRename(
  newsroom: Newsroom,
  scope: Scope,
  library: Library,
  names: { readonly speaker: string; readonly name: string },
): Promise<NewsroomView> {
  const speaker = speakerNamed(library.index, names.speaker);
  const name = nameFrom(names.name);
  if (name === speaker.name) throw new RequestError(`${name} is called so already.`);
  mustBeFree(library, name, speaker);
  return offer(newsroom, scope, speaker, speaker.statements.length, {
    kind: 'rename',
    speaker: refOf(speaker),
    name,
  });
}

/** Shows what it means that somebody is another in some stories. @throws RequestError */
export async function offerSplit(
  newsroom: Newsroom,
  scope: Scope,
  library: Library,
  names: { readonly speaker: string; readonly stories: readonly string[]; readonly name: string },
): Promise<NewsroomView> {
  const speaker = speakerNamed(library.index, names.speaker);
  const stories = [...new Set(names.stories.map((value) => onlyStoryNamed(library.index, value)))];
  const strange = stories.find((story) => !speaker.articles.includes(story));
  if (strange) throw new RequestError(`“${strange.title}” doesn’t name ${speaker.name}.`);
  if (speaker.articles.every((a) => stories.includes(a)))
    throw new RequestError(
      `These are all the stories that name ${speaker.name}: there would be nobody left. Use /corpus speaker rename.`,
    );
  const name = nameFrom(names.name);
  mustBeFree(library, name, null);
  const moved = speaker.statements.filter((s) => stories.includes(s.passage.article)).length;
  return offer(newsroom, scope, speaker, moved, {
    kind: 'split',
    speaker: refOf(speaker),
    articles: stories.map((s) => s.id),
    name,
  });
}

/**
 * Sets a correction down. Whoever calls it has the scope's turn.
 * @throws RequestError where the stories have changed so that it fits nobody, StoreError
 */
export function correct(
  newsroom: Newsroom,
  scope: Scope,
  library: Library,
  correction: SpeakerCorrection,
  by: Actor,
): Promise<Change> {
  const known = (ref: SpeakerRef) => {
    const speaker = library.index.corpus.speakerByKey.get(ref.key);
    if (!speaker)
      throw new RequestError(
        `The stories as they are now don’t name ${ref.name} any more: nothing was changed.`,
      );
    return speaker;
  };
  const speaker = known(correction.speaker);
  if (correction.kind === 'merge' && known(correction.into) === speaker)
    throw new RequestError(`That is one speaker already: ${speaker.name}.`);
  if (correction.kind !== 'merge')
    mustBeFree(library, correction.name, correction.kind === 'rename' ? speaker : null);
  return newsroom.carryOut(scope, by, correction.kind, [
    { kind: 'correction', key: newId(), after: correction },
  ]);
}

async function offer(
  newsroom: Newsroom,
  scope: Scope,
  speaker: Speaker,
  statements: number,
  correction: SpeakerCorrection,
): Promise<NewsroomView> {
  return {
    kind: 'correction',
    pending: await propose(newsroom, scope, { kind: 'correct', correction }),
    correction,
    statements,
    stories: correction.kind === 'split' ? correction.articles.length : speaker.articles.length,
  };
}

/** Two who are called the same can't be told apart, by nobody who asks. @throws RequestError */
function mustBeFree({ index }: Library, name: string, except: Speaker | null): void {
  const wanted = fold(name);
  const other = index.corpus.speakers.find((s) => s !== except && fold(s.name) === wanted);
  if (other)
    throw new RequestError(
      `The stories name a ${other.name} already. Where the two are one, use /corpus speaker merge; otherwise give a name that tells them apart, such as “${name} (engineer)”.`,
    );
}

function nameFrom(value: string): string {
  const name = plainLine(value);
  if (!/\p{L}/u.test(name) || name.length > LONGEST_NAME)
    throw new RequestError(`Give a name with letters in it, of at most ${LONGEST_NAME} characters.`);
  return name;
}

function refOf({ key, name }: Speaker): { key: string; name: string } {
  return { key, name };
}
