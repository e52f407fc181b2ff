import { defineCommand } from 'citty';
import { createDeliveryBook } from '../database/repositories/delivery-book.ts';
import { uncertainText } from '../texts/deliveries.ts';
import { checkFlags } from './flags.ts';
import { withDatabase } from './with-database.ts';

const uncertain = defineCommand({
  meta: { name: 'uncertain', description: 'О каких сообщениях неизвестно, дошли ли они' },
  async run({ args }) {
    checkFlags(args, {}, 0);
    await withDatabase(async (database) => {
      const rows = await createDeliveryBook(database).uncertainDeliveries();
      process.stdout.write(`${uncertainText(rows)}\n`);
    });
  },
});

export const deliveryCommand = defineCommand({
  meta: { name: 'delivery', description: 'Сообщения, которые программа отправляет' },
  subCommands: { uncertain },
});
