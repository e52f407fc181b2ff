import type { ProtocolFacts } from '../../domain/contests/protocol.ts';
import type {
  EntryScores,
  NominationRanking,
  RankedEntry,
  UnrankedEntry,
} from '../../domain/contests/ranking/ranking.ts';
import type { SheetPlan } from '../../domain/files/sheet-plan.ts';
import { awardNames, methodLines } from '../contest-rules.ts';
import { dayText } from '../dates.ts';
import {
  digitsOf,
  type Found,
  findIn,
  habitWords,
  jurorsOf,
  quoted,
  tieWords,
  unrankedWords,
} from './contest-words.ts';

type Cell = string | number;
type Scored = RankedEntry | UnrankedEntry;
type Column = { heading: string; width: number; decimals?: number; of(entry: Scored): Cell };

/** The results as a spreadsheet: places, all scores with what the jury wrote, how it was counted, and each juror's habit. */
export function resultSheets(facts: ProtocolFacts): SheetPlan[] {
  const found = findIn(facts);
  const isJudged = facts.rules.by !== 'activity';
  return [
    summarySheet(facts, found),
    ...(isJudged ? [scoresSheet(facts, found)] : []),
    methodSheet(facts),
    ...(isJudged ? [habitsSheet(facts, found)] : []),
  ];
}

function summarySheet(facts: ProtocolFacts, found: Found): SheetPlan {
  const columns = summaryColumns(facts, found);
  return {
    name: 'Итоги',
    above: [
      `Итоги конкурса ${quoted(facts.contestTitle)}`,
      ...(facts.heldOn === null ? [] : [`${dayText(facts.heldOn)} г.`]),
    ],
    columns: [{ heading: 'Номинация', width: 30 }, ...columns.map(({ of: _, ...column }) => column)],
    rows: facts.ranking.nominations.flatMap(({ nominationId, ranked, unranked }) =>
      [...ranked, ...unranked].map((entry) => [
        found.nominationTitle(nominationId),
        ...columns.map(({ of }) => of(entry)),
      ]),
    ),
  };
}

function summaryColumns(facts: ProtocolFacts, found: Found): Column[] {
  const { rules, ranking } = facts;
  const digits = Math.max(2, ...ranking.nominations.map(({ ranked }) => digitsOf(ranked)));
  return [
    { heading: 'Место', width: 8, of: (entry) => ('place' in entry ? entry.place : '') },
    { heading: 'Работа', width: 40, of: ({ entryId }) => found.entry(entryId).title },
    { heading: 'Авторы', width: 36, of: ({ entryId }) => found.entry(entryId).authors.join(', ') },
    { heading: 'Организация', width: 28, of: ({ entryId }) => found.entry(entryId).organizationName },
    ...(rules.by === 'activity' ? [] : juryColumns()),
    ...(rules.by === 'jury' ? [] : activityColumns(found)),
    { heading: 'Итог', width: 10, decimals: digits, of: (entry) => ('score' in entry ? entry.score : '') },
    {
      heading: 'Решение',
      width: 14,
      of: (entry) => awardNames['award' in entry ? entry.award : 'participant'],
    },
    {
      heading: 'Примечание',
      width: 44,
      of: (entry) => {
        if ('reason' in entry) return `без места: ${unrankedWords(entry, rules.minSheets)}`;
        return entry.tie === null ? '' : tieWords[entry.tie];
      },
    },
  ];
}

function juryColumns(): Column[] {
  return [
    { heading: 'Листов оценки', width: 9, of: ({ sheets }) => sheets.length },
    { heading: 'Среднее исходных оценок', width: 12, decimals: 2, of: ({ raw }) => raw ?? '' },
    { heading: 'Оценка жюри', width: 12, decimals: 2, of: ({ jury }) => jury ?? '' },
    { heading: 'Медиана', width: 10, decimals: 2, of: ({ median }) => median ?? '' },
  ];
}

