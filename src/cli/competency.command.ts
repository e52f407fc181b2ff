import { defineCommand } from 'citty';
import { createCompetencyBook } from '../database/repositories/competency-book.ts';
import { machineClock } from '../domain/calendar/clock.ts';
import type { CompetencyBook } from '../domain/competencies/competency-book.ts';
import { competencyArchived, competencyLine } from '../texts/bases.ts';
import { nothingYet } from '../texts/people-lines.ts';
import { given, programmeArg } from './choose.ts';
import { checkFlags } from './flags.ts';
import { chooseProgramme } from './import-roadmap.ts';
import { withDatabase } from './with-database.ts';

const nameArgs = {
  name: { type: 'positional', required: false, description: 'Название' },
  ...programmeArg,
} as const;
const idArgs = {
  id: { type: 'positional', required: false, description: 'Номер' },
  ...programmeArg,
} as const;

async function inList(
  key: string | undefined,
  work: (book: CompetencyBook, programmeId: string) => Promise<string>,
): Promise<void> {
  const words = await withDatabase((database) =>
    database.transaction(async (sql) =>
      work(createCompetencyBook(sql), await chooseProgramme(sql, { key: key ?? null, name: null })),
    ),
  );
  process.stdout.write(`${words}\n`);
}

const listCommand = defineCommand({
  meta: { name: 'list', description: 'Весь список' },
  args: programmeArg,
  async run({ args }) {
    checkFlags(args, programmeArg, 0);
    await inList(args.programme, async (book, programmeId) => {
      const choices = await book.list(programmeId);
      return choices.map(competencyLine).join('\n') || nothingYet();
    });
  },
});

const addCommand = defineCommand({
  meta: { name: 'add', description: 'Добавить или вернуть из архива' },
  args: nameArgs,
  async run({ args }) {
    checkFlags(args, nameArgs, 1);
    const name = given(args.name, 'название компетенции');
    await inList(args.programme, async (book, programmeId) =>
      competencyLine(await book.add(programmeId, name)),
    );
  },
});

const archiveCommand = defineCommand({
  meta: { name: 'archive', description: 'Убрать из списка; прежние ответы остаются' },
  args: idArgs,
  async run({ args }) {
    checkFlags(args, idArgs, 1);
    const id = given(args.id, 'номер компетенции');
    await inList(args.programme, async (book, programmeId) => {
      await book.archive(programmeId, id, machineClock.now());
      return competencyArchived(id);
    });
  },
});

export const competencyCommand = defineCommand({
  meta: { name: 'competency', description: 'Список компетенций и запросов' },
  subCommands: { list: listCommand, add: addCommand, archive: archiveCommand },
});
