import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/all.js';
import { readLine } from '../../src/terminal/line.js';

const read = (text: string) => {
  const line = readLine(text, COMMANDS);
  return typeof line === 'string' ? line : [line.command.definition.name, line.subcommand, line.options];
};

describe('a line of the chat', () => {
  it('is a question where it has no command', () => {
    expect(read('  why now? ')).toEqual(['ask', null, { question: 'why now?' }]);
  });

  it('carries options by name, in any order', () => {
    expect(read('/ask why now? speaker: Ada Stone private:yes story:dam')).toEqual([
      'ask',
      null,
      { question: 'why now?', speaker: 'Ada Stone', private: true, story: 'dam' },
    ]);
    expect(read('/ask speaker:Ada Stone question:why now?')).toEqual([
      'ask',
      null,
      { question: 'why now?', speaker: 'Ada Stone' },
    ]);
    expect(read('/who Ada Stone')).toEqual(['who', null, { name: 'Ada Stone' }]);
  });

  it('keeps a colon that names no option as words', () => {
    expect(read('what does note:this mean')).toEqual(['ask', null, { question: 'what does note:this mean' }]);
  });

  it('carries a subcommand', () => {
    expect(read('/corpus refresh')).toEqual(['corpus', 'refresh', {}]);
  });

  it('is told what is missing or unknown', () => {
    expect(read('/ask')).toBe('/ask needs a question.');
    expect(read('/corpus burn')).toBe('/corpus takes one of: refresh, status.');
    expect(read('/nope')).toBe(
      'There is no command /nope. There are /ask, /who, /check, /corpus, /help and /quit.',
    );
  });
});
