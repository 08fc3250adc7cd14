import type { Speaker } from './speakers.js';

/** How often somebody is quoted (in full or in part) and reported. */
export function tally(speaker: Speaker): { quoted: number; reported: number } {
  const reported = speaker.statements.filter((s) => s.kind === 'indirect').length;
  return { quoted: speaker.statements.length - reported, reported };
}
