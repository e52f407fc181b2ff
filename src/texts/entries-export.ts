import type { EntryLine } from '../domain/contests/entry-desk.ts';
import type { SheetPlan } from '../domain/files/sheet-plan.ts';
import { instantText, type Moment } from './contests/when.ts';
import { oneStateWords, entryWords as words } from './panel/entries.ts';
import { fullName } from './people.ts';
import { clip } from './tasks.ts';

export function entriesFileName(title: string): string {
  return words.fileName(clip(title.replace(/[«»"/\\:*?<>|]/g, ''), 80));
}

/** The list of entries as a sheet, in the order in which it is shown. */
export function entriesPlan(lines: readonly EntryLine[], moment: Moment): SheetPlan {
  return {
    name: words.sheet,
    above: [words.stamp(instantText(moment.at, moment), lines.length)],
    columns: columns.map(({ heading, width }) => ({ heading, width })),
    rows: lines.map((line, index) => [index + 1, ...columns.slice(1).map(({ of }) => of(line, moment))]),
  };
}

type Column = { heading: string; width: number; of(line: EntryLine, moment: Moment): string | number };

const columns: readonly Column[] = [
  { heading: words.number, width: 6, of: () => '' },
  {
    heading: words.author,
    width: 36,
    of: ({ author }) => (author === null ? words.nobody : fullName(author)),
  },
  { heading: words.organization, width: 30, of: ({ organizationName }) => organizationName ?? '' },
  { heading: words.team, width: 24, of: ({ teamName }) => teamName ?? '' },
  { heading: words.nomination, width: 30, of: ({ nominationTitle }) => nominationTitle ?? '' },
  { heading: words.work, width: 48, of: ({ title, excerpt }) => (title === '' ? excerpt : title) },
  { heading: words.linkColumn, width: 36, of: ({ post, link }) => post ?? link ?? '' },
  { heading: words.state, width: 18, of: ({ state }) => oneStateWords[state] },
  { heading: words.notes, width: 12, of: ({ findings }) => findings },
  {
    heading: words.submitted,
    width: 24,
    of: ({ submittedAt }, moment) => (submittedAt === null ? '' : instantText(submittedAt, moment)),
  },
  { heading: words.likes, width: 12, of: ({ likes }) => likes ?? '' },
];
