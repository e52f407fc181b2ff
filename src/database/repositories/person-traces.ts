import { contestTraces } from './person-traces-contests.ts';
import { documentTraces } from './person-traces-documents.ts';
import { pairTraces } from './person-traces-pairs.ts';
import { panelTraces } from './person-traces-panel.ts';
import { programmeTraces } from './person-traces-programme.ts';
import { signInTraces } from './person-traces-sign-in.ts';
import { talkTraces } from './person-traces-talk.ts';

/**
 * What a person's dossier does with a column: `export` and `id` go in, `secret` never does (hashes, signed links), of
 * `bytes` only size and SHA-256, which are columns of their own.
 */
export type Treatment = 'export' | 'id' | 'secret' | 'bytes';

export type Trace = {
  table: string;
  /** Sets apart several ways in which a table names people: `decided` in `application:decided`. */
  as?: string;
  /** Condition on the rows `t` that name the person `$1::bigint`. */
  rows: string;
  /** Names of columns, separated by white space. */
  columns: Partial<Record<Treatment, string>>;
  /** What is shown instead of a column, as an expression on `t`. */
  shown?: Readonly<Record<string, string>>;
  /** Statements over `$1::bigint` (person) and `$2::timestamptz` (when), or why the rows stay. */
  erase: readonly string[] | { keep: string };
};

/**
 * Where the database names a person by key or account, and what becomes of it. The dossier and the erasure know nothing
 * but this list. Its order is that of the erasure: accounts and the person come last, since the others are found by
 * them. Names that stand in free text are the business of `person-mentions.ts`.
 */
export const personTraces: readonly Trace[] = [
  panelTraces,
  signInTraces,
  talkTraces,
  documentTraces,
  pairTraces,
  contestTraces,
  // People themselves stand last here.
  programmeTraces,
].flat();

/** Tables without anybody in them; a new table is put here or gets a trace, or a test fails. */
export const impersonalTables: readonly string[] = [
  'calendar_day',
  'competency',
  'contest_criterion',
  'contest_file',
  'contest_nomination',
  'contest_post',
  'contest_search',
  'cursor',
  'lease',
  'mailing_file',
  'migration',
  'occurrence',
  'organization',
  'organization_community',
  'platform',
  'programme',
  'reminder_rule',
  'responsible_phrase',
  'roadmap',
  'roadmap_item',
  'setting',
  'synonym',
  'pair_order_pair',
];

export function columnsOf(trace: Trace, ...treatments: readonly Treatment[]): string[] {
  return treatments.flatMap((each) =>
    (trace.columns[each] ?? '').split(/\s+/u).filter((name) => name !== ''),
  );
}

export function traceName({ table, as }: Trace): string {
  return as === undefined ? table : `${table}:${as}`;
}
