import { createHash } from 'node:crypto';
import type { Sql } from '../database/sql.ts';
import { writeDocx } from '../documents/write-docx.ts';
import { writeXlsx } from '../documents/write-xlsx.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { ExcusedJuror, ProtocolFacts, ProtocolJuror } from '../domain/contests/protocol.ts';
import type { ProtocolWish, ResultsDesk } from '../domain/contests/results-desk.ts';
import { docxMime } from '../domain/files/docx-plan.ts';
import { xlsxMime } from '../domain/files/sheet-plan.ts';
import { Refusal } from '../domain/refusal.ts';
import { protocolPlan } from '../texts/documents/contest-protocol.ts';
import { resultSheets } from '../texts/documents/contest-sheets.ts';
import { documentNames } from '../texts/documents/file-names.ts';
import { postOf } from '../texts/documents/posts.ts';
import { type Judging, nominationsOf } from './contest-ranking.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';
import { cityOnly } from './jury-watch-desk.ts';
import { knownContest, resultsNow, resultsView } from './results-view.ts';

/** The protocol of the jury and its sheets, from the places as they stand. */
export function createResultsPapers(
  deps: DeskDeps,
): Pick<ResultsDesk, 'makeProtocol' | 'protocol' | 'sheets'> {
  return {
    makeProtocol: (staff, contestId, wish) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const { sql, books, reach } = work;
        cityOnly(reach, 'contests:write');
        const contest = await books.contests.lock(reach.programmeId, contestId);
        if (contest === null) throw new Refusal('contest-unknown');
        const { isStored, facts } = await factsOf(work, contest, wish);
        if (!isStored) throw new Refusal('results-unchecked');
        const bytes = writeDocx(protocolPlan(facts));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const name = documentNames.protocol(contest.title, wish.number);
        const fileId = await books.uploads.keep(null, { name, mime: docxMime, bytes, sha256 });
        await sql.query('update contest set protocol_file_id = $2 where id = $1', [contest.id, fileId]);
        if (contest.protocolFileId !== null)
          await sql.query('delete from stored_file where id = $1', [contest.protocolFileId]);
        const after = { number: wish.number, on: wish.heldOn };
        const subject = { kind: 'contest', id: contest.id };
        await work.note({ action: 'contest.protocol-made', subject, before: null, after });
        return resultsView(work, await knownContest(work, contestId));
      }),
    protocol: (staff, contestId) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        cityOnly(look.reach, 'contests:read');
        const { protocolFileId } = await knownContest(look, contestId);
        const file = protocolFileId === null ? null : await deps.files.read(protocolFileId);
        if (file === null) throw new Refusal('file-unknown');
        return file;
      }),
    sheets: (staff, contestId) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        cityOnly(look.reach, 'contests:read');
        const contest = await knownContest(look, contestId);
        const { facts } = await factsOf(look, contest, nothing);
        const bytes = await writeXlsx(resultSheets(facts), look.at);
        return { name: documentNames.resultSheets(contest.title), mime: xlsxMime, bytes };
      }),
  };
}

const nothing: ProtocolWish = { number: null, heldOn: null, absent: [], secretary: null };

async function factsOf(
  { sql, reach }: Pick<Look, 'sql' | 'reach'>,
  contest: Contest,
  wish: ProtocolWish,
): Promise<{ isStored: boolean; facts: ProtocolFacts }> {
  const { judging, rules, ranking, activity, isStored } = await resultsNow(sql, contest);
  const { entries, sheets, counted } = judging;
  const facts: ProtocolFacts = {
    organizerName: await organizerOf({ sql, reach }),
    contestTitle: contest.title,
    place: contest.terms.city,
    number: wish.number,
    heldOn: wish.heldOn,
    jurors: rules.by === 'activity' ? [] : await protocolJurors(sql, contest, wish),
    secretary: wish.secretary,
    criteria: contest.criteria,
    rules,
    nominations: nominationsOf(contest, entries).map(({ id, title }) => ({
      id,
      title: title || contest.title,
    })),
    entries: entries.map(({ id, title, authors, teamName, organizationName }) => ({
      id,
      title: title === '' ? `№ ${id}` : title,
      authors: teamName === null ? authors : [teamName],
      organizationName,
      activity: activity.get(id) ?? null,
    })),
    sheets: counted.map(({ jurorId, entryId, points, comment }) => ({ jurorId, entryId, points, comment })),
    ranking,
    excused: excusedOf(judging),
    askedAgain: entries.flatMap(({ id: entryId }) => {
      const ranges = sheets.flatMap((sheet) =>
        sheet.entryId === entryId && sheet.askedAgainRange !== null ? [sheet.askedAgainRange] : [],
      );
      return ranges.length === 0 ? [] : [{ entryId, range: Math.max(...ranges) }];
    }),
  };
  return { isStored, facts };
}

async function organizerOf({ sql, reach }: Pick<Look, 'sql' | 'reach'>): Promise<string> {
  const [programme] = await sql.query<{ name: string; operator: string | null }>(
    `select name, settings->'operator'->>'name' as operator from programme where id = $1`,
    [reach.programmeId],
  );
  return programme?.operator || programme?.name || '';
}

type JurorRow = {
  id: string;
  name: string;
  isChair: boolean;
  post: string | null;
  role: string | null;
  organizationKind: string | null;
  organizationName: string | null;
};

async function protocolJurors(
  sql: Sql,
  contest: Contest,
  { absent }: ProtocolWish,
): Promise<ProtocolJuror[]> {
  const rows = await sql.query<JurorRow>(
    `select j.id::text, j.is_chair as "isChair",
       concat_ws(' ', nullif(p.surname, ''), nullif(p.name, ''), nullif(p.patronymic, '')) as name,
       (select a.answers->>'post' from application a where a.person_id = p.id and a.answers ? 'post'
         order by a.id desc limit 1) as post,
       held.role, held.kind as "organizationKind", held.short_name as "organizationName"
     from contest_juror j join person p on p.id = j.person_id
     left join lateral (select a.role, o.kind, o.short_name from appointment a
       join organization o on o.id = a.organization_id
       where a.person_id = p.id and a.ended_at is null and a.role <> 'jury' order by a.since, a.id limit 1) held on true
     where j.contest_id = $1 and j.removed_at is null order by j.is_chair desc, p.surname, p.name, j.id`,
    [contest.id],
  );
  return rows.map(({ id, name, isChair, post, role, organizationKind, organizationName }) => {
    const known = { post: post ?? '', className: '', role, organizationKind: organizationKind ?? '' };
    const words = [postOf(known, null), organizationName ?? ''].filter((part) => part !== '');
    return { id, name, isChair, post: words.join(', '), isPresent: !absent.includes(id) };
  });
}

function excusedOf({ jury, entries, sheets, bar }: Judging): ExcusedJuror[] {
  const abstained = new Set(
    sheets.filter((sheet) => sheet.abstained !== null).map((sheet) => `${sheet.jurorId} ${sheet.entryId}`),
  );
  return jury.flatMap(({ id: jurorId }) =>
    entries.flatMap(({ id: entryId }): ExcusedJuror[] => {
      const barred = bar(jurorId, entryId);
      if (barred === 'not-theirs') return [];
      if (barred !== null) return [{ jurorId, entryId, why: barred }];
      return abstained.has(`${jurorId} ${entryId}`) ? [{ jurorId, entryId, why: 'abstained' }] : [];
    }),
  );
}