function activityColumns(found: Found): Column[] {
  const counter = (heading: string, name: 'likes' | 'reposts' | 'comments' | 'views'): Column => ({
    heading,
    width: 11,
    of: ({ entryId }) => found.entry(entryId).activity?.[name] ?? '',
  });
  return [
    counter('Нравится', 'likes'),
    counter('Репосты', 'reposts'),
    counter('Комментарии', 'comments'),
    counter('Просмотры', 'views'),
    { heading: 'Отклик', width: 10, decimals: 2, of: ({ activity }) => activity?.score ?? '' },
  ];
}

/** A row for each sheet of the jury: points as given, totals, and the comment. */
function scoresSheet(facts: ProtocolFacts, found: Found): SheetPlan {
  const sheetOf = new Map(facts.sheets.map((sheet) => [`${sheet.jurorId} ${sheet.entryId}`, sheet]));
  const rowOf = (nomination: NominationRanking, entry: EntryScores, jurorId: string): Cell[][] => {
    const scores = entry.sheets.find((each) => each.jurorId === jurorId);
    const sheet = sheetOf.get(`${jurorId} ${entry.entryId}`);
    if (scores === undefined) return [];
    const points = facts.criteria.map(({ id }) => sheet?.points[id] ?? '');
    return [
      [
        found.nominationTitle(nomination.nominationId),
        found.entry(entry.entryId).title,
        found.entry(entry.entryId).authors.join(', '),
        found.jurorName(jurorId),
        ...points,
        scores.raw,
        scores.normalised,
        sheet?.comment ?? '',
      ],
    ];
  };
  return {
    name: 'Баллы',
    above: [],
    columns: [
      { heading: 'Номинация', width: 30 },
      { heading: 'Работа', width: 40 },
      { heading: 'Авторы', width: 36 },
      { heading: 'Член жюри', width: 32 },
      ...facts.criteria.map(({ title, scale }) => ({
        heading: `${title} (до ${scale})`,
        width: 14,
        decimals: 1,
      })),
      { heading: 'Исходная оценка', width: 11, decimals: 2 },
      { heading: 'Приведённая оценка', width: 13, decimals: 2 },
      { heading: 'Комментарий', width: 60 },
    ],
    rows: facts.ranking.nominations.flatMap((nomination) =>
      [...nomination.ranked, ...nomination.unranked].flatMap((entry) =>
        jurorsOf(nomination, found).flatMap((jurorId) => rowOf(nomination, entry, jurorId)),
      ),
    ),
  };
}

function methodSheet({ rules, criteria }: ProtocolFacts): SheetPlan {
  return {
    name: 'Порядок подсчёта',
    above: [],
    columns: [
      { heading: '№', width: 5 },
      { heading: 'Как считались итоги', width: 120 },
    ],
    rows: methodLines(rules, criteria).map((text, at) => [at + 1, text]),
  };
}

/** Enough to compute every normalised total again. */
function habitsSheet({ ranking }: ProtocolFacts, found: Found): SheetPlan {
  return {
    name: 'Поправки жюри',
    above: [],
    columns: [
      { heading: 'Номинация', width: 30 },
      { heading: 'Член жюри', width: 32 },
      { heading: 'Листов', width: 8 },
      { heading: 'Своё среднее', width: 11, decimals: 4 },
      { heading: 'Свой разброс', width: 11, decimals: 4 },
      { heading: 'Общее среднее', width: 11, decimals: 4 },
      { heading: 'Общий разброс', width: 11, decimals: 4 },
      { heading: 'Множитель', width: 11, decimals: 4 },
      { heading: 'Оценки', width: 44 },
    ],
    rows: ranking.nominations.flatMap(({ nominationId, jurors, pool }) =>
      jurors.map(({ jurorId, sheets, mean, spread, factor, way }) => [
        found.nominationTitle(nominationId),
        found.jurorName(jurorId),
        sheets,
        mean,
        spread,
        pool?.mean ?? '',
        pool?.spread ?? '',
        factor,
        habitWords[way],
      ]),
    ),
  };
}
