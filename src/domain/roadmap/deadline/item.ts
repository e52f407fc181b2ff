import type { Every } from './lexicon.ts';
import type { Shape } from './shape.ts';

/** A year, a span of them or a school year as written. */
export type YearGroup = { first: number; last: number; school: boolean };

/** `until`: «до …», `since`: «с …» without an end. */
export type Mode = 'window' | 'until' | 'since';

/** What stands in the cell from token `start` up to, but without, token `end`. */
export type Item = { start: number; end: number } & (Dated | Years | Repeat | Trigger | Other);

export type Dated = {
  is: 'dated';
  shapes: Shape[];
  /** The year of the first day where it was said apart: «декабрь 2022 – январь 2023». */
  fromYear: number | null;
  years: readonly YearGroup[] | null;
  /** Whether the years stand before the days: then a stretch over the turn of the year begins in them. */
  yearsFirst: boolean;
  mode: Mode;
  /** Said as a day of a month, so that «до» before one such day also means the next. */
  exact: boolean;
  /** Has a word of its own before it: «до», «с», «в». */
  led: boolean;
  /** The stretches come again in each such unit: «до 5 числа», «в конце каждого квартала». */
  periodic: Every | null;
};

export type Years = { is: 'years'; groups: readonly YearGroup[]; mode: Mode; lead: string };

export type Repeat = {
  is: 'repeat';
  /** `null`: a repetition of another kind, «раз в два года». */
  every: Every | null;
  /** «1 раз в учебный год», «1 раз в четверть». */
  ofSchoolYear: boolean;
};

/** A word that makes its clause a standing one. */
export type Trigger = {
  is: 'trigger';
  kind: 'conditional' | 'ongoing';
  /** By somebody's plan: beside a repetition it only says when within it. */
  plan: boolean;
  /** Dates straight after it belong to it: «по итогам I полугодия», «за 10 дней до 1 сентября». */
  absorbs: boolean;
};

export type Other = { is: 'word' | 'mark' | 'comma' | 'break' | 'open' | 'close' | 'further' };

/** What a rule of the grammar found, and the token after it. */
export type Found<Value> = { value: Value; next: number };
