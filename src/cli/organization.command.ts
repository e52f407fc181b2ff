import { defineCommand } from 'citty';
import { createOrganizationBook } from '../database/repositories/organization-book.ts';
import { type OrganizationKind, organizationKinds } from '../domain/organizations/organization.ts';
import { Refusal } from '../domain/refusal.ts';
import { nothingYet, organizationLine } from '../texts/people-lines.ts';
import { given, programmeArg } from './choose.ts';
import { checkFlags } from './flags.ts';
import { inProgramme } from './in-programme.ts';

const addArgs = {
  name: { type: 'positional', required: false, description: 'Полное название' },
  kind: { type: 'string', default: 'school', description: `Вид: ${organizationKinds.join(', ')}` },
  short: { type: 'string', description: 'Короткое название, например "Школа № 3"' },
  alias: { type: 'string', description: 'Как ещё её называют, через запятую' },
  ...programmeArg,
} as const;

const addCommand = defineCommand({
  meta: { name: 'add', description: 'Завести организацию' },
  args: addArgs,
  async run({ args }) {
    checkFlags(args, addArgs, 1);
    const name = given(args.name, 'название организации');
    const kind = readKind(args.kind);
    const aliases = (args.alias ?? '').split(',').map((alias) => alias.trim());
    await inProgramme(args.programme, async (sql, programmeId, _, note) => {
      const organization = await createOrganizationBook(sql).add({
        programmeId,
        kind,
        name,
        shortName: args.short?.trim() || name,
        aliases: aliases.filter((alias) => alias !== ''),
      });
      const { id } = organization;
      const subject = { kind: 'organization', id };
      await note({ action: 'organization.added', subject, organizationId: id, after: { kind } });
      return organizationLine(organization);
    });
  },
});

const listCommand = defineCommand({
  meta: { name: 'list', description: 'Все организации' },
  args: programmeArg,
  async run({ args }) {
    checkFlags(args, programmeArg, 0);
    await inProgramme(args.programme, async (sql, programmeId) => {
      const organizations = await createOrganizationBook(sql).list(programmeId);
      return organizations.map(organizationLine).join('\n') || nothingYet();
    });
  },
});

export const organizationCommand = defineCommand({
  meta: { name: 'organization', description: 'Организации программы' },
  subCommands: { add: addCommand, list: listCommand },
});

function readKind(value: string): OrganizationKind {
  const kind = organizationKinds.find((each) => each === value);
  if (kind === undefined) throw new Refusal('kind-wrong', { value, kinds: organizationKinds.join(', ') });
  return kind;
}
