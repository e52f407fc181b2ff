import { defineCommand } from 'citty';
import { dossierOf } from '../database/repositories/dossier.ts';
import { createPrivacyBook, openRequestsOf } from '../database/repositories/privacy-book.ts';
import { createPrivacyRounds } from '../database/repositories/privacy-rounds.ts';
import { createRetentionBook } from '../database/repositories/retention-book.ts';
import type { Sql } from '../database/sql.ts';
import { fullName } from '../texts/people.ts';
import {
  erasedText,
  eraseQuestion,
  noRequests,
  nothingErasedYet,
  outdatedText,
  requestLine,
} from '../texts/privacy-lines.ts';
import { choosePerson, given, programmeArg } from './choose.ts';
import { checkFlags } from './flags.ts';
import { inProgramme } from './in-programme.ts';
import type { Note } from './note-cli.ts';

const requestsCommand = defineCommand({
  meta: { name: 'requests', description: 'Открытые запросы о персональных данных' },
  args: programmeArg,
  async run({ args: typed }) {
    checkFlags(typed, programmeArg, 0);
    await inProgramme(typed.programme, async (sql, programmeId) => {
      const open = await openRequestsOf(sql, programmeId);
      return open.map(requestLine).join('\n') || noRequests();
    });
  },
});

const personArgs = {
  person: { type: 'positional', required: false, description: 'Номер или "Фамилия Имя Отчество"' },
  ...programmeArg,
} as const;

const dossierCommand = defineCommand({
  meta: { name: 'dossier', description: 'Всё, что хранится о человеке, в JSON' },
  args: personArgs,
  async run({ args: typed }) {
    checkFlags(typed, personArgs, 1);
    const who = given(typed.person, 'номер или имя человека');
    await inProgramme(typed.programme, async (sql, programmeId, _, note) => {
      const person = await choosePerson(sql, programmeId, who);
      // Who took it along is not known, but that somebody did.
      await note({ action: 'person.dossier-printed', subject: { kind: 'person', id: person.id } });
      return JSON.stringify(await dossierOf(sql, person.id), null, 2);
    });
  },
});

const eraseArgs = {
  ...personArgs,
  yes: { type: 'boolean', alias: 'y', description: 'Да, удалить без возврата' },
} as const;

const eraseCommand = defineCommand({
  meta: { name: 'erase', description: 'Удалить данные человека сразу: по его письменной просьбе' },
  args: eraseArgs,
  async run({ args: typed }) {
    checkFlags(typed, { ...eraseArgs, y: true }, 1);
    const who = given(typed.person, 'номер или имя человека');
    await inProgramme(typed.programme, async (sql, programmeId, at, note) => {
      const person = await choosePerson(sql, programmeId, who);
      if (typed.yes !== true) return eraseQuestion(`${fullName(person)} (${person.id})`);
      return erasedText((await eraseNow({ sql, note }, person.id, at)).length);
    });
  },
});

/** Recorded like any other request, so that it can be shown that and when it was done. */
async function eraseNow(
  { sql, note }: { sql: Sql; note: Note },
  personId: string,
  at: Date,
): Promise<string[]> {
  const { id } = await createPrivacyBook(sql).request(personId, 'erase', { done: false, at });
  const erased = await createPrivacyRounds(sql).erase(id, null, at);
  const subject = { kind: 'data-request', id };
  await note({ action: 'data-request.fulfilled', subject, after: { kind: 'erase' } });
  return erased;
}

const retentionArgs = {
  ...programmeArg,
  'dry-run': { type: 'boolean', description: 'Только показать, ничего не удалять' },
} as const;

const retentionCommand = defineCommand({
  meta: { name: 'retention', description: 'Удалить то, что хранить больше незачем' },
  args: retentionArgs,
  async run({ args: typed }) {
    checkFlags(typed, retentionArgs, 0);
    await inProgramme(typed.programme, async (sql, programmeId, at, note) => {
      const book = createRetentionBook(sql);
      const outdated = await book.outdated(programmeId, at);
      if (typed['dry-run'] === true) return `${outdatedText(outdated)}\n${nothingErasedYet()}`;
      const erased = await book.forget(outdated, at);
      const after = { drafts: outdated.drafts.length, left: outdated.left.length };
      const subject = { kind: 'programme', id: programmeId };
      if (after.drafts + after.left > 0) await note({ action: 'retention.applied', subject, after });
      return `${outdatedText(outdated)}\n${erasedText(erased)}`;
    });
  },
});

export const privacyCommand = defineCommand({
  meta: { name: 'privacy', description: 'Персональные данные: запросы, сведения, удаление, сроки хранения' },
  subCommands: {
    requests: requestsCommand,
    dossier: dossierCommand,
    erase: eraseCommand,
    retention: retentionCommand,
  },
});
