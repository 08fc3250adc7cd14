import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.js';

const TOKEN = `${'A'.repeat(24)}.Abc123.${'z'.repeat(38)}`;
const INTERACTION = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ level: 'debug', token: TOKEN }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('never holds the bot’s token, wherever it turns up', () => {
    const text = logged((log) => {
      log.info(
        { token: TOKEN, headers: { authorization: `Bot ${TOKEN}` }, deep: { er: [{ s: TOKEN }] } },
        `login with ${TOKEN}`,
      );
      log.error({ error: new Error(`bad ${TOKEN}`, { cause: new Error(TOKEN) }) }, 'failed');
    });
    expect(text).not.toContain(TOKEN);
    expect(text).toContain('[redacted]');
  });

  it('never holds an interaction’s token, which discord.js puts into the address of its errors', () => {
    const url = `http://127.0.0.1:1/api/v10/interactions/123456789012345678/${INTERACTION}/callback`;
    const error = new DiscordAPIError(
      { code: 10062, message: 'Unknown interaction' },
      10062,
      404,
      'POST',
      url,
      { body: {}, files: [] },
    );
    const text = logged((log) => {
      log.error({ error }, 'failed');
      log.warn(`PATCH /webhooks/123456789012345678/${INTERACTION}/messages/@original`);
    });
    expect(text).not.toContain(INTERACTION);
    expect(text).toContain('interactions/123456789012345678/[redacted]/callback');
    expect(text).toContain('Unknown interaction');
  });

  it('tells the cause of an error', () => {
    expect(
      logged((log) => log.error({ error: new Error('outer', { cause: new Error('inner') }) })),
    ).toContain('inner');
  });
});
