import { expect, test } from 'vitest';
import { templateNames, templateWords } from '../../texts/contests/templates.ts';
import { toDay } from '../calendar/day.ts';
import { checkSettings, lacksOf } from './check-settings.ts';
import type { Contest } from './contest.ts';
import { type ContestSettings, contestLimits, tidySettings } from './contest-settings.ts';
import { forNextYear, shiftYears } from './next-year.ts';
import { contestTemplates, settingsFrom, templateKeys, yearFor } from './templates.ts';
import { usualTerms } from './terms.ts';

const timeZone = 'Europe/Samara';

function madeFrom(key: (typeof templateKeys)[number], year: number): ContestSettings {
  return settingsFrom(contestTemplates[key], templateWords[key](year), year, timeZone);
}

/** As the rows of it would be read. */
function contestOf(settings: ContestSettings, kind: Contest['kind'], id = '1'): Contest {
  const nominations = settings.nominations.map((each, place) => ({
    ...each,
    id: String(place + 1),
    position: place + 1,
    archivedAt: each.archived ? new Date(0) : null,
  }));
  const criteria = settings.criteria.map((each, place) => ({
    ...each,
    id: String(place + 1),
    position: place + 1,
  }));
  return {
    ...settings,
    id,
    programmeId: '1',
    itemId: null,
    kind,
    state: 'draft',
    regulationsFileId: null,
    protocolFileId: null,
    templateKey: null,
    copiedFrom: null,
    createdAt: settings.opensAt,
    announcedAt: null,
    frozenAt: null,
    checkedAt: null,
    publishedAt: null,
    archivedAt: null,
    cancelledAt: null,
    nominations,
    criteria,
    jurors: [],
  };
}

test.each(templateKeys)('the template %s passes the checks of staff’s own, and lacks nothing', (key) => {
  for (const year of [2022, 2023, 2024, 2028]) {
    const { kind } = contestTemplates[key];
    const settings = madeFrom(key, year);
    expect(() => checkSettings(kind, settings, timeZone)).not.toThrow();
    expect(tidySettings(kind, settings)).toEqual(settings);
    expect(lacksOf(contestOf(settings, kind), settings.opensAt)).toEqual([]);
    expect(settings.summary.length).toBeLessThanOrEqual(contestLimits.summary);
  }
});

test.each(templateKeys)('the template %s has a weight for each criterion it words, and a name', (key) => {
  const words = templateWords[key](2023);
  expect(words.criteria).toHaveLength(contestTemplates[key].criteria.length);
  expect(words.criteria.filter(({ hint }) => hint === '')).toEqual([]);
  expect(templateNames[key].title).not.toBe('');
});

test('a template takes the year whose close is still to come', () => {
  const leader = contestTemplates['education-leader'];
  expect(yearFor(leader, { at: new Date('2022-12-01T00:00:00Z'), timeZone })).toBe(2023);
  expect(yearFor(leader, { at: new Date('2023-02-15T19:58:59Z'), timeZone })).toBe(2023);
  expect(yearFor(leader, { at: new Date('2023-02-15T19:59:00Z'), timeZone })).toBe(2024);
});

test('a copy for the next year moves dates by a year, and the years in words and hashtags', () => {
  const settings = madeFrom('my-mentor', 2022);
  const contest = contestOf(settings, 'post');
  const next = forNextYear(contest, new Date('2022-12-20T00:00:00Z'), timeZone);
  expect(next.opensAt.toISOString()).toBe('2023-02-01T05:00:00.000Z');
  expect(next.closesAt.toISOString()).toBe('2023-11-30T19:59:00.000Z');
  expect(next.title).toBe('«Мой наставник» — 2023');
  expect(next.nominations.map(({ hashtags }) => hashtags)).toEqual([
    ['#МойНаставник2023'],
    ['#МойОпытНаставничества2023'],
  ]);
  expect(next.nominations.every(({ id }) => id === null)).toBe(true);
  expect(next.criteria).toEqual(settings.criteria);
});

test('a contest of long ago is copied to the first year that is still ahead', () => {
  const contest = contestOf(madeFrom('education-leader', 2020), 'work');
  const next = forNextYear(contest, new Date('2023-03-01T00:00:00Z'), timeZone);
  expect(toDay(next.closesAt, timeZone)).toBe('2024-02-15');
});

test('a leap day is the day before where there is none, and archived nominations stay behind', () => {
  const settings = madeFrom('my-mentor', 2024);
  const contest = contestOf(
    {
      ...settings,
      opensAt: new Date('2024-02-29T05:00:00Z'),
      nominations: settings.nominations.map((each, place) => ({ ...each, archived: place === 0 })),
    },
    'post',
  );
  const next = forNextYear(contest, new Date('2024-12-20T00:00:00Z'), timeZone);
  expect(next.opensAt.toISOString()).toBe('2025-02-28T05:00:00.000Z');
  expect(next.nominations.map(({ title }) => title)).toEqual(['Мой опыт наставничества']);
});

test('only years are shifted: a date of an order and a longer number stay', () => {
  expect(shiftYears('Конкурс-2023, 2022–2023, приказ от 22.04.2022 № 120231', 1)).toBe(
    'Конкурс-2024, 2023–2024, приказ от 22.04.2022 № 120231',
  );
});

test('hashtags are kept as they were typed, with one # and each once', () => {
  const { terms } = tidySettings('post', {
    ...madeFrom('my-mentor', 2022),
    terms: { ...usualTerms, hashtags: ['МойНаставник', '##мойнаставник', ' #Ёлка ', ''] },
  });
  expect(terms.hashtags).toEqual(['#МойНаставник', '#Ёлка']);
});

test.each([
  ['two words', 'Мой Наставник'],
  ['a number alone', '2022'],
  ['a sign', 'мой-наставник'],
  ['two at once', 'мой#наставник'],
])('%s is no hashtag', (_, tag) => {
  const settings = madeFrom('my-mentor', 2022);
  const wrong = tidySettings('post', { ...settings, terms: { ...settings.terms, hashtags: [tag] } });
  expect(() => checkSettings('post', wrong, timeZone)).toThrow('contest-hashtag');
});

test('readers’ response decides nothing where there are no posts', () => {
  const settings = madeFrom('education-leader', 2023);
  const results = { ...settings.terms.results, by: 'mixed' as const };
  const wrong = { ...settings, terms: { ...settings.terms, results } };
  expect(() => checkSettings('work', wrong, timeZone)).toThrow('contest-rules');
  expect(() => checkSettings('post', wrong, timeZone)).not.toThrow();
});
