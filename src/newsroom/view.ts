import type { Article } from '../article/article.js';
import type { Change } from '../corpus/store/change.js';
import type { RefreshOutcome } from '../search/library.js';
import type { Added } from './adding.js';
import type { FeedRead } from './feed-reading.js';
import type { FeedStatus } from './feeds.js';
import type { EditDifference, ListedChange } from './history.js';
import type { Failure } from './failure.js';
import type { SpeakerCorrection } from './pending.js';
import type { StoryPreview } from './preview.js';
import type { Listed, ShownPassage } from './stories.js';

/** What moderators are shown. `pending` is the id of what a button confirms. */
export type NewsroomView =
  | { readonly kind: 'notice'; readonly text: string }
  /** The form for files and pasted text. */
  | { readonly kind: 'add-form' }
  /** One story or several, and what could not be read; `shown` is the one that is looked at, null for the list. */
  | {
      readonly kind: 'preview';
      /** Null where there is nothing that could be added. */
      readonly pending: string | null;
      readonly stories: readonly StoryPreview[];
      readonly failures: readonly Failure[];
      readonly shown: number | null;
      /** What the person has to hear first. */
      readonly notice?: string;
    }
  /** What is different between a story of a preview and the one that is there. */
  | {
      readonly kind: 'comparison';
      readonly pending: string;
      readonly shown: number;
      readonly story: StoryPreview;
    }
  | {
      readonly kind: 'added';
      readonly added: Added;
      /** What is to be said besides. */
      readonly note: string;
    }
  | {
      readonly kind: 'stories';
      readonly filter: string;
      readonly total: number;
      readonly page: number;
      readonly pages: number;
      readonly stories: readonly Listed[];
    }
  | {
      readonly kind: 'story';
      readonly article: Article;
      readonly key: string;
      readonly isOwn: boolean;
      readonly page: number;
      readonly pages: number;
      readonly passages: readonly ShownPassage[];
    }
  | {
      readonly kind: 'removal';
      readonly pending: string;
      readonly article: Article;
      readonly passages: number;
      readonly statements: number;
      /** Speakers whom no other story names. */
      readonly onlyHere: number;
    }
  /** Something was done that can be taken back. */
  | { readonly kind: 'done'; readonly text: string; readonly change: string }
  | {
      readonly kind: 'history';
      readonly total: number;
      readonly page: number;
      readonly pages: number;
      readonly changes: readonly ListedChange[];
    }
  | {
      readonly kind: 'change';
      readonly change: Change;
      readonly isUndone: boolean;
      readonly isTextKept: boolean;
      readonly undoes: Change | null;
      readonly edits: readonly EditDifference[];
      /** Edits that are not shown. */
      readonly more: number;
    }
  | {
      readonly kind: 'correction';
      readonly pending: string;
      readonly correction: SpeakerCorrection;
      readonly statements: number;
      readonly stories: number;
    }
  | {
      readonly kind: 'feed-offer';
      readonly pending: string;
      readonly url: string;
      readonly title: string;
      readonly items: number;
      readonly samples: readonly string[];
    }
  | { readonly kind: 'feeds'; readonly feeds: readonly FeedStatus[] }
  | { readonly kind: 'feed-added'; readonly read: FeedRead }
  | { readonly kind: 'refreshed'; readonly outcome: RefreshOutcome; readonly feeds: readonly FeedRead[] };
