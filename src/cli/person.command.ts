import { defineCommand } from 'citty';
import { createPersonBook } from '../database/repositories/person-book.ts';
import type { Sql } from '../database/sql.ts';
import type { Organization } from '../domain/organizations/organization.ts';
import type { Person, Role } from '../domain/people/person.ts';
import { appointed, dismissed, nobodyYet, personAdded, personLine, unlinked } from '../texts/people-lines.ts';
import { roleNames } from '../texts/roles.ts';
import { appoint, dismiss } from './appoint.ts';
import {
  chooseOrganization,
  choosePerson,
  choosePlatform,
  chooseRole,
  given,
  programmeArg,
  readNames,
} from './choose.ts';
import { checkFlags, needed } from './flags.ts';
import { inProgramme } from './in-programme.ts';
import type { Note } from './note-cli.ts';
import { add, invite } from './person-invite.ts';

const whoArg = {
  who: { type: 'positional', required: false, description: 'Номер или "Фамилия Имя Отчество"' },
} as const;
const postArgs = {
  role: { type: 'string', description: `Роль: ${Object.keys(roleNames).join(', ')}` },
  organization: { type: 'string', description: 'Организация: любая часть названия, номер, «шк 3»' },
} as const;
const args = { ...whoArg, ...postArgs, ...programmeArg };
const noPostArgs = { ...whoArg, ...programmeArg };

const addCommand = defineCommand({
  meta: { name: 'add', description: 'Внести человека' },
  args: noPostArgs,
  async run({ args: typed }) {
    checkFlags(typed, noPostArgs, 1);
    const names = readNames(given(typed.who, 'фамилия, имя и отчество'));
    await inProgramme(typed.programme, async (sql, programmeId, _, note) =>
      personAdded(await add({ sql, programmeId, note }, names)),
    );
  },
});

const listCommand = defineCommand({
  meta: { name: 'list', description: 'Все люди' },
  args: programmeArg,
  async run({ args: typed }) {
    checkFlags(typed, programmeArg, 0);
    await inProgramme(typed.programme, async (sql, programmeId) => {
      const people = await createPersonBook(sql).list(programmeId);
      return people.map(personLine).join('\n') || nobodyYet();
    });
  },
});

type Typed = { who?: string | undefined; role?: string | undefined; organization?: string | undefined };
type Post = { sql: Sql; person: Person; role: Role; organization: Organization; at: Date; note: Note };

async function atPost(
  typed: Typed & { _: string[]; programme?: string | undefined },
  work: (post: Post) => Promise<string>,
): Promise<void> {
  checkFlags(typed, args, 1);
  const who = given(typed.who, 'номер или имя человека');
  const role = chooseRole(needed('role', typed.role));
  const words = needed('organization', typed.organization);
  await inProgramme(typed.programme, async (sql, programmeId, at, note) => {
    const person = await choosePerson(sql, programmeId, who);
    const organization = await chooseOrganization(sql, programmeId, words);
    return work({ sql, person, role, organization, at, note });
  });
}

const appointCommand = defineCommand({
  meta: { name: 'appoint', description: 'Назначить на роль в организации' },
  args,
  run: ({ args: typed }) =>
    atPost(typed, async ({ sql, note, person, role, organization }) => {
      await appoint({ sql, note }, person, { role, organizationId: organization.id });
      return appointed(person, role, organization);
    }),
});

const dismissCommand = defineCommand({
  meta: { name: 'dismiss', description: 'Снять с роли в организации' },
  args,
  run: ({ args: typed }) =>
    atPost(typed, async ({ sql, note, person, role, organization, at }) => {
      await dismiss({ sql, note, at }, person, { role, organizationId: organization.id });
      return dismissed(person, role, organization);
    }),
});

const inviteCommand = defineCommand({
  meta: {
    name: 'invite',
    description: 'Пригласить в бота: ссылки и код. С ролью и организацией – внести и назначить',
  },
  args,
  async run({ args: typed }) {
    checkFlags(typed, args, 1);
    const who = given(typed.who, 'номер или имя человека');
    const hasPost = typed.role !== undefined || typed.organization !== undefined;
    const post = hasPost
      ? {
          role: chooseRole(needed('role', typed.role)),
          organization: needed('organization', typed.organization),
        }
      : null;
    await inProgramme(typed.programme, (sql, programmeId, _, note) =>
      invite({ sql, programmeId, note }, who, post),
    );
  },
});

const unlinkArgs = {
  ...noPostArgs,
  platform: { type: 'string', description: 'Только этот мессенджер: telegram или vk' },
} as const;

const unlinkCommand = defineCommand({
  meta: { name: 'unlink', description: 'Отвязать чаты от человека и отозвать его приглашения' },
  args: unlinkArgs,
  async run({ args: typed }) {
    checkFlags(typed, unlinkArgs, 1);
    const who = given(typed.who, 'номер или имя человека');
    await inProgramme(typed.programme, async (sql, programmeId, _, note) => {
      const person = await choosePerson(sql, programmeId, who);
      const platform = typed.platform === undefined ? null : await choosePlatform(sql, typed.platform);
      const platforms = await createPersonBook(sql).unlink(person.id, platform);
      const subject = { kind: 'person', id: person.id };
      await note({ action: 'person.unlinked', subject, before: { platforms } });
      return unlinked(person, platforms);
    });
  },
});

export const personCommand = defineCommand({
  meta: { name: 'person', description: 'Люди, их роли и приглашения' },
  subCommands: {
    add: addCommand,
    list: listCommand,
    appoint: appointCommand,
    dismiss: dismissCommand,
    invite: inviteCommand,
    unlink: unlinkCommand,
  },
});
