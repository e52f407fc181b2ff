import { addDays, type Day, instantOf, makeDay, toDay, yearOf } from '../calendar/day.ts';
import type { ContestKind } from './contest.ts';
import type { ContestSettings } from './contest-settings.ts';
import { defaultResultRules, type ResultRules } from './result-rules.ts';
import { type ContestTerms, usualTerms } from './terms.ts';

export const templateKeys = [
  'my-mentor',
  'education-leader',
  'best-practices',
  'pedagogical-debut',
  'mentor-of-the-year',
  'intellectual-game',
  'forum',
] as const;
export type TemplateKey = (typeof templateKeys)[number];

type MonthDay = readonly [month: number, day: number];

export type ContestTemplate = {
  kind: ContestKind;
  /** First and last day of taking entries; the years of a template are the next ones to come. */
  opens: MonthDay;
  closes: MonthDay;
  /** Days after the close in which the jury works, and until results are told. */
  judgingDays: number;
  resultsDays: number;
  /** Of an event: its day and hours. */
  event: { day: MonthDay; from: string; to: string } | null;
  terms: Partial<Omit<ContestTerms, 'results'>>;
  results: Partial<ResultRules>;
  /** Of each criterion, in the order of its words. */
  criteria: readonly { weight: number; scale: number }[];
};

/** The words of a template for one year, in `texts/contests/templates.ts`; lists in the template's order. */
export type TemplateWords = {
  title: string;
  summary: string;
  nominations: readonly { title: string; description: string; hashtags: readonly string[] }[];
  criteria: readonly { title: string; hint: string }[];
  place?: string;
};

const evenly = (count: number, scale = 10) => Array.from({ length: count }, () => ({ weight: 1, scale }));
const work = (files: number, least: number) => ({
  files,
  link: true,
  description: { least, most: 3000 },
});

/** The contests, the game and the forum of the roadmap (items 3.2–3.4, 3.8, 3.9, 3.11, 3.12), with its months. */
export const contestTemplates: Readonly<Record<TemplateKey, ContestTemplate>> = {
  'my-mentor': {
    kind: 'post',
    opens: [2, 1],
    closes: [11, 30],
    judgingDays: 10,
    resultsDays: 15,
    event: null,
    terms: {
      perPerson: 2,
      perNomination: 1,
      post: { minLength: 500, maxLength: 15_000, needs: 'picture-or-video', communities: true },
      namesMentor: true,
      diplomaPrefix: 'МН',
    },
    results: { by: 'mixed', juryShare: 0.7 },
    criteria: [
      { weight: 3, scale: 10 },
      { weight: 2, scale: 10 },
      { weight: 2, scale: 10 },
      { weight: 1, scale: 10 },
    ],
  },
  'education-leader': {
    kind: 'work',
    opens: [1, 16],
    closes: [2, 15],
    judgingDays: 10,
    resultsDays: 13,
    event: null,
    terms: { perPerson: 1, work: work(5, 300), namesMentor: false, diplomaPrefix: 'ЛО' },
    results: { by: 'jury' },
    criteria: evenly(5),
  },
  'best-practices': {
    kind: 'work',
    opens: [5, 10],
    closes: [6, 10],
    judgingDays: 12,
    resultsDays: 18,
    event: null,
    terms: {
      perPerson: 2,
      work: work(5, 500),
      team: { allowed: true, least: 2, most: 5 },
      namesMentor: false,
      blind: true,
      showsComments: true,
      diplomaPrefix: 'ЛП',
    },
    results: { by: 'jury' },
    criteria: [
      { weight: 2, scale: 10 },
      { weight: 3, scale: 10 },
      { weight: 3, scale: 10 },
      { weight: 2, scale: 10 },
      { weight: 1, scale: 5 },
    ],
  },
  'pedagogical-debut': {
    kind: 'work',
    opens: [11, 1],
    closes: [11, 17],
    judgingDays: 7,
    resultsDays: 12,
    event: null,
    terms: {
      roles: ['mentee'],
      perPerson: 1,
      work: work(5, 300),
      namesMentor: true,
      showsComments: true,
      diplomaPrefix: 'ПД',
    },
    results: { by: 'jury' },
    criteria: evenly(5),
  },
  'mentor-of-the-year': {
    kind: 'work',
    opens: [8, 1],
    closes: [8, 18],
    judgingDays: 5,
    resultsDays: 8,
    event: null,
    terms: { roles: ['mentor'], perPerson: 1, work: work(5, 500), namesMentor: false, diplomaPrefix: 'НГ' },
    results: { by: 'jury' },
    criteria: [
      { weight: 3, scale: 10 },
      { weight: 2, scale: 10 },
      { weight: 2, scale: 10 },
      { weight: 2, scale: 10 },
      { weight: 1, scale: 10 },
    ],
  },
  'intellectual-game': {
    kind: 'event',
    opens: [10, 1],
    closes: [10, 20],
    judgingDays: 7,
    resultsDays: 10,
    event: { day: [10, 25], from: '14:00', to: '17:00' },
    terms: {
      roles: ['mentor', 'mentee'],
      perPerson: 1,
      team: { allowed: true, least: 4, most: 6 },
      namesMentor: false,
      event: { place: '', link: '', seats: 60, waitingList: true },
      diplomaPrefix: 'ИИ',
    },
    results: { by: 'jury', minSheets: 1, normalise: 'none' },
    criteria: [],
  },
  forum: {
    kind: 'event',
    opens: [10, 20],
    closes: [11, 18],
    judgingDays: 7,
    resultsDays: 10,
    event: { day: [11, 22], from: '10:00', to: '16:00' },
    terms: {
      perPerson: 1,
      namesMentor: false,
      event: { place: '', link: '', seats: 200, waitingList: true },
      diplomaPrefix: 'Ф4К',
    },
    results: { by: 'jury' },
    criteria: [],
  },
};

