import type { Article } from '../../article/article.js';
import type { Speaker } from '../../corpus/speakers.js';
import { RequestError } from '../../errors.js';
import { fold } from '../../text/fold.js';
import type { Index } from '../index/index-corpus.js';
import { findStory } from '../index/stories.js';
import { who } from './who.js';

/** The story that a choice or a person's words mean. @throws RequestError where there is none */
export function storyNamed(index: Index, value: string): Article {
  const article = findStory(index, value);
  if (!article)
    throw new RequestError(`No story is called “${value}”. Completion offers the stories there are.`);
  return article;
}

/** As `storyNamed`, for what changes the story. @throws RequestError where several have that headline, too */
export function onlyStoryNamed(index: Index, value: string): Article {
  const article = storyNamed(index, value);
  const wanted = fold(value.trim());
  const called = [...index.corpus.articles.values()].filter(({ title }) => fold(title) === wanted);
  if (called.length > 1 && called.includes(article) && article.id !== value.trim())
    throw new RequestError(
      `${called.length} stories are called “${article.title}”: choose one of those that completion offers.`,
    );
  return article;
}

/** The speaker that a choice or a person's words mean. @throws RequestError where that is nobody, or more than one */
export function speakerNamed(index: Index, value: string): Speaker {
  const known = index.corpus.speakerByKey.get(value);
  if (known) return known;
  const result = who(index, value);
  if (result.status === 'found') return result.speaker;
  if (result.status === 'not-found')
    throw new RequestError(
      `The stories name nobody called “${value}”. Completion offers the names there are.`,
    );
  const [only, ...others] = result.candidates.filter((s) => fold(s.name) === fold(value.trim()));
  if (only && others.length === 0) return only;
  const names = result.candidates
    .slice(0, 5)
    .map((s) => (s.roles[0] ? `${s.name} (${s.roles[0].text})` : s.name));
  throw new RequestError(
    `“${value}” fits several speakers: ${names.join(', ')}. Choose one of those that completion offers.`,
  );
}
