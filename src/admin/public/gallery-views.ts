import type { PublicContest, PublicGallery, PublicWork } from '../../domain/contests/public-desk.ts';
import { awardWords, contestWords } from '../../texts/public/contest-words.ts';
import { fileLine, galleryWords as words } from '../../texts/public/gallery-words.ts';
import { type Html, html } from '../pages/html.ts';
import { clipped } from './clipped.ts';
import { type PublicPage, pager } from './public-frame.ts';

/** Bytes of markup: twenty works at their longest stay below 50 KB, and so does one whole. */
const room = { title: 300, excerpt: 700, people: 400, nomination: 200, whole: 32_000 };

export function titleOf({ id, title }: PublicWork): string {
  return title.trim() === '' ? words.untitled(id) : title;
}

export function galleryView({ contest, works, total, pages }: PublicGallery, page: number): PublicPage {
  const path = `/contests/${contest.id}`;
  const title = words.title(clipped(contest.title, room.title));
  const body = html`<h1>${title}</h1>
<p><a href="${path}">${contestWords.toContest}</a></p>
<p>${total === 0 ? words.none : words.shown(total)}</p>
${works.map((work) => card(contest, work))}
${pager(`${path}/gallery`, page, pages)}
<p><a href="${path}/rss">${words.feed}</a></p>`;
  return { title, body, people: true, feed: { path: `${path}/rss`, title: words.feed } };
}

export function workView(contest: PublicContest, work: PublicWork): PublicPage {
  const path = `/contests/${contest.id}`;
  const title = clipped(titleOf(work), room.title);
  const text = clipped(work.text, room.whole);
  const body = html`<h1>${title}</h1>
${people(work)}
<p><a href="${path}">${clipped(contest.title, room.title)}</a></p>
${text !== '' && html`<section class="card text">${text}</section>`}
${text !== work.text && html`<p class="faint">${words.cut}</p>`}
${linkOf(work)}
${
  work.files.length > 0 &&
  html`<h2>${words.files}</h2><ul>
${work.files.map((file) => html`<li><a href="${path}/works/${work.id}/files/${file.at}">${fileLine(file)}</a></li>`)}</ul>`
}
<p><a href="${path}/gallery">${words.toGallery}</a></p>`;
  return { title, body, people: true };
}

function card(contest: PublicContest, work: PublicWork): Html {
  const address = `/contests/${contest.id}/works/${work.id}`;
  return html`<article class="card"><h2><a href="${address}">${clipped(titleOf(work), room.title)}</a></h2>
${people(work)}
${work.text !== '' && html`<p>${clipped(work.text.replace(/\s+/g, ' ').trim(), room.excerpt)}</p>`}
</article>
`;
}

function people({ authors, organization, nomination, mentor, award }: PublicWork): Html {
  const who = authors.length === 0 ? words.nameless : clipped(authors.join(', '), room.people);
  return html`<p>${award && html`<span class="award">${awardWords[award]}.</span> `}${who}${organization !== '' && `, ${clipped(organization, room.nomination)}`}${mentor !== null && `. ${words.mentor}: ${clipped(mentor, room.nomination)}`}</p>
${nomination !== '' && html`<p class="faint">${clipped(nomination, room.nomination)}</p>`}`;
}

/** A foreign address: the browser tells it nothing about where one comes from. */
function linkOf({ link }: PublicWork): Html | null {
  if (link === null) return null;
  const isVk = link.startsWith('https://vk.com/wall');
  return html`<p><a href="${link}" rel="noopener noreferrer nofollow">${isVk ? words.onVk : words.elsewhere}</a></p>`;
}
