import { defineCommand } from 'citty';
import { createOrganizationBook } from '../database/repositories/organization-book.ts';
import { createResponsibleBook } from '../database/repositories/responsible-book.ts';
import { syncTasks } from '../database/repositories/task-plan.ts';
import type { Sql } from '../database/sql.ts';
import { findOrganizations } from '../domain/organizations/find-organizations.ts';
import { Refusal } from '../domain/refusal.ts';
import { createTargetsOf, places, type Target } from '../domain/roadmap/responsible.ts';
import { phraseSetText, phrasesText } from '../texts/roadmap.ts';
import { readRole, roleNames } from '../texts/roles.ts';
import { checkFlags, needed } from './flags.ts';
import { inProgramme } from './in-programme.ts';
import type { Note } from './note-cli.ts';

const programmeArgs = {
  programme: { type: 'string', description: 'Ключ программы; не нужен, если она одна' },
} as const;

export const phrasesCommand = defineCommand({
  meta: { name: 'phrases', description: 'Что значат слова столбца «Ответственные исполнители»' },
  args: programmeArgs,
  async run({ args }) {
    checkFlags(args, programmeArgs, 0);
    await inProgramme(args.programme, async (sql, programmeId) =>
      phrasesText(await createResponsibleBook(sql).phrases(programmeId)),
    );
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
    await inProgramme(args.programme, async (sql, programmeId, _, note) => {
      const partner =
        place === 'partner'
          ? await partnerOf(sql, programmeId, needed('organization', args.organization))
          : null;
      const targets: Target[] = roles.map((role) => ({ place, role, organizationId: partner?.id ?? null }));
      await explain({ sql, programmeId, note }, phrase.trim(), targets);
      const named = targets.map((target) => ({ ...target, organizationName: partner?.shortName ?? null }));
      return phraseSetText(phrase.trim(), named);
    });
  },
});

async function explain(
  { sql, programmeId, note }: { sql: Sql; programmeId: string; note: Note },
  phrase: string,
  targets: readonly Target[],
): Promise<void> {
  const book = createResponsibleBook(sql);
  const before = createTargetsOf(await book.phrases(programmeId))(phrase) ?? [];
  await book.explain(programmeId, phrase, targets);
  const { inserted, updated, withdrawn, revived } = await syncTasks(sql, programmeId);
  await note({
    action: 'responsible-words.explained',
    subject: { kind: 'programme', id: programmeId },
    before: { phrase, targets: before.map(inShort) },
    after: { phrase, targets: targets.map(inShort), inserted, updated, withdrawn, revived },
  });
}

const inShort = ({ place, role }: Target): string => `${place} ${role}`;

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
