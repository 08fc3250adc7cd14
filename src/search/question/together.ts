import type { Reading } from '../../attribution/statement.js';
import type { Stories } from '../../corpus/folder.js';

/** The operator's stories and a server's own; ids that the operator has already are reported. */
export function together(operators: Stories, own: Stories): Stories {
  const ids = new Set(operators.readings.map(({ article }) => article.id));
  const isNew = ({ article }: Reading) => !ids.has(article.id);
  const taken = own.readings.filter((reading) => !isNew(reading));
  return {
    readings: [...operators.readings, ...own.readings.filter(isNew)],
    unreadable: [
      ...operators.unreadable,
      ...own.unreadable,
      ...taken.map(({ article: { file, id } }) => ({
        file,
        reason: `has the same name as one of the operator's ("${id}")`,
      })),
    ],
  };
}
