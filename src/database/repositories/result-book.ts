import type { Activity } from '../../domain/contests/ranking/activity.ts';
import { normaliseTotals } from '../../domain/contests/ranking/normalise.ts';
import type {
  EntryScores,
  RankedEntry,
  Ranking,
  UnrankedEntry,
} from '../../domain/contests/ranking/ranking.ts';
import type { Award, ResultRules } from '../../domain/contests/result-rules.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/** What a row of `contest_result` keeps beside its numbers: every step to the place, so that it can be shown and computed again. */
type Facts = EntryScores & {
  nominationId: string;
  score: number | null;
  tie: RankedEntry['tie'];
  reason: UnrankedEntry['reason'] | null;
  counters: Activity | null;
};

/** Once: a second row of a work is refused by the table. Works without a place have taken part all the same. */
export async function writeResults(
  sql: Sql,
  contestId: string,
  ranking: Ranking,
  counters: ReadonlyMap<string, Activity>,
): Promise<void> {
  const rows = ranking.nominations.flatMap(({ nominationId, ranked, unranked }) => {
    const of = (scores: EntryScores) => ({ nominationId, counters: counters.get(scores.entryId) ?? null });
    return [
      ...ranked.map(({ place, award, ...scores }) => ({
        facts: { ...scores, ...of(scores), reason: null } satisfies Facts,
        place: place as number | null,
        award,
      })),
      ...unranked.map((scores) => ({
        facts: { ...scores, ...of(scores), score: null, tie: null } satisfies Facts,
        place: null,
        award: 'participant' as Award,
      })),
    ];
  });
  await sql.query(
    `insert into contest_result (contest_id, entry_id, jury, activity, total, place, award, facts)
     select $1, r.entry, r.jury, r.activity, r.total, r.place, r.award, r.facts
     from jsonb_to_recordset($2::jsonb) as r (entry bigint, jury numeric, activity numeric, total numeric, place int,
       award text, facts jsonb)`,
    [
      contestId,
      storableJson(
        rows.map(({ facts, place, award }) => ({
          entry: facts.entryId,
          jury: facts.jury,
          activity: facts.activity?.score ?? null,
          total: facts.score,
          place,
          award,
          facts,
        })),
      ),
    ],
  );
}

type Row = { place: number | null; award: Award | null; facts: Facts };

/** As they were written down; `null` before. */
export async function readResults(
  sql: Sql,
  contestId: string,
  nominationIds: readonly string[],
  rules: ResultRules,
): Promise<{ ranking: Ranking; counters: Map<string, Activity> } | null> {
  const rows = await sql.query<Row>(
    'select place, award, facts from contest_result where contest_id = $1 order by id',
    [contestId],
  );
  if (rows.length === 0) return null;
  return {
    ranking: { nominations: nominationIds.map((id) => nominationOf(id, rows, rules)) },
    counters: new Map(
      rows.flatMap(({ facts }) => (facts.counters === null ? [] : [[facts.entryId, facts.counters]])),
    ),
  };
}

function nominationOf(
  nominationId: string,
  all: readonly Row[],
  rules: ResultRules,
): Ranking['nominations'][number] {
  const rows = all.filter(({ facts }) => facts.nominationId === nominationId);
  // The habits follow from the totals as they were given.
  const { pool, jurors } = normaliseTotals(
    rows.flatMap(({ facts: { entryId, sheets } }) =>
      sheets.map(({ jurorId, raw }) => ({ jurorId, entryId, raw })),
    ),
    rules.normalise,
  );
  return {
    nominationId,
    pool,
    jurors,
    ranked: rows.flatMap(({ place, award, facts: { score, tie, ...facts } }): RankedEntry[] =>
      place === null || score === null || award === null
        ? []
        : [{ ...scoresOf(facts), score, place, award, tie }],
    ),
    unranked: rows.flatMap(({ facts }): UnrankedEntry[] =>
      facts.reason === null ? [] : [{ ...scoresOf(facts), reason: facts.reason }],
    ),
  };
}

function scoresOf({ entryId, sheets, raw, jury, median, criteria, activity }: EntryScores): EntryScores {
  return { entryId, sheets, raw, jury, median, criteria, activity };
}