type Now = { at: Date; timeZone: string };

/** The year whose close is the next to come. */
export function yearFor({ closes }: ContestTemplate, { at, timeZone }: Now): number {
  const year = yearOf(toDay(at, timeZone));
  return instantOf(dayIn(year, closes), lastMinute, timeZone) > at ? year : year + 1;
}

export function settingsFrom(
  template: ContestTemplate,
  words: TemplateWords,
  year: number,
  timeZone: string,
): ContestSettings {
  const { kind, opens, closes, event, judgingDays, resultsDays } = template;
  const closesOn = dayIn(year, closes);
  const terms = { ...usualTerms, ...template.terms };
  const time = (of: MonthDay | undefined, clock: string) =>
    of === undefined ? null : instantOf(dayIn(year, of), clock, timeZone);
  // What an event ends with is looked at after the event itself.
  const lastDay = event === null ? closesOn : dayIn(year, event.day);
  return {
    itemId: null,
    title: words.title,
    summary: words.summary,
    opensAt: instantOf(dayIn(year, opens), firstMinute, timeZone),
    closesAt: instantOf(closesOn, lastMinute, timeZone),
    judgingUntil: kind === 'event' ? null : instantOf(addDays(lastDay, judgingDays), '18:00', timeZone),
    resultsOn: addDays(lastDay, resultsDays),
    startsAt: time(event?.day, event?.from ?? ''),
    endsAt: time(event?.day, event?.to ?? ''),
    terms: {
      ...terms,
      event: { ...terms.event, place: words.place ?? terms.event.place },
      results: { ...defaultResultRules, ...template.results },
    },
    announcement: '',
    nominations: words.nominations.map(({ title, description, hashtags }) => ({
      id: null,
      title,
      description,
      hashtags: [...hashtags],
      archived: false,
    })),
    criteria: words.criteria.map(({ title, hint }, place) => ({
      id: null,
      title,
      hint,
      ...(template.criteria[place] ?? { weight: 1, scale: 10 }),
    })),
  };
}

const firstMinute = '09:00';
const lastMinute = '23:59';

function dayIn(year: number, [month, day]: MonthDay): Day {
  return makeDay(year, month, day) ?? `${year}-01-01`;
}
