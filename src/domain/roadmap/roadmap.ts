import type { Day } from '../calendar/day.ts';
import type { Period, Standing, Window } from './deadline/read-deadline.ts';

/**
 * What any document comes down to before it is understood: the paragraphs above the first table, then rows in reading
 * order. A row of one cell is a merged section row or a paragraph between two tables. A cell merged downwards stands in
 * each of its rows, one merged sideways stands in its first column and leaves the others empty. Cells keep their line breaks.
 */
export type RoadmapPages = { paragraphs: string[]; rows: string[][] };

export type RoadmapOrder = { number: string; on: Day };

export type ReadItem = {
  section: string;
  code: string;
  title: string;
  deadline: string;
  occurrences: Window[];
  standing: Standing[];
  unparsed: string[];
  responsible: string[];
  result: string;
};

export type RoadmapWarning =
  | { code: 'code-twice'; item: string; times: number }
  | { code: 'no-code'; title: string }
  | { code: 'no-deadline' | 'no-responsible' | 'unparsed'; item: string }
  | { code: 'no-order' | 'no-title' }
  | { code: 'period-guessed'; from: Day; to: Day }
  | { code: 'row-unread'; text: string };

export type ReadRoadmap = {
  title: string;
  order: RoadmapOrder | null;
  period: Period;
  items: ReadItem[];
  warnings: RoadmapWarning[];
};

/** White space of every kind (line breaks, no-break spaces) folded to one space, none at the ends. */
export function fold(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();
}
