import { defineCommand } from 'citty';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import { difference } from '../domain/audit/audit.ts';
import type { ProgrammeSettings } from '../domain/programme/settings.ts';
import { Refusal } from '../domain/refusal.ts';
import { operatorChanged, settingsText } from '../texts/consent-lines.ts';
import { programmeArg } from './choose.ts';
import { checkFlags, needed } from './flags.ts';
import { inProgramme } from './in-programme.ts';

const showCommand = defineCommand({
  meta: { name: 'show', description: 'Настройки программы' },
  args: programmeArg,
  async run({ args }) {
    checkFlags(args, programmeArg, 0);
    await inProgramme(args.programme, async (sql, programmeId) =>
      settingsText(await createProgrammeBook(sql).settings(programmeId)),
    );
  },
});

const setArgs = {
  operator: { type: 'string', description: 'Полное название оператора персональных данных' },
  address: { type: 'string', description: 'Его адрес' },
  contact: { type: 'string', description: 'Куда обращаться: почта, телефон' },
  ...programmeArg,
} as const;

const setCommand = defineCommand({
  meta: { name: 'set', description: 'Назвать оператора персональных данных' },
  args: setArgs,
  async run({ args }) {
    checkFlags(args, setArgs, 0);
    const changes = {
      ...readValue('name', 'operator', args.operator),
      ...readValue('address', 'address', args.address),
      ...readValue('contact', 'contact', args.contact),
    };
    if (Object.keys(changes).length === 0) throw new Refusal('settings-nothing');
    await inProgramme(args.programme, async (sql, programmeId, _, note) => {
      const book = createProgrammeBook(sql);
      const settings = await book.settings(programmeId);
      const operator = { ...settings.operator, ...changes };
      await book.saveSettings(programmeId, { ...settings, operator });
      await note({
        action: 'programme.changed',
        subject: { kind: 'programme', id: programmeId },
        ...difference(inOne(settings.operator), inOne(operator)),
      });
      return operatorChanged;
    });
  },
});

/** For the audit, which is told that the operator's words changed, and no word of them. */
function inOne(operator: ProgrammeSettings['operator']): { contact: string } {
  return { contact: Object.values(operator).join('\n') };
}

/** Nothing where the flag is absent; an empty value would make every consent void. */
function readValue(key: string, flag: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: needed(flag, value.trim()) };
}

export const settingsCommand = defineCommand({
  meta: { name: 'settings', description: 'Настройки программы: оператор персональных данных, сроки' },
  subCommands: { show: showCommand, set: setCommand },
});
