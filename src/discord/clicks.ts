import { ComponentType, MessageFlags, type ButtonInteraction } from 'discord.js';
import { RequestError } from '../errors.js';
import { answerReply, askedLine, type Paged } from '../replies/answer.js';
import { decodeId, type ComponentId, type HitRef } from '../replies/component-ids.js';
import { contextReply } from '../replies/context.js';
import { inline } from '../replies/escape.js';
import type { Reply } from '../replies/message.js';
import { speakerReply } from '../replies/speaker.js';
import type { Hit } from '../search/answer.js';
import { othersWith } from '../search/rank/duplicates.js';
import { hitAt } from '../search/rank/hit.js';
import type { Index } from '../search/index/index-corpus.js';
import { sentences } from '../text/sentences.js';
import type { Person } from './person.js';
import { post } from './post.js';
import { remember } from './remember.js';
import { acknowledged, changedMessage, newMessage } from './respond.js';

type Click<A extends ComponentId['action']> = Extract<ComponentId, { action: A }>;

/**
 * Does what a button says, with the stories as they are now.
 * @param onShown told of the passage of an answer that the person is shown
 * @throws RequestError where that can't be done any more
 */
export async function click(
  interaction: ButtonInteraction,
  person: Person,
  index: Index,
  onShown: (hit: Hit) => void,
): Promise<void> {
  const id = decodeId(interaction.customId);
  switch (id?.action) {
    case 'page':
      return leaf(interaction, id.owner, person, (owner, isPrivate) => {
        const { hit, page } = findHit(index, id);
        onShown(hit);
        const asked = { owner, line: askedLineOf(interaction) };
        return answerReply(hit, { asked, hits: id.hits, page, private: isPrivate });
      });
    case 'who':
      return leaf(interaction, id.owner, person, (owner, isPrivate) => whoPage(index, id, owner, isPrivate));
    case 'context':
      return context(interaction, index, id);
    case 'share':
      return share(interaction, person, index, id);
    case 'post':
      return post(interaction, person, id);
    case 'delete':
      return remove(interaction, id, person);
    case 'wrong':
    case 'correct':
    case 'settings':
    case 'newsroom':
    case undefined:
      throw new RequestError('This button is from another version of On Record. Ask again, please.');
  }
}

/** Turns the page in the owner's message; anybody else, and a message without owner, gets a private one of their own. */
async function leaf(
  interaction: ButtonInteraction,
  owner: string | null,
  person: Person,
  render: (owner: string, isPrivate: boolean) => Reply,
): Promise<void> {
  if (owner === person.id) await interaction.update(changedMessage(render(owner, isEphemeral(interaction))));
  else await interaction.reply(newMessage(render(person.id, true)));
}

function whoPage(
  index: Index,
  { speaker: key, page }: Click<'who'>,
  owner: string,
  isPrivate: boolean,
): Reply {
  const speaker = index.corpus.speakerByKey.get(key);
  if (!speaker) throw new RequestError('The stories as they are now don’t name that speaker any more.');
  return speakerReply(speaker, { owner, page, private: isPrivate });
}

async function context(
  interaction: ButtonInteraction,
  index: Index,
  { passage: key }: Click<'context'>,
): Promise<void> {
  const passage = index.corpus.passageByKey.get(key);
  if (!passage) throw new RequestError(GONE);
  await interaction.reply(newMessage(contextReply(index.corpus, passage)));
}

/**
 * Posts the passage for all. The private message loses its button for that only when the passage stands there: what
 * fails can be tried again. A second click on what is shared, or being shared, does nothing.
 */
async function share(
  interaction: ButtonInteraction,
  person: Person,
  index: Index,
  id: Click<'share'>,
): Promise<void> {
  await acknowledged(interaction.deferUpdate());
  const { hit, page } = findHit(index, id);
  const once = `${interaction.message.id}:${page}`;
  if (!remember(shared, once)) return;
  const asked = { owner: person.id, line: askedLineOf(interaction) };
  const view: Paged = { asked, hits: id.hits, page, private: true };
  const posted = { ...view, private: false, asked: { ...asked, line: sharedLine(asked.line, person) } };
  try {
    await interaction.followUp(newMessage(answerReply(hit, posted)));
  } catch (error) {
    shared.delete(once);
    throw error;
  }
  await interaction.editReply(changedMessage(answerReply(hit, { ...view, shared: true })));
}

/** What has been shared: message and page. */
const shared = new Set<string>();

/** The line over what is shared names who shares it, where that isn't who asked. */
function sharedLine(line: string, { name }: Person): string {
  return line.startsWith(askedLine(name, '').trimEnd()) ? line : `-# shared by ${inline(name, 60)}\n${line}`;
}

async function remove(
  interaction: ButtonInteraction,
  { owner }: Click<'delete'>,
  person: Person,
): Promise<void> {
  if (person.id !== owner && !person.managesMessages && !person.isModerator) {
    throw new RequestError('Only who asked, or a moderator, can delete this.');
  }
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

const GONE =
  'That passage no longer stands in the stories as they are now: its article was changed or taken out. Ask again, please.';

/** The hit that an id names. @throws RequestError where its passage stands no more */
export function hitOf(index: Index, ref: HitRef): Hit {
  return findHit(index, { hits: [ref], page: 0 }).hit;
}

/** The hit that is asked for, or the next that still stands; and which it is. */
function findHit(
  index: Index,
  { hits, page: wanted }: { hits: readonly HitRef[]; page: number },
): { hit: Hit; page: number } {
  for (const [page, ref] of hits.entries()) {
    const passage = page < wanted ? undefined : index.corpus.passageByKey.get(ref.passage);
    if (!passage) continue;
    const sentence =
      sentences(passage.article.text, passage.start, passage.end)[ref.sentence ?? -1] ?? passage;
    const alsoIn = othersWith(index, index.corpus.passages.indexOf(passage));
    return { hit: hitAt(index.corpus, passage, sentence, { alsoIn }), page };
  }
  throw new RequestError(GONE);
}

function isEphemeral(interaction: ButtonInteraction): boolean {
  return interaction.message.flags.has(MessageFlags.Ephemeral);
}

/** The question stands in the message alone, nowhere else: it is taken over from there as it is, escaped already. */
function askedLineOf(interaction: ButtonInteraction): string {
  const [container] = interaction.message.components;
  const first = container?.type === ComponentType.Container ? container.components[0] : null;
  return first?.type === ComponentType.TextDisplay && first.content.startsWith('-# ') ? first.content : '';
}
