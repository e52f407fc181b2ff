import { defineCommand } from 'citty';
import { runUntilStopped } from '../main.ts';
import { checkFlags } from './flags.ts';

export const startCommand = defineCommand({
  meta: { name: 'start', description: 'Запустить программу; без токенов — песочницу' },
  async run({ args }) {
    checkFlags(args, {}, 0);
    await runUntilStopped();
  },
});
