import { defineCommand } from 'citty';
import { runUntilStopped } from '../main.ts';
import { checkFlags } from './flags.ts';

export const startCommand = defineCommand({
  meta: { name: 'start', description: 'Запустить программу; без токенов — песочницу' },
  args: {
    attached: { type: 'boolean', description: 'Остановиться, когда закончится запустивший процесс' },
  },
  async run({ args, cmd }) {
    checkFlags(args, cmd.args ?? {}, 0);
    await runUntilStopped({ attached: args.attached === true });
  },
});
