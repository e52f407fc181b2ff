import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { docxLines } from '../../test/helpers/docx-text.ts';
import { independentRanking, type ScoreRow } from '../../test/helpers/independent-ranking.ts';
import { sheetIn } from '../../test/helpers/jury.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createErrandQueue } from '../database/repositories/errand-queue.ts';
import { resultsOf } from '../database/repositories/result-people.ts';
import type { Database } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import { defaultResultRules } from '../domain/contests/result-rules.ts';
import type { Errand } from '../domain/errands/errand.ts';
import type { Person } from '../domain/people/person.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { createErrandRunner } from '../jobs/errands.ts';
import { createErrandKinds } from './errand-kinds.ts';
import { createJudgingDesk } from './judging-desk.ts';
import { createJuryWatchDesk } from './jury-watch-desk.ts';
import { createResultsDesk } from './results-desk.ts';

let database: Database;
let town: Town;
let coordinator: Staff;
let curator: Staff;
const now = new Date('2022-04-12T06:00:00Z');
const clock = { now: () => now };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  const as = async (names: string, role: 'curator' | 'coordinator', organizationId: string) =>
    staffAs((await town.person(names, role, organizationId)).id, town.programme.id, [
      { role, organizationId },
    ]);
  coordinator = await as('Широбокова Ольга Ивановна', 'coordinator', town.office.id);
  curator = await as('Ушакова Анна Ильинична', 'curator', town.school.id);
});

const results = () => createResultsDesk(deskDeps(database, clock));
const watch = () => createJuryWatchDesk(deskDeps(database, clock));
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );
const letters = 'абвгдежзиклмнопрст';

