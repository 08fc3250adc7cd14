import { describe, expect, it } from 'vitest';
import { SettingsError } from '../src/errors.js';
import { readSettings } from '../src/settings.js';

const TOKEN = `${'A'.repeat(24)}.Abc123.${'z'.repeat(38)}`;

describe('settings', () => {
  it('have defaults for everything', () => {
    expect(readSettings({})).toEqual({
      DISCORD_TOKEN: null,
      DISCORD_GUILD_ID: null,
      DISCORD_API_URL: 'https://discord.com/api',
      MODERATOR_ROLE_IDS: [],
      COOLDOWN_QUESTIONS: 5,
      COOLDOWN_SECONDS: 3,
      CORPUS_DIR: 'data',
      DATA_DIR: 'store',
      OPERATOR_IDS: [],
      PRIVATE_HOSTS: [],
      ATTACHMENT_HOSTS: [],
      CACHE_DIR: '.cache',
      LOG_LEVEL: 'info',
    });
  });

  it('take an empty value for one that is not set', () => {
    expect(readSettings({ DISCORD_TOKEN: '', COOLDOWN_SECONDS: ' ', LOG_LEVEL: '' })).toEqual(
      readSettings({}),
    );
  });

  it('are read from text', () => {
    expect(
      readSettings({
        DISCORD_TOKEN: ` ${TOKEN} `,
        MODERATOR_ROLE_IDS: '123456789012345678, 223456789012345678',
        COOLDOWN_SECONDS: '0',
        DISCORD_API_URL: 'http://127.0.0.1:3000/api/',
      }),
    ).toMatchObject({
      DISCORD_TOKEN: TOKEN,
      MODERATOR_ROLE_IDS: ['123456789012345678', '223456789012345678'],
      COOLDOWN_SECONDS: 0,
      DISCORD_API_URL: 'http://127.0.0.1:3000/api',
    });
  });

  it.each([
    [
      'DISCORD_GUILD_ID',
      'my server',
      /DISCORD_GUILD_ID is "my server", but must be a Discord id: 17 to 20 digits/u,
    ],
    ['MODERATOR_ROLE_IDS', '123456789012345678,mods', /MODERATOR_ROLE_IDS is .* must be a Discord id/u],
    ['COOLDOWN_SECONDS', '-1', /COOLDOWN_SECONDS is "-1", but must be a whole number from 0 to 3600/u],
    ['COOLDOWN_QUESTIONS', 'many', /must be a whole number from 1 to 100/u],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL is "loud", but must be one of trace, debug/u],
    ['DISCORD_API_URL', 'discord.com', /DISCORD_API_URL is "discord.com", but must be an http\(s\) address/u],
    ['DISCORD_TOKEN', 'secret-but-wrong', /DISCORD_TOKEN must be a bot token/u],
  ])('stop the start where %s is %s', (name, value, why) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(why);
  });

  it('name every wrong one at once, and never repeat a token', () => {
    const wrong = { DISCORD_TOKEN: 'secret-but-wrong', LOG_LEVEL: 'loud', COOLDOWN_SECONDS: 'x' };
    expect(() => readSettings(wrong)).toThrow(/DISCORD_TOKEN[\s\S]*COOLDOWN_SECONDS[\s\S]*LOG_LEVEL/u);
    expect(() => readSettings(wrong)).not.toThrow(/secret-but-wrong/u);
  });
});
