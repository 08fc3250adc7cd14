import type { Submission } from '../commands/command.js';
import type { Correction, StatementRef } from '../corpus/corrections.js';
import { newId } from '../corpus/store/names.js';
import { contentOf, isSameRef, refOf } from '../corpus/statement-ref.js';
import type { Speaker } from '../corpus/speakers.js';
import { RequestError } from '../errors.js';
import { correctionText } from '../replies/change.js';
import type { ComponentId, HitRef } from '../replies/component-ids.js';
import { COLOUR, notice, type ModalReply, type Reply } from '../replies/message.js';
import {
  correctingReply,
  hiddenReply,
  nameForm,
  reportForm,
  reportReply,
  type Correctable,
} from '../replies/wrong-speaker.js';
import { followersNote } from '../newsroom/followers.js';
import type { Hit } from '../search/answer.js';
import type { Index } from '../search/index/index-corpus.js';
import { plainLine } from '../text/plain-line.js';
import { hitOf } from './clicks.js';
import type { Cooldowns } from './cooldown.js';
import type { LogChannel } from './log-channel.js';
import type { ModeratorsContext } from './surroundings.js';

/** So many reports a person may make in so many seconds. */
const REPORTS = { questions: 3, seconds: 600 } as const;
const NO_CHANNEL =
  'The moderators here have named no channel for reports, so there is nobody to tell. A moderator can set it right with this button.';

/** What a moderator can set right of the passage that an answer shows. */
export function openCorrecting({ library }: ModeratorsContext, ref: HitRef): Reply {
  return correctingReply(correctable(library.index, ref, 0).statement);
}

/** Takes a step in setting a statement right. @param values what was chosen */
export async function correct(
  context: ModeratorsContext,
  id: Extract<ComponentId, { action: 'correct' }>,
  values: readonly string[],
): Promise<Reply | ModalReply> {
  const { index } = context.library;
  const { statement, ref } = correctable(index, id.hit, id.statement);
  switch (id.how) {
    case 'next':
      return correctingReply(statement);
    case 'other':
      return nameForm(id.hit, id.statement);
    case 'hide':
      await carryOut(context, 'hide', { kind: 'hide', statement: ref });
      return hiddenReply(statement.content, followersNote(context.scope));
    case 'speaker': {
      const speaker = index.corpus.speakerByKey.get(values[0] ?? '');
      if (!speaker) throw new RequestError('The stories as they are now don’t name that speaker any more.');
      return reattribute(context, id, ref, speaker.name);
    }
  }
}

/** Sets a statement right with a name that was filled in. */
export function correctWithName(
  context: ModeratorsContext,
  id: Extract<ComponentId, { action: 'correct' }>,
  { texts }: Submission,
): Promise<Reply> {
  const name = plainLine(texts['name'] ?? '');
  if (!/\p{L}/u.test(name)) throw new RequestError('Write the name of who said it.');
  return reattribute(context, id, correctable(context.library.index, id.hit, id.statement).ref, name);
}

/** Asks somebody who doesn't moderate what is wrong, where there is a channel to tell. */
export async function askForReport(
  channel: LogChannel,
  scope: string,
  ref: HitRef,
): Promise<Reply | ModalReply> {
  return (await channel.channelOf(scope)) === null ? notice(NO_CHANNEL) : reportForm(ref);
}

/** Brings a report to the moderators. */
export async function report(
  by: { readonly id: string; readonly name: string; readonly scope: string; readonly index: Index },
  ref: HitRef,
  { texts }: Submission,
  { channel, cooldowns }: { readonly channel: LogChannel; readonly cooldowns: Cooldowns },
): Promise<Reply> {
  const reason = (texts['reason'] ?? '').trim();
  const to = await channel.channelOf(by.scope);
  if (to === null) return notice(NO_CHANNEL);
  const hit = hitOf(by.index, ref);
  await cooldowns.use(`report ${by.id}`, REPORTS);
  const problem = await channel.post(by.scope, to, reportReply(hit, ref, by.name, reason));
  return problem === null
    ? notice('Thank you. The moderators are told.', COLOUR.corpus)
    : notice('The moderators’ channel can’t be told just now. Please tell them yourself.', COLOUR.failure);
}

async function reattribute(
  context: ModeratorsContext,
  { hit, statement }: Extract<ComponentId, { action: 'correct' }>,
  ref: StatementRef,
  speaker: string,
): Promise<Reply> {
  const correction = { kind: 'reattribute', statement: ref, speaker } as const;
  await carryOut(context, 'reattribute', correction);
  const note = followersNote(context.scope);
  const done = `${`**Set right**: ${correctionText(correction)}. ${note}`.trim()}\n-# corrected by moderators · /corpus undo takes it back`;
  const { index } = await context.newsroom.libraries.ready(context.scope);
  return correctingReply(correctable(index, hit, statement).statement, done);
}

/** A correction of what is corrected already takes its place. */
async function carryOut(
  { newsroom, scope, actor }: ModeratorsContext,
  action: string,
  after: Extract<Correction, { statement: unknown }>,
): Promise<void> {
  await newsroom.inTurn(scope, async () => {
    const { corrections } = await newsroom.store.scope(scope);
    const [known] =
      [...corrections].find(([, c]) => 'statement' in c && isSameRef(c.statement, after.statement)) ?? [];
    await newsroom.carryOut(scope, actor, action, [{ kind: 'correction', key: known ?? newId(), after }]);
  });
}

/** One of the statements of an answer's sentence, counted around; the sentence itself where the reading finds none. */
function correctable(
  index: Index,
  ref: HitRef,
  wanted: number,
): { readonly statement: Correctable; readonly ref: StatementRef } {
  const hit: Hit = hitOf(index, ref);
  const { passage, sentence, statements } = hit;
  const of = Math.max(statements.length, 1);
  const at = wanted % of;
  const found = statements[at];
  const shown = found ?? { passage, content: [sentence] };
  return {
    ref: refOf(shown),
    statement: {
      ref,
      at,
      of,
      passage,
      content: contentOf(shown),
      speaker: found ? index.corpus.speakerOf(found) : null,
      isCorrected: found?.corrected ?? false,
      speakers: speakersIn(index, passage.article.id),
    },
  };
}

/** Whom an article names, the most quoted first. */
function speakersIn({ corpus }: Index, article: string): Speaker[] {
  const reading = corpus.readings.find((r) => r.article.id === article);
  const found = new Set(reading?.parties.map((party) => corpus.speakerOfParty(party, reading.article)));
  return corpus.speakers.filter((speaker) => found.has(speaker));
}
