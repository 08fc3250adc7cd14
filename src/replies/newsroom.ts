import type { APIButtonComponent } from 'discord-api-types/v10';
import { ButtonStyle } from 'discord-api-types/v10';
import type { NewsroomView } from '../newsroom/view.js';
import { inline } from './escape.js';
import { COLOUR, message, notice, type ModalReply, type Reply } from './message.js';
import { fileField, modal, textField } from './modal.js';
import { addedReply, comparisonReply, previewReply } from './newsroom-preview.js';
import { feedAddedReply, feedOfferReply, feedsReply, refreshedReply } from './newsroom-feeds.js';
import { changeDetailReply, historyReply } from './newsroom-history.js';
import { newsroomButton } from './newsroom-parts.js';
import { correctionReply, removalReply, storiesReply, storyReply } from './newsroom-stories.js';

/** What a moderator is shown, or asked to fill in. */
export function newsroomReply(view: NewsroomView): Reply | ModalReply {
  switch (view.kind) {
    case 'notice':
      return notice(inline(view.text, 1500), COLOUR.corpus);
    case 'add-form':
      return addForm();
    case 'preview':
      return previewReply(view);
    case 'comparison':
      return comparisonReply(view);
    case 'added':
      return addedReply(view.added, view.note);
    case 'stories':
      return storiesReply(view);
    case 'story':
      return storyReply(view);
    case 'removal':
      return removalReply(view);
    case 'done':
      return doneReply(view);
    case 'history':
      return historyReply(view);
    case 'change':
      return changeDetailReply(view);
    case 'correction':
      return correctionReply(view);
    case 'feed-offer':
      return feedOfferReply(view);
    case 'feeds':
      return feedsReply(view.feeds);
    case 'feed-added':
      return feedAddedReply(view.read);
    case 'refreshed':
      return refreshedReply(view);
  }
}

function addForm(): ModalReply {
  return modal('Add stories', { action: 'newsroom', verb: 'add', arguments: [] }, [
    fileField({ name: 'files', label: 'Files', description: 'Stories as .txt, .md or .html, up to ten' }),
    textField({
      name: 'text',
      label: 'Or the text itself',
      description: 'The headline on the first line, then the story',
      isLong: true,
    }),
    textField({
      name: 'link',
      label: 'Or a link',
      description: 'The address of a story or a feed',
      longest: 2000,
    }),
  ]);
}

function doneReply({ text, change }: Extract<NewsroomView, { kind: 'done' }>): Reply {
  const buttons: APIButtonComponent[] = [
    newsroomButton('Undo', 'undo', [change], ButtonStyle.Danger),
    newsroomButton('History', 'history', ['0']),
  ];
  return message([`**${inline(text, 400)}**`, buttons], { private: true, colour: COLOUR.corpus });
}
