import { defineCommand } from 'citty';
import { Refusal } from '../domain/refusal.ts';
import { programmeAdded } from '../texts/people-lines.ts';
import { given } from './choose.ts';
import { checkFlags, needed } from './flags.ts';
import { addProgramme } from './import-roadmap.ts';
import { withDatabase } from './with-database.ts';

const addArgs = {
  key: { type: 'positional', required: false, description: 'Короткое имя латиницей, например glazov' },
  name: { type: 'string', description: 'Название программы' },
  zone: { type: 'string', description: 'Часовой пояс, например Europe/Samara' },
} as const;

const addCommand = defineCommand({
  meta: { name: 'add', description: 'Создать программу' },
  args: addArgs,
  async run({ args }) {
    checkFlags(args, addArgs, 1);
    const key = given(args.key, 'ключ программы');
    if (!/^[a-z][a-z0-9-]{0,39}$/u.test(key)) throw new Refusal('programme-key-wrong', { key });
    const name = needed('name', args.name);
    const zone = args.zone === undefined ? {} : { timeZone: readZone(args.zone) };
    await withDatabase((database) =>
      database.transaction((sql) => addProgramme(sql, { key, name, ...zone })),
    );
    process.stdout.write(`${programmeAdded(key)}\n`);
  },
});

export const programmeCommand = defineCommand({
  meta: { name: 'programme', description: 'Программы наставничества' },
  subCommands: { add: addCommand },
});

function readZone(value: string): string {
  try {
    return new Intl.DateTimeFormat('ru', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new Refusal('zone-wrong', { value });
  }
}
