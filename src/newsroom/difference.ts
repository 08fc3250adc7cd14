import { diffArrays } from 'diff';
import type { Article } from '../article/article.js';
import { blocks } from '../article/blocks.js';

/** A paragraph that only one of two texts has, or that they have in other words. */
interface ParagraphChange {
  /** Null where it was added. */
  readonly before: string | null;
  /** Null where it was taken out. */
  readonly after: string | null;
}

/** What tells two versions of a story apart. */
export interface StoryDifference {
  /** Title, outlet and the like, where they differ. */
  readonly fields: readonly (ParagraphChange & { readonly name: string })[];
  readonly paragraphs: readonly ParagraphChange[];
  /** Paragraphs that both have. */
  readonly same: number;
}

const FIELDS = ['title', 'outlet', 'author', 'published', 'url'] as const;
/** More paragraphs than this that differ are no new version but another text. */
const MOST_EDITS = 2000;

/** Compares two versions of a story, paragraph by paragraph; null is "not there". */
export function storyDifference(before: Article | null, after: Article | null): StoryDifference {
  const fields = FIELDS.flatMap((name) => {
    const [old, now] = [before?.[name] ?? null, after?.[name] ?? null];
    return old === now ? [] : [{ name: name === 'published' ? 'date' : name, before: old, after: now }];
  });
  return { fields, ...paragraphDifference(paragraphsOf(before), paragraphsOf(after)) };
}

/** True where nothing tells two versions apart. */
export function isSame({ fields, paragraphs }: StoryDifference): boolean {
  return fields.length === 0 && paragraphs.length === 0;
}

function paragraphDifference(before: readonly string[], after: readonly string[]) {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  const paragraphs: ParagraphChange[] = [];
  let same = 0;
  let removed: string[] = [];
  const flush = (): void => {
    for (const text of removed.splice(0)) paragraphs.push({ before: text, after: null });
  };
  for (const part of parts ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ]) {
    if (part.removed) {
      flush();
      removed = [...part.value];
    } else if (part.added) {
      // What was taken out and put in at one place is one paragraph in other words, and the next.
      for (const text of part.value) paragraphs.push({ before: removed.shift() ?? null, after: text });
      flush();
    } else {
      flush();
      same += part.value.length;
    }
  }
  flush();
  return { paragraphs, same };
}

function paragraphsOf(article: Article | null): string[] {
  if (!article) return [];
  return blocks(article.text, article.body).map(({ start, end }) =>
    article.text.slice(start, end).replace(/\s+/gu, ' '),
  );
}
