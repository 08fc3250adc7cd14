import { ButtonStyle } from 'discord-api-types/v10';
import type { NewsroomView } from '../newsroom/view.js';
import { correctionText } from './change.js';
import { inline } from './escape.js';
import { counted } from '../text/list.js';
import { COLOUR, linkButton, message, type Reply } from './message.js';
import { confirmButtons, leafButtons, newsroomButton, origin } from './newsroom-parts.js';

type View<K extends NewsroomView['kind']> = Extract<NewsroomView, { kind: K }>;

const LONGEST_PASSAGE = 450;
/** Bytes of a filter that a button can carry. */
const LONGEST_FILTER = 57;

/** A page of the stories, each with a button that shows it. */
export function storiesReply(view: View<'stories'>): Reply {
  const { stories, filter, total, page } = view;
  const about = filter.trim() ? ` with “${inline(filter, 100)}”` : '';
  if (total === 0)
    return message([`**There is no story${about}.**`], { private: true, colour: COLOUR.nothing });
  const lines = stories.map(
    ({ article, isOwn }, at) =>
      `${at + 1}\\. **${inline(article.title, 160)}**\n-# ${origin(article)}${isOwn ? '' : ' · seen by all servers'}`,
  );
  const kept = filterIn(filter);
  return message(
    [
      `**${counted(total, 'story', 'stories')}${about}**`,
      lines.join('\n'),
      stories.map(({ key }, at) => newsroomButton(`Show ${at + 1}`, 'story', [key, '0'])),
      leafButtons(view, 'stories', (to) => [String(to), kept]),
      kept === '' && filter.trim() && view.pages > page + 1
        ? '-# The filter is too long for further pages.'
        : '',
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** A page of a story: each passage with who speaks in it. */
export function storyReply(view: View<'story'>): Reply {
  const { article, key, isOwn, passages } = view;
  const lines = passages.map(({ passage, speakers }) => {
    const names = speakers.slice(0, 3).map((s) => `**${inline(s.name, 60)}**`);
    const who = names.length > 0 ? names.join(', ') : 'nobody quoted';
    return `-# ${passage.paragraph} · ${who}\n> ${inline(passage.text, LONGEST_PASSAGE)}`;
  });
  const remove = isOwn ? [newsroomButton('Remove …', 'remove', [key], ButtonStyle.Danger)] : [];
  const link = article.url ? linkButton('Article', article.url) : [];
  return message(
    [
      `**${inline(article.title, 200)}**\n${origin(article)}${isOwn ? '' : ' · seen by all servers'}\n-# ${inline(article.id, 100)}`,
      lines.join('\n'),
      [...leafButtons(view, 'story', (to) => [key, String(to)]), ...link, ...remove],
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** What would go with a story. */
export function removalReply({ pending, article, passages, statements, onlyHere }: View<'removal'>): Reply {
  const speakers =
    onlyHere > 0
      ? ` ${counted(onlyHere, 'speaker', 'speakers')} whom no other story names would go with it.`
      : '';
  return message(
    [
      `**Take out “${inline(article.title, 200)}”?**\n${origin(article)}\n-# ${inline(article.id, 100)}`,
      `${counted(passages, 'passage', 'passages')} and ${counted(statements, 'statement', 'statements')} would be asked no more.${speakers} It can be undone.`,
      confirmButtons('Remove', pending, ButtonStyle.Danger),
    ],
    { private: true, colour: COLOUR.failure },
  );
}

/** What a correction of who somebody is would change. */
export function correctionReply({ pending, correction, statements, stories }: View<'correction'>): Reply {
  const effect = {
    merge: 'would be those of the second',
    rename: 'would be shown under the new name',
    split: 'would be the other’s',
  }[correction.kind];
  return message(
    [
      `${correctionText(correction)}?`,
      `**${counted(statements, 'statement', 'statements')}** in ${counted(stories, 'story', 'stories')} ${effect}. The stories themselves stay as they are, and it can be undone.`,
      confirmButtons('Set right', pending),
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** A filter as an id can carry it, or nothing where it is too long. */
function filterIn(filter: string): string {
  const bytes = Buffer.from(filter.trim());
  return bytes.length <= LONGEST_FILTER ? bytes.toString('base64url') : '';
}
