import { open, rm, writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { createBaseDesk, exportBase, type ImportRun } from '../base-desk.ts';
import type { Database } from '../database/sql.ts';
import { readFileBytes } from '../documents/read-document.ts';
import type { BaseActor, BaseImport } from '../domain/bases/base-desk.ts';
import { type Base, bases } from '../domain/bases/city-base.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import { Refusal } from '../domain/refusal.ts';
import { baseWritten, importReport, invitationsFor, invitationsWritten } from '../texts/bases.ts';
import { given, programmeArg } from './choose.ts';
import { checkFlags } from './flags.ts';
import { chooseProgramme } from './import-roadmap.ts';
import { clockOf } from './in-programme.ts';
import { noteCli } from './note-cli.ts';
import { withDatabase } from './with-database.ts';

const args = {
  base: { type: 'positional', required: false, description: `База: ${bases.join(' или ')}` },
  file: { type: 'positional', required: false, description: 'Файл .xlsx' },
  ...programmeArg,
} as const;
const importArgs = {
  ...args,
  'only-good': { type: 'boolean', description: 'Внести верные строки, даже если есть неверные' },
  invitations: { type: 'string', description: 'Куда записать приглашения; иначе — рядом с файлом' },
} as const;

type Typed = { base?: string | undefined; file?: string | undefined; programme?: string | undefined };

type Place = { database: Database; clock: Clock; actor: BaseActor & { programmeId: string } };

/** In the programme that was named, with the base and the file. */
async function atDesk(
  typed: Typed,
  work: (place: Place, base: Base, file: string) => Promise<string>,
): Promise<void> {
  const base = readBaseName(given(typed.base, 'база'));
  const file = given(typed.file, 'файл .xlsx');
  const words = await withDatabase(async (database) => {
    const programmeId = await chooseProgramme(database, { key: typed.programme ?? null, name: null });
    return work({ database, clock: await clockOf(database), actor: { programmeId } }, base, file);
  });
  process.stdout.write(`${words}\n`);
}

function readBaseName(value: string): Base {
  const base = bases.find((each) => each === value);
  if (base === undefined) throw new Refusal('base-wrong', { value });
  return base;
}

async function write(file: string, bytes: Uint8Array): Promise<string> {
  await writeFile(file, bytes, { flag: 'wx' }).catch(() => {
    throw new Refusal('file-unwritable', { path: file });
  });
  return baseWritten(file);
}

const templateCommand = defineCommand({
  meta: { name: 'template', description: 'Записать пустой шаблон для заполнения' },
  args,
  async run({ args: typed }) {
    checkFlags(typed, args, 2);
    await atDesk(typed, async ({ actor, ...deps }, base, file) =>
      write(file, await createBaseDesk(deps).template(base, actor)),
    );
  },
});

const exportCommand = defineCommand({
  meta: { name: 'export', description: 'Выгрузить базу города' },
  args,
  async run({ args: typed }) {
    checkFlags(typed, args, 2);
    await atDesk(typed, ({ database, clock, actor }, base, file) =>
      database.transaction(async (sql) => {
        const at = clock.now();
        const bytes = await exportBase(sql, base, actor, at);
        // Phones stand in it.
        const note = noteCli(sql, actor.programmeId, at);
        await note({ action: 'base.exported', subject: { kind: 'base', id: base } });
        return write(file, bytes);
      }),
    );
  },
});

const importCommand = defineCommand({
  meta: { name: 'import', description: 'Внести людей из таблицы и выписать им приглашения' },
  args: importArgs,
  async run({ args: typed }) {
    checkFlags(typed, importArgs, 2);
    const onlyGood = typed['only-good'] === true;
    await atDesk(typed, async ({ database, clock, actor }, base, file) => {
      const bytes = await readFileBytes(file);
      const desk = createBaseDesk({ database, clock, entered: noteEntered(actor.programmeId) });
      const path = typed.invitations ?? invitationsFor(file);
      const found = await keepingInvitations(path, () => desk.import(base, actor, bytes, { onlyGood }));
      if (found.faults.length > 0) process.exitCode = 2;
      const report = importReport(base, found);
      return found.invitations === null ? report : `${report}\n${invitationsWritten(path)}`;
    });
  },
});

/** Into the audit; whom it was is with the people themselves. */
function noteEntered(programmeId: string) {
  return ({ sql, base, at }: ImportRun, { stored, duplicates, faults }: BaseImport): Promise<void> => {
    const note = noteCli(sql, programmeId, at);
    const after = { stored: stored.length, duplicates: duplicates.length, faults: faults.length };
    return note({ action: 'base.imported', subject: { kind: 'base', id: base }, after });
  };
}

/** Codes can't be had again: nobody is entered before it is known that the file for them can be written. */
async function keepingInvitations(path: string, work: () => Promise<BaseImport>): Promise<BaseImport> {
  const file = await open(path, 'wx', 0o600).catch(() => {
    throw new Refusal('file-unwritable', { path });
  });
  let kept = false;
  try {
    const found = await work();
    if (found.invitations !== null) {
      kept = true;
      await file.writeFile(found.invitations);
    }
    return found;
  } finally {
    await file.close();
    if (!kept) await rm(path, { force: true });
  }
}

export const baseCommand = defineCommand({
  meta: { name: 'base', description: 'Базы наставников и наставляемых: шаблон, загрузка, выгрузка' },
  subCommands: { template: templateCommand, import: importCommand, export: exportCommand },
});
