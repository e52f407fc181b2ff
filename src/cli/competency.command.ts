import { defineCommand } from 'citty';
import { createCompetencyBook } from '../database/repositories/competency-book.ts';
import { competencyArchived, competencyLine } from '../texts/bases.ts';
import { nothingYet } from '../texts/people-lines.ts';
import { given, programmeArg } from './choose.ts';
import { checkFlags } from './flags.ts';
import { inProgramme } from './in-programme.ts';

const nameArgs = {
  name: { type: 'positional', required: false, description: 'Название' },
  ...programmeArg,
} as const;
const idArgs = {
  id: { type: 'positional', required: false, description: 'Номер' },
  ...programmeArg,
} as const;

const listCommand = defineCommand({
  meta: { name: 'list', description: 'Весь список' },
  args: programmeArg,
  async run({ args }) {
    checkFlags(args, programmeArg, 0);
    await inProgramme(args.programme, async (sql, programmeId) => {
      const choices = await createCompetencyBook(sql).list(programmeId);
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
    await inProgramme(args.programme, async (sql, programmeId, _, note) => {
      const book = createCompetencyBook(sql);
      const listed = await book.list(programmeId);
      const added = await book.add(programmeId, name);
      const { value: id, label } = added;
      if (!listed.some(({ value }) => value === id)) {
        await note({ action: 'competency.added', subject: subject(id), after: { label } });
      }
      return competencyLine(added);
    });
  },
});

const archiveCommand = defineCommand({
  meta: { name: 'archive', description: 'Убрать из списка; прежние ответы остаются' },
  args: idArgs,
  async run({ args }) {
    checkFlags(args, idArgs, 1);
    const id = given(args.id, 'номер компетенции');
    await inProgramme(args.programme, async (sql, programmeId, at, note) => {
      const book = createCompetencyBook(sql);
      const listed = await book.list(programmeId);
      await book.archive(programmeId, id, at);
      if (listed.some(({ value }) => String(value) === id)) {
        const change = { before: { archived: false }, after: { archived: true } };
        await note({ action: 'competency.changed', subject: subject(id), ...change });
      }
      return competencyArchived(id);
    });
  },
});

export const competencyCommand = defineCommand({
  meta: { name: 'competency', description: 'Список компетенций и запросов' },
  subCommands: { list: listCommand, add: addCommand, archive: archiveCommand },
});

const subject = (id: string) => ({ kind: 'competency', id: String(id) });
