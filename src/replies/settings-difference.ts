import { NOTHING_SET, type ServerSettings } from '../corpus/store/change.js';
import { listWithin } from '../text/list.js';
import { cooldownText } from './settings.js';

/** Channels or roles that are all named; of more, those that came and went are. */
const FEW = 4;
const LONGEST = 130;

/** What tells settings apart, in markdown: each that differs, what it was and what it is. */
export function settingsDifference(before: ServerSettings | null, after: ServerSettings | null): string {
  const [old, now] = [before ?? NOTHING_SET, after ?? NOTHING_SET];
  const fields = [
    turned('log channel', textOfChannel(old), textOfChannel(now)),
    listTurned('moderator roles', old.moderatorRoles, now.moderatorRoles, {
      mark: '@&',
      none: 'as the operator has them',
    }),
    listTurned('I answer in', old.channels, now.channels, { mark: '#', none: 'all channels' }),
    turned('answers', textOfAnswers(old), textOfAnswers(now)),
    turned('cooldown', cooldownText(old), cooldownText(now)),
  ];
  return fields.filter(Boolean).join('; ');
}

function turned(name: string, before: string, after: string): string {
  return before === after ? '' : `${name}: ${before} → ${after}`;
}

function textOfChannel({ logChannel }: ServerSettings): string {
  return logChannel === null ? 'none' : `<#${logChannel}>`;
}

function textOfAnswers({ privateAnswers }: ServerSettings): string {
  return privateAnswers ? 'seen by who asks alone' : 'seen by everybody';
}

function listTurned(
  name: string,
  before: readonly string[],
  after: readonly string[],
  { mark, none }: { readonly mark: '#' | '@&'; readonly none: string },
): string {
  const named = (ids: readonly string[]) =>
    listWithin(
      ids.map((id) => `<${mark}${id}>`),
      ' ',
      LONGEST,
    );
  if (Math.max(before.length, after.length) <= FEW)
    return turned(name, named(before) || none, named(after) || none);
  const came = named(after.filter((id) => !before.includes(id)));
  const went = named(before.filter((id) => !after.includes(id)));
  const texts = [came && `+ ${came}`, went && `− ${went}`, after.length === 0 ? `→ ${none}` : ''];
  return came || went ? `${name}: ${texts.filter(Boolean).join(' ')}` : '';
}
