import { describe, expect, it } from 'vitest';
import { NOTHING_SET, type Change, type ServerSettings } from '../../src/corpus/store/change.js';
import { changeReply, editText } from '../../src/replies/change.js';
import { lengthOf, textsOf } from './discord-text.js';

const set = (settings: Partial<ServerSettings>): ServerSettings => ({ ...NOTHING_SET, ...settings });
const edit = (before: ServerSettings | null, after: ServerSettings | null) =>
  ({ kind: 'settings', key: 'settings', before, after }) as const;
const ids = (count: number) => Array.from({ length: count }, (_, at) => `1000000000000000${10 + at}`);

describe('a change of the settings', () => {
  it('says what was set and what is', () => {
    const [log, role] = ids(2);
    expect(editText(edit(null, set({ logChannel: log! })))).toBe(`log channel: none → <#${log}>`);
    expect(editText(edit(set({ logChannel: log! }), null))).toBe(`log channel: <#${log}> → none`);
    expect(editText(edit(null, set({ moderatorRoles: [role!] })))).toBe(
      `moderator roles: as the operator has them → <@&${role}>`,
    );
    expect(editText(edit(set({}), set({ privateAnswers: true })))).toBe(
      'answers: seen by everybody → seen by who asks alone',
    );
    expect(editText(edit(set({}), set({ cooldownQuestions: 5, cooldownSeconds: 30 })))).toBe(
      'cooldown: as the operator has it → 5 questions in 30 seconds',
    );
  });

  it('says of many channels which came and which went', () => {
    const [first, ...others] = ids(20);
    const more = '100000000000000999';
    expect(editText(edit(set({ channels: [first!, ...others] }), set({ channels: [...others, more] })))).toBe(
      `I answer in: + <#${more}> − <#${first}>`,
    );
    const all = editText(edit(set({ channels: ids(25) }), set({})));
    expect(all).toMatch(/^I answer in: − <#\d+> .* and \d+ more → all channels$/u);
    expect(all.length).toBeLessThan(200);
  });

  it('names each setting that differs, within a message', () => {
    const after: ServerSettings = {
      logChannel: ids(1)[0]!,
      moderatorRoles: ids(10),
      privateAnswers: true,
      cooldownQuestions: 1,
      cooldownSeconds: 0,
      channels: ids(25),
    };
    const change: Change = {
      id: 'abcdefgh',
      at: '2026-05-23T10:00:00.000Z',
      by: { id: '1', name: 'Dana' },
      action: 'settings',
      undoes: null,
      edits: [edit(null, after)],
    };
    const reply = changeReply(change);
    expect(textsOf(reply).join('\n').split('; ')).toHaveLength(5);
    expect(lengthOf(reply)).toBeLessThan(1000);
  });
});
