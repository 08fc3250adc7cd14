/** The stories that the bot's tests ask: short, with everything said by somebody who is named beside it. */
export const STORIES = {
  'bridge.txt': `---
outlet: The Daily
date: 2025-05-23
url: https://example.org/bridge
---
A bridge for the valley

The council of Lumeville voted on Monday to build a bridge over the river Lume.
“The bridge will open in May,” Mayor Ana Duarte said. The old ferry stops in April, and the ferrymen will work on the bridge.
“No toll will ever be charged on the bridge,” Ana Duarte said.
“Nobody asked the farmers about the bridge,” farmer Tomas Reyes said.
The council thanked Lena Brandt, who drew the plans. Brandt was not at the meeting.
`,
  'harvest/olives.txt': `A poor year for olives

“The olives froze in March,” Rui Duarte said.
“Our press stands still this autumn,” Rui Duarte said.
“Half of the trees will be felled,” Rui Duarte said.
“Oil will cost nine euros a litre,” Rui Duarte said.
“The insurers will pay nothing for olives,” Rui Duarte said.
“My grandfather planted those trees,” Rui Duarte said.
“We shall plant almonds instead,” Rui Duarte said.
`,
} as const;

/** So many stories more, none like another. */
export function manyStories(count: number): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, n) => n);
  return Object.fromEntries(
    numbers.map((n) => [`many/${n}.txt`, `${STORIES['bridge.txt']}\nNumber ${n} ends here.\n`]),
  );
}
