import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import { createSettingBook } from '../database/repositories/setting-book.ts';
import type { Sql } from '../database/sql.ts';
import { difference } from '../domain/audit/audit.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { ProgrammeChange, ProgrammeView, SettingsDesk } from '../domain/programme/settings-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';

export function createProgrammeSettings(deps: DeskDeps): Pick<SettingsDesk, 'programme' | 'changeProgramme'> {
  return {
    programme: (staff) =>
      staffLook(deps, staff, 'settings:read', (look) => programmeView(look, deps.mayNameOthers)),

    changeProgramme: (staff, change, version) =>
      staffWork(deps, staff, 'settings:write', async (work) => {
        const { sql, reach } = work;
        await sql.query('select from programme where id = $1 for update', [reach.programmeId]);
        const before = await programmeView(work, deps.mayNameOthers);
        checkVersion(before, version);
        if (change.workFrom >= change.workTo) throw new Refusal('hours-reversed');
        await mustKnowZone(sql, change.timeZone);
        const { operator, retention, privacy, ...programme } = change;
        const book = createProgrammeBook(sql);
        await book.change(reach.programmeId, programme);
        await book.saveSettings(reach.programmeId, { operator, retention, privacy });
        const after = await programmeView(work, deps.mayNameOthers);
        await work.note({
          action: 'programme.changed',
          subject: { kind: 'programme', id: reach.programmeId },
          ...difference(factsOf(before), factsOf(after)),
        });
        return after;
      }),
  };
}

async function programmeView({ sql, reach }: Look, mayNameOthers: MayNameOthers): Promise<ProgrammeView> {
  const [row] = await sql.query<Omit<Programme, 'id' | 'key'>>(
    `select name, time_zone as "timeZone", work_from as "workFrom", work_to as "workTo" from programme where id = $1`,
    [reach.programmeId],
  );
  if (row === undefined) throw new Refusal('programme-unknown');
  const platforms = await sql.query<{ platform: string; name: string }>(
    'select key as platform, name from platform order by key',
  );
  return {
    ...row,
    ...(await createProgrammeBook(sql).settings(reach.programmeId)),
    demo: (await createSettingBook(sql).read('sandbox')) !== null,
    naming: platforms.map((each) => ({ ...each, mayNameOthers: mayNameOthers(each.platform) })),
  };
}

/** By both: what Node.js shows, PostgreSQL has to count with. */
async function mustKnowZone(sql: Sql, timeZone: string): Promise<void> {
  const rows = await sql.query('select from pg_timezone_names where name = $1', [timeZone]);
  if (rows.length === 0 || !isKnownHere(timeZone)) throw new Refusal('zone-not-known', { zone: timeZone });
}

function isKnownHere(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('ru', { timeZone }));
  } catch {
    return false;
  }
}

/** For the audit: the operator's words only as that they changed. */
function factsOf({ name, timeZone, workFrom, workTo, operator, retention, privacy }: ProgrammeChange) {
  const contact = Object.values(operator).join('\n');
  return { name, timeZone, workFrom, workTo, contact, ...retention, ...privacy };
}
