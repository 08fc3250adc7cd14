import { z } from 'zod';

/** What a line of input gives to check. */
export interface CheckLine {
  readonly text: string;
  /** Who is claimed to have said it. */
  readonly speaker: string | null;
}

const shape = z.object({ text: z.string(), speaker: z.string().nullish() });

/** Reads a line: a message as it is, or `{"text": …, "speaker": …}`. What is no such object is a message. */
export function readCheckLine(line: string): CheckLine {
  if (line.trimStart().startsWith('{')) {
    const read = shape.safeParse(parsed(line));
    if (read.success) return { text: read.data.text, speaker: read.data.speaker ?? null };
  }
  return { text: line, speaker: null };
}

/** A message may begin with a brace and be no JSON at all. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
