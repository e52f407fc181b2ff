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
    await inProgramme(args.programme, async (sql, programmeId) =>
      competencyLine(await createCompetencyBook(sql).add(programmeId, name)),
    );
  },
});

const archiveCommand = defineCommand({
  meta: { name: 'archive', description: 'Убрать из списка; прежние ответы остаются' },
  args: idArgs,
  async run({ args }) {
    checkFlags(args, idArgs, 1);
    const id = given(args.id, 'номер компетенции');
    await inProgramme(args.programme, async (sql, programmeId, at) => {
      await createCompetencyBook(sql).archive(programmeId, id, at);
      return competencyArchived(id);
    });
  },
});

export const competencyCommand = defineCommand({
  meta: { name: 'competency', description: 'Список компетенций и запросов' },
  subCommands: { list: listCommand, add: addCommand, archive: archiveCommand },
});
