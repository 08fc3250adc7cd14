import type { Name } from './names.js';
import type { Marked } from './passage-tokens.js';

const LONGEST = 14;

/** "— Mara Quill", "- Mayor Quill, tweeting after the vote": the name in a paragraph that does nothing but sign the one before. */
export function signatureIn({ tokens, names }: Marked): Name | null {
  const [name] = names;
  if (tokens.length > LONGEST || name?.titleFrom !== 1 || !/^(?:[—–―-]|--)$/u.test(tokens[0]!.text))
    return null;
  return /^[,.(]$/u.test(tokens[name.to]?.text ?? '.') ? name : null;
}
