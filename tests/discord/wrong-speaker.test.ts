import { describe, expect, test } from 'vitest';
import { correct, correctWithName } from '../../src/discord/wrong-speaker.js';
import type { CorrectingStep } from '../../src/replies/component-ids.js';
import { DANA, Room, SERVER } from '../newsroom/room.js';

const DAM = `Dam row

“The dam is rotten,” said Ines Falk, a farmer. “The dam will hold,” said Rosa Held, a potter.`;

/** A room with a story, and a moderator there who sets right what it says. */
async function moderated() {
  const room = await Room.open();
  const { newsroom } = room;
  const added = { kind: 'article', key: 'dam.txt', after: DAM } as const;
  await newsroom.carryOut(SERVER, DANA, 'add', [added]);
  const passageWith = async (words: string) => {
    const { index } = await newsroom.libraries.ready(SERVER);
    return { index, passage: index.corpus.passages.find((p) => p.text.includes(words))! };
  };
  const step = async (how: CorrectingStep, words: string) => {
    const { passage } = await passageWith(words);
    const sentence = passage.text.startsWith(`“${words}`) ? 0 : 1;
    return { action: 'correct', how, hit: { passage: passage.key, sentence }, statement: 0 } as const;
  };
  const context = async () => ({ ...(await room.context()), newsroom });
  return {
    newsroom,
    hide: async (words: string) => correct(await context(), await step('hide', words), []),
    name: async (words: string, name: string) =>
      correctWithName(await context(), await step('other', words), {
        texts: { name },
        choices: {},
        files: {},
      }),
    speakers: async (words: string) => {
      const { index, passage } = await passageWith(words);
      return index.corpus.statementsIn(passage).map((s) => index.corpus.speakerOf(s)?.name);
    },
  };
}

describe('setting right what is set right already', () => {
  test('takes the place of it, whatever was hidden beside it and shown again meanwhile', async () => {
    const { newsroom, hide, name, speakers } = await moderated();
    await name('The dam will hold', 'Otto Brandt');
    await hide('The dam is rotten');
    const { history } = await newsroom.store.scope(SERVER);
    const { id } = history.find(({ action }) => action === 'hide')!;
    await name('The dam will hold', 'Ada Stone');
    await newsroom.takeBack(SERVER, id, DANA);
    await name('The dam will hold', 'Cleo Marsh');
    expect(await speakers('The dam will hold')).toEqual(['Ines Falk', 'Cleo Marsh']);
    expect((await newsroom.store.scope(SERVER)).corrections.size).toBe(1);
  });
});
