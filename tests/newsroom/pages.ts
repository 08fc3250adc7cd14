/** A page that Readability finds the story in. */
export function page(title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((p) => `<p>${p}</p>`).join('\n');
  return `<!doctype html><html><head><title>${title}</title><meta property="og:site_name" content="The Valley Post"><meta property="article:published_time" content="2026-05-20T08:00:00Z"></head><body><nav>Home</nav><article><h1>${title}</h1>${body}</article></body></html>`;
}

/** Paragraphs about a thing, long enough to be a story. */
export function story(thing: string): string[] {
  return [
    `“The ${thing} will be ready before the first frost of the year,” said Ada Stone, an engineer, on Wednesday morning.`,
    `The council of Lower Marsh has paid for the ${thing} since the spring, and nobody there has complained so far about the cost.`,
    `“We counted every nail in the ${thing} twice over,” Ada Stone added, and walked back along the river to the yard.`,
  ];
}

/** An RSS feed with these items. */
export function rss(items: readonly { title: string; link?: string; content?: readonly string[] }[]): string {
  const xml = items.map(
    ({ title, link, content }) =>
      `<item><title>${title}</title>${link ? `<link>${link}</link>` : ''}<guid isPermaLink="false">${title}</guid>${content ? `<content:encoded><![CDATA[${content.map((p) => `<p>${p}</p>`).join('')}]]></content:encoded>` : `<description>In short.</description>`}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Valley news</title><link>http://example.org</link><description>News</description>${xml.join('')}</channel></rss>`;
}
