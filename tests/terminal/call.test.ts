import { describe, expect, it } from 'vitest';
import { readCall } from '../../src/terminal/call.js';

describe('a command line', () => {
  it('is a command, what is given to it, and its options', () => {
    expect(readCall(['ask', '--speaker', 'Saadon', 'why', 'now?', '--json'])).toEqual({
      kind: 'command',
      command: 'ask',
      names: ['why', 'now?'],
      folder: 'data',
      speaker: 'Saadon',
      all: false,
      json: true,
    });
    expect(readCall(['passages', '--corpus', 'stories'])).toMatchObject({ names: [], folder: 'stories' });
  });

  it.each([[['--help']], [['-h']], [['ask', '--help']]])('%j asks for help', (args) => {
    expect(readCall(args)).toEqual({ kind: 'help' });
  });

  it.each([
    [[], /Which command\?/u],
    [['sing'], /no command “sing”/u],
    [['ask', '--loud'], /--loud/u],
    [['who', '--speaker', 'Saadon', 'x'], /go(?:es)? with ask and check/u],
    [['check', '--story', 'x', 'y'], /go with ask/u],
    [['ask', '--speaker', '', 'x'], /need a name/u],
    [['passages', '--speaker', 'Saadon'], /goes with ask and check/u],
  ])('%j is wrong, with why', (args, why) => {
    expect(readCall(args)).toEqual({ kind: 'wrong', why: expect.stringMatching(why) });
  });
});
