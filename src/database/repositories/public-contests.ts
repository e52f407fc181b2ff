import type { Contest } from '../../domain/contests/contest.ts';
import type { PublicContest, PublicContestPage, PublicDiploma } from '../../domain/contests/public-desk.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { readContests } from './contest-book.ts';
import { mayPublish } from './publishable.ts';

const mostContests = 100;

/** Whatever was announced; what is not is nobody's business yet. */
const isPublic = `c.state <> 'draft' and c.announced_at is not null`;

export type AnnouncedContest = Contest & { programme: PublicContest['programme'] };

export function createPublicContests(sql: Sql) {
  return {
    list: () =>
      announced(
        sql,
        `where ${isPublic} and c.state <> 'cancelled' and (c.state <> 'archived' or c.published_at is not null)
         order by coalesce(c.published_at, c.announced_at) desc, c.id desc limit ${mostContests}`,
        [],
      ),
    async find(contestId: string): Promise<AnnouncedContest | null> {
      const [contest] = await announced(sql, `where c.id = $1 and ${isPublic}`, [readId(contestId)]);
      return contest ?? null;
    },
    /** Where one writes to the bot, without what invites or signs in. */
    async bots(): Promise<PublicContestPage['bots']> {
      const rows = await sql.query<{ name: string; link: string }>(
        `select name, setting.value->>'link' as link from platform
         join setting on setting.key = 'bot:' || platform.key where setting.value->>'link' like 'https://%' order by name`,
      );
      return rows.map(({ name, link }) => ({ name, link: link.replace(/\?.*$/, '') }));
    },
    async diploma(code: string): Promise<PublicDiploma | null> {
      const [row] = await sql.query<PublicDiploma>(
        `select d.number, d.kind, d.award, c.title as contest, coalesce(n.title, '') as nomination,
           d.issued_on::text as "issuedOn", d.revoked_at is not null as revoked,
           case when ${mayPublish('d.person_id', 'names', 'office-site')}
               and ${mayPublish('d.person_id', 'awards', 'office-site')}
             then concat_ws(' ', nullif(p.surname, ''), nullif(p.name, ''), nullif(p.patronymic, '')) end as name
         from diploma d join contest c on c.id = d.contest_id join person p on p.id = d.person_id
         left join contest_entry e on e.id = d.entry_id
         left join contest_nomination n on n.id = e.nomination_id
         where d.code = $1`,
        [code],
      );
      return row ?? null;
    },
  };
}

async function announced(sql: Sql, tail: string, params: readonly unknown[]): Promise<AnnouncedContest[]> {
  const contests = await readContests(sql, tail, params);
  const programmes = await sql.query<PublicContest['programme'] & { id: string }>(
    'select id::text, key, name, time_zone as "timeZone" from programme where id = any($1::bigint[])',
    [[...new Set(contests.map(({ programmeId }) => programmeId))]],
  );
  const found = new Map(programmes.map(({ id, ...programme }) => [id, programme]));
  return contests.flatMap((contest) => {
    const programme = found.get(contest.programmeId);
    return programme === undefined ? [] : [{ ...contest, programme }];
  });
}
