import { defineCommand } from 'citty';
import { readVitals } from '../database/vitals.ts';
import { migratedText } from '../texts/doctor.ts';
import { checkFlags } from './flags.ts';
import { withDatabase } from './with-database.ts';

export const migrateCommand = defineCommand({
  meta: { name: 'migrate', description: 'Привести базу данных к этой версии программы' },
  async run({ args }) {
    checkFlags(args, {}, 0);
    await withDatabase(async (database) => {
      const { version } = await readVitals(database);
      process.stdout.write(`${migratedText(version)}\n`);
    });
  },
});
