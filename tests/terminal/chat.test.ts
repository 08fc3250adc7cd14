import { describe, expect, it } from 'vitest';
import { Library } from '../../src/search/library.js';
import { complete } from '../../src/terminal/chat.js';
import { run } from './run.js';

const chat = async (...typed: string[]) => run('index.js', [], { input: `${typed.join('\n')}\n` });

describe('the chat', () => {
  it('opens where no token is set, says in two lines how to get one, and knows the commands of Discord', async () => {
    const { code, stdout } = await chat(
      '/ask what is the pipeline? speaker:Al-Sharifi',
      '/who security expert',
      '/corpus status',
      '/corpus refresh',
      '/help',
      '/quit',
    );
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 2).join('\n')).toMatch(/^No DISCORD_TOKEN is set.*\n.*\.env/u);
    expect(stdout).toContain('oil pipeline');
    expect(stdout).toContain('Ahmed Al-Sharifi');
    expect(stdout).toContain('1 article, 19 passages');
    expect(stdout).toContain('0 added, 0 changed, 0 removed, 0 unreadable');
    expect(stdout).toContain('No question is stored');
  });

  it('takes a line without a command for a question, and shows more and the context', async () => {
    const { stdout } = await chat('why do Iraq and Syria need each other', '/more', '/context');
    expect(stdout).toContain('Fareed Saadon');
    expect(stdout.match(/· paragraph \d+/gu)?.length).toBeGreaterThanOrEqual(2);
  });

  it('takes “he” for who spoke last', async () => {
    const { stdout } = await chat(
      'what did he say about the pipeline',
      '/who Al-Sharifi',
      'what did he say about the pipeline',
    );
    const [before = '', after = ''] = stdout.split('security expert');
    expect(before).toContain('can’t tell whom “he” means');
    expect(after).toContain('Taking “he” as Ahmed Al-Sharifi.');
  });

  it('says what is wrong, and goes on; what only comes near is never more of an answer', async () => {
    const { code, stdout } = await chat(
      '/sing',
      '/ask',
      '/corpus',
      '/ask x speaker:Zebulon Q',
      '/context',
      'What is the price of tea in Lima?',
      '/more',
      '/who Saadon',
      '/quit now',
      '/sink',
    );
    expect(code).toBe(0);
    for (const words of [
      'no command /sing',
      'needs a question',
      'takes one of: refresh, status',
      'nobody called “Zebulon Q”',
      'Ask something first',
      'The stories don’t answer that',
      'There is no answer to show more of',
      'Fareed Saadon',
    ]) {
      expect(stdout).toContain(words);
    }
    expect(stdout).not.toContain('/sink');
  });

  it('completes commands, speakers, and stories', async () => {
    const library = await Library.open('data');
    expect((await complete('/w', library))[0]).toEqual(['/who ']);
    expect(await complete('/corpus r', library)).toEqual([['refresh'], 'r']);
    expect(await complete('/who saa', library)).toEqual([['Fareed Saadon'], 'saa']);
    expect((await complete('/ask why speaker:Sha', library))[0]).toContain('Ahmed Al-Sharifi');
    expect(await complete('/ask why sto', library)).toEqual([['story:'], 'sto']);
    expect((await complete('/ask why story:iraqi', library))[0]).toEqual([
      'iraqi-delegation-hits-damascus-again',
    ]);
    expect((await complete('/who ', library))[0].length).toBeGreaterThan(3);
  });
});

describe('the start', () => {
  it('stops at a wrong setting, with its name and what is allowed', async () => {
    const { code, stderr } = await run('index.js', [], { env: { LOG_LEVEL: 'loud', DISCORD_TOKEN: 'x' } });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Some settings can't be used:\n.*DISCORD_TOKEN.*\n.*LOG_LEVEL is "loud", but must be one of/u,
    );
  });

  it('stops at a folder that is not there', async () => {
    const { code, stderr } = await run('index.js', [], { env: { CORPUS_DIR: 'no/such/folder' } });
    expect(code).toBe(1);
    expect(stderr).toContain('there is no such folder');
  });
});