async function chat(person: Person, platform: 'vk' | 'telegram' = 'vk') {
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)`,
    [platform, `9${person.id}`, person.id],
  );
}
const deliveries = () =>
  database.query<{ personId: string; text: string }>(
    `select person_id::text as "personId", outgoing->'message'->>'text' as text from delivery order by id`,
  );

/** `points[work][juror]`: a sheet's points by criteria, null for none. */
async function judged(
  points: readonly (readonly (readonly number[] | null)[])[],
  more: Parameters<typeof contestIn>[2] = {},
) {
  const jurors: Person[] = [];
  for (const index of points[0]?.keys() ?? [])
    jurors.push(await town.person(`Судейкин${letters[index]} Пётр Ильич`, 'jury', town.office.id));
  const contest = await contestIn(database, town.programme.id, {
    kind: 'work',
    jurors: jurors.map(({ id }) => id),
    ...more,
  });
  const jurorIds = jurors.map(({ id }) => contest.jurors.find(({ personId }) => personId === id)?.id ?? '');
  const works: { id: string; author: Person }[] = [];
  for (const [index, row] of points.entries()) {
    const author = await town.person(`Автор${letters[index]} Анна Петровна`, 'mentor', town.school.id);
    const { id } = await entryIn(
      database,
      {
        contestId: contest.id,
        nominationId: contest.nominations[0]?.id ?? null,
        personId: author.id,
        organizationId: town.school.id,
        title: `Работа ${index + 1}`,
      },
      new Date(Date.parse('2022-03-10T06:00:00Z') + index * 60_000),
    );
    works.push({ id, author });
    for (const [juror, given] of row.entries())
      if (given !== null)
        await sheetIn(database, contest, { jurorId: jurorIds[juror] ?? '', entryId: id }, given, {
          comment: `Отзыв ${juror + 1} о работе ${index + 1}`,
        });
  }
  return { contest, jurors, jurorIds, works };
}
const three = [
  [
    [9, 9],
    [8, 9],
    [10, 8],
  ],
  [
    [5, 6],
    [6, 5],
    [7, 7],
  ],
  [
    [3, 2],
    [2, 4],
    [4, 4],
  ],
];
const places = async (contest: Pick<Contest, 'id'>) =>
  database.query<{ entryId: string; place: number | null; award: string }>(
    `select entry_id::text as "entryId", place, award from contest_result where contest_id = $1
     order by place nulls last, entry_id`,
    [contest.id],
  );

describe('the jury as staff see it', () => {
  test('shows each juror’s progress, conflicts and abstentions, works by jurors', async () => {
    const { contest, jurors, jurorIds, works } = await judged([
      [[9, 9], null],
      [
        [5, 6],
        [6, 5],
      ],
      [null, null],
    ]);
    await database.query(`update contest_entry set mentor_id = $2, mentor_answer = 'asked' where id = $1`, [
      works[2]?.id,
      jurors[0]?.id,
    ]);
    const juror = staffAs(jurors[1]?.id ?? '', town.programme.id, [
      { role: 'jury', organizationId: town.office.id },
    ]);
    await createJudgingDesk(deskDeps(database, clock)).abstain(juror, works[2]?.id ?? '', 'knows-author');
    const progress = await watch().progress(coordinator, contest.id);
    expect(
      progress.jurors.map(({ due, finished, left, abstained, conflicts }) => ({
        due,
        finished,
        left,
        abstained,
        conflicts,
      })),
    ).toEqual([
      { due: 2, finished: 2, left: 0, abstained: 0, conflicts: 1 },
      { due: 2, finished: 1, left: 1, abstained: 1, conflicts: 0 },
    ]);
    expect(
      progress.rows.map(({ possible, finished, cells }) => [
        possible,
        finished,
        ...cells.map(({ state }) => state),
      ]),
    ).toEqual([
      [2, 1, 'finished', 'untouched'],
      [2, 2, 'finished', 'finished'],
      [0, 0, 'named-mentor', 'abstained'],
    ]);
    expect(progress.hopeless).toBe(1);
    expect(progress.jurors.map(({ jurorId }) => jurorId)).toEqual(jurorIds);
  });

  test('is the whole city’s to see', async () => {
    const { contest, works } = await judged(three);
    expect(await code(watch().progress(curator, contest.id))).toBe('may-not');
    expect(await code(watch().sheets(curator, contest.id, works[0]?.id ?? ''))).toBe('may-not');
    expect(await code(results().get(curator, contest.id))).toBe('may-not');
    expect(await code(watch().progress(coordinator, '999999'))).toBe('contest-unknown');
  });

  test('are shown works they are far apart about again, and told once', async () => {
    const { contest, jurors, works } = await judged(
      [
        [
          [10, 10],
          [1, 1],
        ],
        [
          [6, 6],
          [6, 6],
        ],
        [
          [1, 0],
          [10, 9],
        ],
      ],
      { terms: { results: { ...defaultResultRules, normalise: 'none' } } },
    );
    for (const juror of jurors) await chat(juror);
    const before = await watch().progress(coordinator, contest.id);
    const wide = before.rows.filter(({ isWide }) => isWide).map(({ entryId }) => entryId);
    expect(wide).toEqual([works[0]?.id, works[2]?.id]);
    expect(await watch().askAgain(coordinator, contest.id, wide)).toEqual({ sheets: 4, told: 2 });
    expect(await watch().askAgain(coordinator, contest.id, wide)).toEqual({ sheets: 0, told: 0 });
    const told = await deliveries();
    expect(told.map(({ personId }) => personId).toSorted()).toEqual(jurors.map(({ id }) => id).toSorted());
    expect(told[0]?.text).toContain('2 работы просим посмотреть ещё раз');
    const after = await watch().progress(coordinator, contest.id);
    expect(after.rows.map(({ finished }) => finished)).toEqual([0, 2, 0]);
    const juror = staffAs(jurors[0]?.id ?? '', town.programme.id, [
      { role: 'jury', organizationId: town.office.id },
    ]);
    const desk = createJudgingDesk(deskDeps(database, clock));
    const sheet = await desk.sheet(juror, works[0]?.id ?? '');
    expect(sheet).toMatchObject({ isAskedAgain: true, finishedAt: null });
    expect(Object.values(sheet.points)).toEqual([10, 10]);
    expect((await desk.finish(juror, works[0]?.id ?? '')).isAskedAgain).toBe(false);
  });
});

describe('results', () => {
  test('are previewed at any time and stored by nobody’s look', async () => {
    const { contest, works } = await judged(three);
    const view = await results().get(coordinator, contest.id);
    expect(view).toMatchObject({ isStored: false, stage: 'judging' });
    expect(view.ranking.nominations[0]?.ranked.map(({ entryId }) => entryId)).toEqual(
      works.map(({ id }) => id),
    );
    expect(await places(contest)).toEqual([]);
  });

  test('equal those of an independent computation', async () => {
    const { contest } = await judged([
      [
        [9, 9],
        [8, 9],
        [10, 8.5],
      ],
      [
        [9, 6],
        [6, 5],
        [7, 7],
      ],
      [
        [3, 2],
        [8, 8],
        [4, 4],
      ],
      [[7, 7.5], [7, 7], null],
    ]);
    await results().check(coordinator, contest.id, { force: 'Один лист не нужен' });
    const rows = await database.query<ScoreRow>(
      `select s.juror_id::text as juror, s.entry_id::text as entry, e.nomination_id::text as nomination,
         c.criterion_id::text as criterion, c.points::float8 as points
       from contest_score c join contest_sheet s on s.id = c.sheet_id join contest_entry e on e.id = s.entry_id`,
    );
    const expected = independentRanking(rows, contest.criteria, defaultResultRules)[
      contest.nominations[0]?.id ?? ''
    ];
    const stored = await database.query<{ entry: string; place: number; score: number }>(
      `select entry_id::text as entry, place, (facts->>'score')::float8 as score from contest_result order by place, entry_id`,
    );
    expect(stored.map(({ entry, place }) => ({ entry, place }))).toEqual(
      expected?.map(({ entry, place }) => ({ entry, place })),
    );
    for (const [index, { score }] of stored.entries())
      expect(score).toBeCloseTo(expected?.[index]?.score ?? -1, 9);
  });

  test('are checked once; what is unfinished needs a reason', async () => {
    const { contest, works } = await judged([...three.slice(0, 2), [[3, 2], [2, 4], null]]);
    await entryIn(database, {
      contestId: contest.id,
      nominationId: contest.nominations[0]?.id ?? null,
      personId: works[0]?.author.id ?? '',
      state: 'checking',
    });
    await expect(results().check(coordinator, contest.id, { force: null })).rejects.toMatchObject({
      code: 'results-unfinished',
      facts: { sheets: 1, entries: 1, activity: 0 },
    });
    const view = await results().check(coordinator, contest.id, { force: 'Член жюри заболел' });
    expect(view).toMatchObject({ isStored: true, stage: 'checked', checkedAt: now });
    expect(await places(contest)).toEqual([
      { entryId: works[0]?.id, place: 1, award: 'winner' },
      { entryId: works[1]?.id, place: 2, award: 'laureate' },
      { entryId: works[2]?.id, place: 3, award: 'laureate' },
    ]);
    expect(await code(results().check(coordinator, contest.id, { force: 'Ещё раз' }))).toBe('contest-stage');
    expect(await code(watch().askAgain(coordinator, contest.id, [works[0]?.id ?? '']))).toBe('contest-stage');
    const [noted] = await database.query<{ action: string; after: object }>(
      'select action, after from audit',
    );
    expect(noted).toMatchObject({ action: 'contest.results-checked', after: { sheets: 1, entries: 3 } });
  });

  test('are checked once though two press at once, and no sheet slips in behind', async () => {
    const { contest, jurors, works } = await judged(three);
    const juror = staffAs(jurors[0]?.id ?? '', town.programme.id, [
      { role: 'jury', organizationId: town.office.id },
    ]);
    await watch().askAgain(coordinator, contest.id, [works[2]?.id ?? '']);
    const desk = createJudgingDesk(deskDeps(database, clock));
    const outcomes = await Promise.all([
      code(desk.finish(juror, works[2]?.id ?? '')),
      code(results().check(coordinator, contest.id, { force: 'Пора' })),
      code(results().check(coordinator, contest.id, { force: 'Пора' })),
      code(desk.save(juror, works[2]?.id ?? '', { comment: 'Успел' })),
    ]);
    expect(outcomes.slice(1, 3).toSorted()).toEqual(['allowed', 'contest-stage']);
    const [row] = await database.query<{ sheets: number; late: number }>(
      `select (select jsonb_array_length(facts->'sheets') from contest_result where entry_id = $1)::int as sheets,
         (select count(*) from contest_sheet where entry_id = $1 and finished_at is not null)::int as late`,
      [works[2]?.id],
    );
    expect(row?.sheets).toBe(row?.late);
    expect(await places(contest)).toHaveLength(3);
  });

  test('stay as they stand, whatever becomes of the jury', async () => {
    const { contest } = await judged(three);
    const before = (await results().check(coordinator, contest.id, { force: null })).ranking;
    await database.query('update contest_juror set removed_at = now()');
    await database.query('delete from contest_score');
    expect((await results().get(coordinator, contest.id)).ranking).toEqual(before);
  });

  test('count no sheet of a juror who dropped out', async () => {
    const { contest, jurorIds } = await judged(three);
    await database.query('update contest_juror set removed_at = now() where id = $1', [jurorIds[2]]);
    const { ranking, unfinished } = await results().get(coordinator, contest.id);
    expect(ranking.nominations[0]?.ranked.map(({ sheets }) => sheets.length)).toEqual([2, 2, 2]);
    expect(unfinished.sheets).toBe(0);
  });

  test('count no sheet of a juror found too near since', async () => {
    const { contest, jurors, works } = await judged(three);
    await database.query(`update contest_entry set mentor_id = $2, mentor_answer = 'agreed' where id = $1`, [
      works[0]?.id,
      jurors[0]?.id,
    ]);
    const { ranking } = await results().get(coordinator, contest.id);
    const own = ranking.nominations[0]?.ranked.find(({ entryId }) => entryId === works[0]?.id);
    expect(own?.sheets).toHaveLength(2);
  });

  test('of too few sheets bring no place, and shared scores share one', async () => {
    const { contest, works } = await judged([
      [
        [8, 8],
        [8, 8],
      ],
      [
        [8, 8],
        [8, 8],
      ],
      [[9, 9], null],
    ]);
    await results().check(coordinator, contest.id, { force: 'Больше не будет' });
    expect(await places(contest)).toEqual([
      { entryId: works[0]?.id, place: 1, award: 'winner' },
      { entryId: works[1]?.id, place: 1, award: 'winner' },
      { entryId: works[2]?.id, place: null, award: 'participant' },
    ]);
  });

  test('of posts wait until the counters are frozen', async () => {
    const rules = { ...defaultResultRules, by: 'mixed' as const };
    const { contest, works } = await judged(three, { kind: 'post', terms: { results: rules } });
    for (const [index, { id }] of works.entries())
      await database.query(
        `insert into contest_counters (entry_id, at, likes, reposts, comments, final) values ($1, $2, $3, 1, 1, false)`,
        [id, now, index * 10],
      );
    await expect(results().check(coordinator, contest.id, { force: null })).rejects.toMatchObject({
      facts: { activity: 1 },
    });
    await database.query('update contest set frozen_at = $1', [now]);
    const view = await results().check(coordinator, contest.id, { force: null });
    expect(view.entries.map(({ activity }) => activity?.likes)).toEqual([0, 10, 20]);
  });
});

describe('the papers', () => {
  test('a protocol once the places stand, again in place of the one before', async () => {
    const { contest, jurorIds } = await judged(three);
    const wish = { number: '7', heldOn: '2022-04-11' as const, absent: [jurorIds[2] ?? ''], secretary: null };
    expect(await code(results().makeProtocol(coordinator, contest.id, wish))).toBe('results-unchecked');
    expect(await code(results().protocol(coordinator, contest.id))).toBe('file-unknown');
    await results().check(coordinator, contest.id, { force: null });
    expect((await results().makeProtocol(coordinator, contest.id, wish)).hasProtocol).toBe(true);
    const lines = await docxLines((await results().protocol(coordinator, contest.id)).bytes);
    expect(lines.join('\n')).toContain('11 апреля 2022 г.');
    expect(lines.join('\n')).toContain('Судейкинв Пётр Ильич');
    expect(lines.join('\n')).toContain('На заседании присутствовали: 2 из 3');
    await results().makeProtocol(coordinator, contest.id, { ...wish, number: '8' });
    const file = await results().protocol(coordinator, contest.id);
    expect(file.name).toBe('Протокол № 8 Мой наставник.docx');
    expect(await database.query('select from stored_file')).toHaveLength(1);
    expect(await code(results().makeProtocol(curator, contest.id, wish))).toBe('may-not');
  });

  test('a spreadsheet at any time', async () => {
    const { contest } = await judged(three);
    const file = await results().sheets(coordinator, contest.id);
    expect(file.name).toBe('Итоги Мой наставник.xlsx');
    expect(Object.keys(unzipSync(file.bytes))).toContain('xl/worksheets/sheet1.xml');
  });
});

describe('publication', () => {
  async function checked(more: Parameters<typeof contestIn>[2] = {}) {
    const all = await judged(three, more);
    await results().check(coordinator, all.contest.id, { force: null });
    return all;
  }
  async function told(mayNameOthers = (platform: string) => platform !== 'telegram') {
    const runner = createErrandRunner({
      queue: createErrandQueue(database),
      kinds: createErrandKinds({ database, clock, mayNameOthers }),
      clock,
      log: notedLog(),
    });
    runner.wake();
    await runner.idle();
    await runner.stop();
  }
  const publish = (contest: Contest): Promise<Errand> =>
    results().publish(coordinator, contest.id, { post: 'by-hand', text: 'Итоги подведены' });

  test('comes after the check, once, and tells everybody once', async () => {
    const { contest, works } = await checked({ terms: { showsComments: true } });
    for (const { author } of works.slice(0, 2)) await chat(author);
    expect(await resultsOf(database, contest.id, works[0]?.author.id ?? '')).toEqual([]);
    const errand = await publish(contest);
    expect(await code(publish(contest))).toBe('contest-stage');
    await told();
    const messages = await deliveries();
    expect(messages).toHaveLength(2);
    expect(messages[0]?.text).toBe(
      [
        'Итоги конкурса «Мой наставник» подведены.',
        [
          'Работа «Работа 1», номинация «Мой наставник»: победитель, 1-е место.',
          'Жюри пишет: «Отзыв 1 о работе 1»',
          'Жюри пишет: «Отзыв 2 о работе 1»',
          'Жюри пишет: «Отзыв 3 о работе 1»',
        ].join('\n'),
        'Спасибо за участие!',
      ].join('\n\n'),
    );
    const [done] = await database.query<{ state: string; facts: object }>(
      'select state, facts from errand where id = $1',
      [errand.id],
    );
    expect(done).toEqual({ state: 'done', facts: { told: 2, unreachable: 1 } });
    await results().tellAgain(coordinator, contest.id);
    await told();
    expect(await deliveries()).toHaveLength(2);
    const posts = await database.query('select occasion, text, state from contest_post');
    expect(posts).toEqual([{ occasion: 'results', text: 'Итоги подведены', state: 'by-hand' }]);
  });

  test('passes on what the jury wrote only where it may, and only if it is shown', async () => {
    const { contest, works } = await checked({ terms: { showsComments: true } });
    await chat(works[0]?.author as Person, 'telegram');
    await publish(contest);
    await told();
    const [message] = await deliveries();
    expect(message?.text).not.toContain('Отзыв 1');
    expect(message?.text).toContain('спросите его у координатора');
    await emptied(database);
    town = await foundTown(database);
    const staff = await town.person('Широбокова Ольга Ивановна', 'coordinator', town.office.id);
    coordinator = staffAs(staff.id, town.programme.id, [
      { role: 'coordinator', organizationId: town.office.id },
    ]);
    const silent = await checked();
    await chat(silent.works[0]?.author as Person);
    await publish(silent.contest);
    await told();
    expect((await deliveries())[0]?.text).not.toContain('Жюри пишет');
  });

  test('shows beforehand who may be named and what would stand on the wall', async () => {
    const { contest, works } = await checked();
    expect(await code(results().preview(coordinator, '999999'))).toBe('contest-unknown');
    const consent = async (person: Person | undefined, where: string[]) =>
      database.query(
        `with text as (insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
           select $1, kind, 'self', $2::int, '-', '-', '-', kind || $2, now() from unnest('{distribution,personal-data}'::text[]) kind
           returning id)
         insert into consent (person_id, given_by, text_id, way, given_at, scope)
         select $3, $3, id, 'chat', now(), $4 from text`,
        [
          town.programme.id,
          person?.id,
          person?.id,
          JSON.stringify({ what: ['names', 'awards'], where, conditions: '' }),
        ],
      );
    await consent(works[0]?.author, ['office-site', 'vk']);
    await consent(works[1]?.author, ['office-site']);
    const preview = await results().preview(coordinator, contest.id);
    expect(preview).toMatchObject({ works: 3, people: 3, reachable: 0, namedOnSite: 2, namedInVk: 1 });
    expect(preview.post).toContain('1-е место, победитель: Автора Анна');
    expect(preview.post).toContain('Награждены, но не названы: 2 человека.');
    expect(preview.post).not.toContain('Авторб');
  });

  test('is refused before anything is checked', async () => {
    const { contest } = await judged(three);
    expect(await code(publish(contest))).toBe('contest-stage');
    expect(await code(results().preview(coordinator, contest.id))).toBe('results-unchecked');
    expect(await code(results().tellAgain(coordinator, contest.id))).toBe('results-unpublished');
    expect(await code(results().publish(curator, contest.id, { post: 'none', text: '' }))).toBe('may-not');
  });
});
