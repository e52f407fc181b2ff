import type {
  PublicContest,
  PublicContestPage,
  PublicResult,
  PublicResults,
} from '../../domain/contests/public-desk.ts';
import { dayText } from '../../texts/dates.ts';
import {
  awardText,
  eventTime,
  stageText,
  windowOf,
  contestWords as words,
} from '../../texts/public/contest-words.ts';
import { type Html, html } from '../pages/html.ts';
import { clipped } from './clipped.ts';
import { type PublicPage, pager } from './public-frame.ts';

/** Bytes of markup: with all of them at their longest, a page stays below 50 KB. */
const room = { title: 400, summary: 14_000, nomination: 900, name: 300, place: 400, work: 250 };
const mostNominations = 20;

export function contestsView(contests: readonly PublicContest[], at: Date): PublicPage {
  const keys = [...new Set(contests.map(({ programme }) => programme.key))];
  const listOf = (some: readonly PublicContest[]) => html`<ul class="plain">
${some.map(
  (
    contest,
  ) => html`<li class="card"><h3><a href="/contests/${contest.id}">${clipped(contest.title, 240)}</a></h3><p>${stageText(contest, at)}</p></li>
`,
)}</ul>`;
  const body = html`<h1>${words.listTitle}</h1>
${contests.length === 0 && html`<p>${words.noContests}</p>`}
${keys.map((key) => {
  const own = contests.filter(({ programme }) => programme.key === key);
  return html`<section><h2>${own[0]?.programme.name}</h2>${listOf(own)}</section>`;
})}
<p><a href="/contests/rss">${words.feed}</a></p>`;
  return { title: words.listTitle, body, feed: { path: '/contests/rss', title: words.feed } };
}

export function contestView(contest: PublicContestPage, at: Date): PublicPage {
  const path = `/contests/${contest.id}`;
  const isOver = contest.publishedAt !== null;
  const body = html`<h1>${clipped(contest.title, room.title)}</h1>
<p>${stageText(contest, at)}</p>
${isOver && outcome(contest, path)}
${contest.summary !== '' && html`<section class="card text">${clipped(contest.summary, room.summary)}</section>`}
${dates(contest, at)}
${nominations(contest)}
${contest.hasRegulations && html`<p><a href="${path}/regulations">${words.regulations}</a></p>`}
${(contest.stage === 'announced' || contest.stage === 'open') && takingPart(contest)}`;
  return { title: clipped(contest.title, room.title), body, people: isOver };
}

export function resultsView({ contest, rows, pages, unnamed }: PublicResults, page: number): PublicPage {
  const path = `/contests/${contest.id}`;
  const title = words.resultsTitle(clipped(contest.title, room.title));
  const nominationsShown = [...new Set(rows.map(({ nomination }) => nomination))];
  const body = html`<h1>${title}</h1>
<p><a href="${path}">${words.toContest}</a></p>
${rows.length === 0 && html`<p>${words.noResults}</p>`}
${nominationsShown.map(
  (nomination) => html`<section>${nomination !== '' && html`<h2>${clipped(nomination, 200)}</h2>`}
${resultList(
  contest.id,
  rows.filter((row) => row.nomination === nomination),
)}</section>`,
)}
${unnamed > 0 && html`<p class="faint">${words.unnamed(unnamed)}</p>`}
${pager(`${path}/results`, page, pages)}`;
  return { title, body, people: true };
}

function outcome(contest: PublicContestPage, path: string): Html {
  return html`${
    contest.winners.length > 0 &&
    html`<section class="card"><h2>${words.winners}</h2>
${resultList(contest.id, contest.winners)}</section>`
  }
<p><a href="${path}/results">${words.allResults}</a></p>
${contest.kind !== 'event' && html`<p><a href="${path}/gallery">${words.gallery}</a></p>`}`;
}

function resultList(contestId: string, rows: readonly PublicResult[]): Html {
  return html`<ul class="plain results">
${rows.map(
  (
    row,
  ) => html`<li><span class="award">${awardText(row)}</span> — ${clipped(row.authors.join(', '), room.name)}${row.organization !== '' && `, ${clipped(row.organization, 200)}`}${row.title !== '' && html`. <a href="/contests/${contestId}/works/${row.workId}">${clipped(row.title, room.work)}</a>`}</li>
`,
)}</ul>`;
}

function dates(contest: PublicContestPage, at: Date): Html {
  const time = eventTime(contest, at);
  const line = (name: string, value: string | null) =>
    value !== null && value !== '' && html`<dt>${name}</dt><dd>${value}</dd>`;
  return html`<h2>${words.dates}</h2><dl>
${line(words.opens(contest.kind === 'event'), windowOf(contest, at))}
${line(words.time, time)}
${line(words.place, clipped(contest.place, room.place))}
${line(words.results, contest.resultsOn && dayText(contest.resultsOn))}
</dl>`;
}

function nominations({ nominations: all, hashtags, kind }: PublicContestPage): Html {
  const tags = (some: readonly string[]) => clipped(some.join(' '), 300);
  const hasTags = hashtags.length > 0 || all.some((each) => each.hashtags.length > 0);
  return html`${
    all.length > 0 &&
    html`<h2>${words.nominations}</h2><ul>
${all.slice(0, mostNominations).map(
  (
    each,
  ) => html`<li><strong>${clipped(each.title, 300)}</strong>${each.hashtags.length > 0 && ` ${tags(each.hashtags)}`}${each.description !== '' && html`<br>${clipped(each.description, room.nomination)}`}</li>
`,
)}</ul>`
  }
${kind === 'post' && hasTags && html`<h2>${words.hashtags}</h2><p>${tags(hashtags)}</p><p class="faint">${words.hashtagsHint}</p>`}`;
}

function takingPart({ bots }: PublicContestPage): Html {
  return html`<section class="card"><h2>${words.takePart}</h2>
${
  bots.length === 0
    ? html`<p>${words.noBots}</p>`
    : html`<p>${words.takePartText}</p><ul>
${bots.map(({ name, link }) => html`<li><a href="${link}" rel="noopener nofollow">${name}</a></li>`)}</ul>`
}</section>`;
}
