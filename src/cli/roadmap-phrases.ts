import { defineCommand } from 'citty';
import { createOrganizationBook } from '../database/repositories/organization-book.ts';
import { createResponsibleBook } from '../database/repositories/responsible-book.ts';
import { syncTasks } from '../database/repositories/task-plan.ts';
import type { Sql } from '../database/sql.ts';
import { findOrganizations } from '../domain/organizations/find-organizations.ts';
import { Refusal } from '../domain/refusal.ts';
import { places, type Target } from '../domain/roadmap/responsible.ts';
import { phraseSetText, phrasesText } from '../texts/roadmap.ts';
import { readRole, roleNames } from '../texts/roles.ts';
import { checkFlags, needed } from './flags.ts';
import { chooseProgramme } from './import-roadmap.ts';
import { withDatabase } from './with-database.ts';

const programmeArgs = {
  programme: { type: 'string', description: 'Ключ программы; не нужен, если она одна' },
} as const;

export const phrasesCommand = defineCommand({
  meta: { name: 'phrases', description: 'Что значат слова столбца «Ответственные исполнители»' },
  args: programmeArgs,
  async run({ args }) {
    checkFlags(args, programmeArgs, 0);
    await withDatabase(async (database) => {
      const programmeId = await chooseProgramme(database, { key: args.programme ?? null, name: null });
      process.stdout.write(`${phrasesText(await createResponsibleBook(database).phrases(programmeId))}\n`);
    });
  },
});

const setArgs = {
  phrase: { type: 'positional', required: false, description: 'Слова, как в дорожной карте' },
  place: { type: 'string', description: `Где отвечают: ${places.join(', ')}` },
  role: {
    type: 'string',
    description: `Кто: ${Object.keys(roleNames).join(', ')}; несколько – через запятую`,
  },
  organization: { type: 'string', description: 'Название партнёра, для --place partner' },
  ...programmeArgs,
} as const;

const setCommand = defineCommand({
  meta: { name: 'set', description: 'Объяснить слова: где и в какой роли отвечают' },
  args: setArgs,
  async run({ args }) {
    checkFlags(args, setArgs, 1);
    const { phrase = '' } = args;
    if (phrase.trim() === '') throw new Refusal('phrase-missing');
    const place = places.find((each) => each === needed('place', args.place));
    if (place === undefined) throw new Refusal('place-wrong', { value: args.place ?? '' });
    const roles = [...new Set(needed('role', args.role).split(',').map(roleOf))];
    await withDatabase((database) =>
      database.transaction(async (sql) => {
        const programmeId = await chooseProgramme(sql, { key: args.programme ?? null, name: null });
        const partner =
          place === 'partner'
            ? await partnerOf(sql, programmeId, needed('organization', args.organization))
            : null;
        const targets: Target[] = roles.map((role) => ({ place, role, organizationId: partner?.id ?? null }));
        await createResponsibleBook(sql).explain(programmeId, phrase.trim(), targets);
        await syncTasks(sql, programmeId);
        const named = targets.map((target) => ({ ...target, organizationName: partner?.shortName ?? null }));
        process.stdout.write(`${phraseSetText(phrase.trim(), named)}\n`);
      }),
    );
  },
});

function roleOf(text: string) {
  const role = readRole(text);
  if (role === null)
    throw new Refusal('role-wrong', { value: text.trim(), roles: Object.keys(roleNames).join(', ') });
  return role;
}

async function partnerOf(sql: Sql, programmeId: string, words: string) {
  const organizations = await createOrganizationBook(sql).list(programmeId);
  const [partner, ...others] = findOrganizations(organizations, words).filter(
    (each) => each.kind === 'partner',
  );
  if (partner === undefined || others.length > 0) throw new Refusal('partner-unknown', { value: words });
  return partner;
}

export const phraseCommand = defineCommand({
  meta: { name: 'phrase', description: 'Слова столбца «Ответственные исполнители»' },
  subCommands: { set: setCommand },
});
