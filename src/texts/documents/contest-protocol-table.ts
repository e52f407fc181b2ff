import type { ProtocolFacts } from '../../domain/contests/protocol.ts';
import type { EntryScores, NominationRanking, RankedEntry } from '../../domain/contests/ranking/ranking.ts';
import type { ResultRules } from '../../domain/contests/result-rules.ts';
import type { DocxBlock } from '../../domain/files/docx-plan.ts';
import { awardNames, decimal } from '../contest-rules.ts';
import { countersLine, digitsOf, type Found, findIn, jurorsOf } from './contest-words.ts';

/** Of a page in millimetres, without its margins. */
const across = { upright: 170, landscape: 257 };
const widths = { place: 16, name: 38, juror: 17, jurors: 42, activity: 30, jury: 17, total: 20, award: 26 };

type Column = { heading: string; width: number; of(entry: RankedEntry): string };

/** Whether some table needs the wide page. */
export function needsLandscape({ ranking, rules }: ProtocolFacts): boolean {
  const most = Math.max(0, ...ranking.nominations.map(({ jurors }) => jurors.length));
  return fixedWidth(rules) + jurorsWidth(most, rules) > across.upright;
}

/** The ranked entries of a nomination, a row each. */
export function nominationTable(
  facts: ProtocolFacts,
  nomination: NominationRanking,
): Extract<DocxBlock, { kind: 'table' }> {
  const columns = columnsOf(facts, nomination);
  const all = needsLandscape(facts) ? across.landscape : across.upright;
  const spare = all - columns.reduce((sum, { width }) => sum + width, 0);
  return {
    kind: 'table',
    // What is left over goes to the two columns of names.
    widths: columns.map(({ width }, at) => (at === 1 || at === 2 ? width + Math.floor(spare / 2) : width)),
    frame: true,
    head: columns.map(({ heading }) => heading),
    rows: nomination.ranked.map((entry) => columns.map(({ of }) => of(entry))),
  };
}

function columnsOf(facts: ProtocolFacts, nomination: NominationRanking): Column[] {
  const found = findIn(facts);
  const { rules } = facts;
  const digits = digitsOf(nomination.ranked);
  return [
    { heading: 'Место', width: widths.place, of: ({ place }) => String(place) },
    {
      heading: 'Автор, команда',
      width: widths.name,
      of: ({ entryId }) => {
        const { authors, organizationName } = found.entry(entryId);
        return [authors.join(', '), organizationName].filter((part) => part !== '').join('\n');
      },
    },
    { heading: 'Работа', width: widths.name, of: ({ entryId }) => found.entry(entryId).title },
    ...(rules.by === 'activity' ? [] : jurorColumns(nomination, found, rules)),
    ...(rules.by === 'mixed'
      ? [{ heading: 'Жюри', width: widths.jury, of: ({ jury }: EntryScores) => scoreText(jury, 2) }]
      : []),
    ...(rules.by === 'jury' ? [] : [activityColumn(found)]),
    { heading: 'Итог', width: widths.total, of: ({ score }) => decimal(score, digits) },
    { heading: 'Решение', width: widths.award, of: ({ award }) => awardNames[award] },
  ];
}

/** A column for each juror where the page has room, or one for all of them. */
function jurorColumns(nomination: NominationRanking, found: Found, rules: ResultRules): Column[] {
  const jurors = jurorsOf(nomination, found);
  if (!hasRoom(jurors.length, rules))
    return [
      {
        heading: 'Оценки членов жюри',
        width: widths.jurors,
        of: (entry) =>
          jurors
            .filter((jurorId) => entry.sheets.some((sheet) => sheet.jurorId === jurorId))
            .map((jurorId) => `№ ${found.jurorNumber(jurorId)}: ${sheetText(entry, jurorId, rules, ' ')}`)
            .join('\n'),
      },
    ];
  return jurors.map((jurorId) => ({
    heading: `№ ${found.jurorNumber(jurorId)}`,
    width: widths.juror,
    of: (entry) => sheetText(entry, jurorId, rules, '\n'),
  }));
}

/** «82,4 (78,0)»: normalised, and as given. */
function sheetText({ sheets }: EntryScores, jurorId: string, rules: ResultRules, between: string): string {
  const sheet = sheets.find((each) => each.jurorId === jurorId);
  if (sheet === undefined) return '—';
  if (rules.normalise === 'none') return decimal(sheet.raw, 1);
  return `${decimal(sheet.normalised, 1)}${between}(${decimal(sheet.raw, 1)})`;
}

function activityColumn(found: Found): Column {
  return {
    heading: 'Отклик (нравится / репосты / комментарии)',
    width: widths.activity,
    of: ({ entryId, activity }) =>
      `${scoreText(activity?.score ?? null, 2)}\n(${countersLine(found.entry(entryId).activity)})`,
  };
}

function scoreText(score: number | null, digits: number): string {
  return score === null ? '—' : decimal(score, digits);
}

function fixedWidth({ by }: ResultRules): number {
  const activity = by === 'jury' ? 0 : widths.activity;
  const jury = by === 'mixed' ? widths.jury : 0;
  return widths.place + 2 * widths.name + widths.total + widths.award + activity + jury;
}

function hasRoom(jurors: number, rules: ResultRules): boolean {
  return fixedWidth(rules) + jurors * widths.juror <= across.landscape;
}

function jurorsWidth(jurors: number, rules: ResultRules): number {
  if (rules.by === 'activity') return 0;
  return hasRoom(jurors, rules) ? jurors * widths.juror : widths.jurors;
}
