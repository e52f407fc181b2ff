import { type Html, html } from '../pages/html.ts';

export type Channel = {
  title: string;
  description: string;
  link: string;
  self: string;
  items: readonly Item[];
};
/** `guid`: the same for the same thing for ever; an address only where `link` is it. */
export type Item = { title: string; description: string; link: string; guid: string; at: Date };

/** RSS 2.0. */
export function writeRss({ title, description, link, self, items }: Channel): string {
  const rss = html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${clean(title)}</title>
<link>${clean(link)}</link>
<description>${clean(description)}</description>
<language>ru</language>
<ttl>30</ttl>
<atom:link href="${clean(self)}" rel="self" type="application/rss+xml"/>
${items.map(itemOf)}</channel>
</rss>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${rss.markup}`;
}

function itemOf({ title, description, link, guid, at }: Item): Html {
  return html`<item>
<title>${clean(title)}</title>
<link>${clean(link)}</link>
<description>${clean(description)}</description>
<guid isPermaLink="${guid === link ? 'true' : 'false'}">${clean(guid)}</guid>
<pubDate>${at.toUTCString()}</pubDate>
</item>
`;
}

/** Without the signs that XML knows no way to write. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
