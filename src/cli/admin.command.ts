import { defineCommand } from 'citty';
import { configOfProcess } from '../config.ts';
import { createAdministratorLinkBook } from '../database/repositories/administrator-link-book.ts';
import { createSecondFactorBook } from '../database/repositories/second-factor-book.ts';
import { endSessions } from '../database/repositories/staff-session-book.ts';
import type { Sql } from '../database/sql.ts';
import { machineClock } from '../domain/calendar/clock.ts';
import type { Person } from '../domain/people/person.ts';
import { Refusal } from '../domain/refusal.ts';
import {
  type AdministratorLine,
  administratorInvited,
  administratorsText,
  factorReset,
  factorsForgotten,
} from '../texts/administrators.ts';
import { administratorLink } from '../texts/start.ts';
import { choosePerson, given, programmeArg } from './choose.ts';
import { checkFlags } from './flags.ts';
import { chooseProgramme } from './import-roadmap.ts';
import { inProgramme } from './in-programme.ts';
import { noteCli } from './note-cli.ts';
import { withDatabase } from './with-database.ts';

const inviteArgs = {
  person: { type: 'string', description: 'Номер или "Фамилия Имя Отчество" того, кто уже внесён' },
  ...programmeArg,
} as const;

/** Works without any programme: then it is founded along with the administrator. */
const inviteCommand = defineCommand({
  meta: { name: 'invite', description: 'Ссылка, по которой становятся администратором' },
  args: inviteArgs,
  async run({ args }) {
    checkFlags(args, inviteArgs, 0);
    const words = await withDatabase((database) =>
      database.transaction((sql) => invite(sql, args.person, args.programme)),
    );
    process.stdout.write(`${words}\n`);
  },
});

async function invite(sql: Sql, who: string | undefined, key: string | undefined): Promise<string> {
  const person = who === undefined ? null : await personOf(sql, who, key);
  const at = machineClock.now();
  const { secret } = await createAdministratorLinkBook(sql).create(
    { personId: person?.id ?? null, atStart: false },
    at,
  );
  await note(sql, person, 'staff.link-made', person?.id ?? '0');
  const { publicUrl, host, port } = configOfProcess();
  return administratorInvited(person, administratorLink(publicUrl ?? `http://${host}:${port}`, secret));
}

async function personOf(sql: Sql, who: string, key: string | undefined): Promise<Person> {
  return choosePerson(sql, await chooseProgramme(sql, { key: key ?? null, name: null }), who);
}

async function note(sql: Sql, person: Person | null, action: string, id: string): Promise<void> {
  const programmes = await sql.query<{ id: string }>('select id from programme limit 2');
  const only = programmes.length === 1 ? (programmes[0]?.id ?? null) : null;
  const entry = { action, subject: { kind: 'person', id } };
  await noteCli(sql, person?.programmeId ?? only, machineClock.now())(entry);
}

const listCommand = defineCommand({
  meta: { name: 'list', description: 'Администраторы' },
  async run({ args }) {
    checkFlags(args, {}, 0);
    const lines = await withDatabase((database) =>
      database.query<AdministratorLine>(
        `select p.id, p.surname, p.name, p.patronymic, g.key as programme,
           exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as enrolled,
           exists (select from chat_account c where c.person_id = p.id) as "hasChat"
         from person p join programme g on g.id = p.programme_id
         where exists (select from appointment a
           where a.person_id = p.id and a.role = 'administrator' and a.ended_at is null)
         order by p.surname, p.name, p.id`,
      ),
    );
    process.stdout.write(`${administratorsText(lines)}\n`);
  },
});

const whoArgs = {
  who: { type: 'positional', required: false, description: 'Номер или "Фамилия Имя Отчество"' },
  ...programmeArg,
} as const;

const resetCommand = defineCommand({
  meta: { name: 'reset-factor', description: 'Сбросить код из приложения: человек подключит его заново' },
  args: whoArgs,
  async run({ args }) {
    checkFlags(args, whoArgs, 1);
    const who = given(args.who, 'номер или имя человека');
    await inProgramme(args.programme, async (sql, programmeId) => {
      const person = await choosePerson(sql, programmeId, who);
      if (!(await createSecondFactorBook(sql).reset(person.id))) throw new Refusal('factor-missing');
      await endSessions(sql, person.id, machineClock.now());
      await note(sql, person, 'second-factor.reset', person.id);
      return factorReset(person);
    });
  },
});

/** For a lost `PANEL_KEY`: what was sealed with it is of no use to anybody. */
const forgetCommand = defineCommand({
  meta: { name: 'forget-factors', description: 'Забыть коды всех: ключ PANEL_KEY потерян' },
  async run({ args }) {
    checkFlags(args, {}, 0);
    const count = await withDatabase((database) =>
      database.transaction(async (sql) => {
        await sql.query('delete from recovery_code');
        const gone = await sql.query('delete from second_factor returning person_id');
        await sql.query('update staff_session set ended_at = $1 where ended_at is null', [
          machineClock.now(),
        ]);
        await sql.query(`delete from setting where key = 'panel-key'`);
        await note(sql, null, 'second-factor.all-forgotten', '0');
        return gone.length;
      }),
    );
    process.stdout.write(`${factorsForgotten(count)}\n`);
  },
});

export const adminCommand = defineCommand({
  meta: { name: 'admin', description: 'Администраторы панели' },
  subCommands: {
    invite: inviteCommand,
    list: listCommand,
    'reset-factor': resetCommand,
    'forget-factors': forgetCommand,
  },
});
