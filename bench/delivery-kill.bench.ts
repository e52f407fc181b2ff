import { fileURLToPath } from 'node:url';
import { deliverUnderKills } from '../test/journeys/delivery-kills.ts';
import { benchDatabase } from './bench-database.ts';

/** 2,000 recipients on both platforms, 5 % lost answers, the sending process killed 20 times. */
export async function run(): Promise<void> {
  const database = await benchDatabase();
  const seed = Number(process.env.SEED ?? 1);
  try {
    const report = await deliverUnderKills({
      database,
      entry: fileURLToPath(new URL('../test/journeys/sender-process.js', import.meta.url)),
      recipients: 2000,
      kills: 20,
      seed,
    });
    const count = (platform: string, is: (row: (typeof report.rows)[number]) => boolean) =>
      report.rows.filter((row) => row.platform === platform && is(row)).length;
    const figures = ['telegram', 'vk'].map((platform) => ({
      platform,
      sent: count(platform, (row) => row.state === 'sent'),
      uncertain: count(platform, (row) => row.state === 'uncertain'),
      'uncertain, arrived': count(platform, (row) => row.state === 'uncertain' && row.arrivals > 0),
      lost: count(platform, (row) => row.arrivals === 0 && row.state !== 'uncertain'),
      duplicates: count(platform, (row) => row.arrivals > 1),
    }));
    console.table(figures);
    const listed = report.listedAsUncertain.join() === report.uncertain.join();
    const sound = figures.every((row) => row.lost === 0 && row.duplicates === 0) && report.strays === 0;
    const seconds = (report.tookMs / 1000).toFixed(0);
    console.log(`${report.kills} kills, ${report.refusals} refusals, ${seconds} s, seed ${seed}`);
    console.log(`accounted for : recipients = ${sound && listed ? '1.000' : 'NOT ALL'}`);
    if (!sound || !listed) process.exitCode = 1;
  } finally {
    await database.stop();
  }
}
