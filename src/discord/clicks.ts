import { ComponentType, MessageFlags, type ButtonInteraction } from 'discord.js';
import { RequestError } from '../errors.js';
import { answerReply, type Paged } from '../replies/answer.js';
import { decodeId, type ComponentId, type HitRef } from '../replies/component-ids.js';
import { contextReply } from '../replies/context.js';
import type { Reply } from '../replies/message.js';
import { speakerReply } from '../replies/speaker.js';
import type { Hit } from '../search/answer.js';
import { hitAt } from '../search/hit.js';
import type { Index } from '../search/index-corpus.js';
import { sentences } from '../text/sentences.js';
import type { Person } from './person.js';
import { changedMessage, newMessage } from './respond.js';

type Click<A extends ComponentId['action']> = Extract<ComponentId, { action: A }>;

/** Does what a button says, with the stories as they are now. @throws RequestError where that can't be done any more */
export async function click(interaction: ButtonInteraction, person: Person, index: Index): Promise<void> {
  const id = decodeId(interaction.customId);
  switch (id?.action) {
    case 'page':
      return leaf(interaction, id.owner, person, (owner, isPrivate) =>
        answerReply(findHit(index, id), {
          asked: { owner, line: askedLineOf(interaction) },
          hits: id.hits,
          page: id.page,
          private: isPrivate,
        }),
      );
    case 'who':
      return leaf(interaction, id.owner, person, (owner, isPrivate) => whoPage(index, id, owner, isPrivate));
    case 'context':
      return context(interaction, index, id);
    case 'share':
      return share(interaction, index, id);
    case 'delete':
      return remove(interaction, id, person);
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

/** Posts the passage for all; the private message stays, without its button for sharing. */
async function share(interaction: ButtonInteraction, index: Index, id: Click<'share'>): Promise<void> {
  const hit = findHit(index, id);
  const view: Paged = {
    asked: { owner: id.owner, line: askedLineOf(interaction) },
    hits: id.hits,
    page: id.page,
    private: true,
  };
  await interaction.update(changedMessage(answerReply(hit, { ...view, shared: true })));
  await interaction.followUp(newMessage(answerReply(hit, { ...view, private: false })));
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

function findHit(index: Index, { hits, page }: { hits: readonly HitRef[]; page: number }): Hit {
  const ref = hits[page];
  const passage = ref && index.corpus.passageByKey.get(ref.passage);
  if (!passage) throw new RequestError(GONE);
  const sentence = sentences(passage.article.text, passage.start, passage.end)[ref.sentence] ?? passage;
  return hitAt(index.corpus, passage, sentence);
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
