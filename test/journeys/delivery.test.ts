import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import { testDatabase } from '../helpers/database.ts';
import { compiled } from './delivery-compiled.ts';
import { deliverUnderKills, type KilledDelivery } from './delivery-kills.ts';

let database: Database;
let report: KilledDelivery;

beforeAll(async () => {
  database = await testDatabase();
  const { entry, remove } = compiled('sender-process');
  try {
    report = await deliverUnderKills({ database, entry, recipients: 120, kills: 4, seed: 20 });
  } finally {
    remove();
  }
});
afterAll(() => database.stop());

const of = (platform: string, state: string) =>
  report.rows.filter((row) => row.platform === platform && row.state === state);

describe('a sender killed again and again, with answers getting lost', () => {
  it('loses no message: each row is settled', () => {
    expect(report.rows).toHaveLength(120);
    const settled = ['sent', 'uncertain'];
    expect(report.rows.filter((row) => !settled.includes(row.state))).toEqual([]);
    expect(report.strays).toBe(0);
  });

  it('brings every VK message exactly once', () => {
    expect(of('vk', 'sent').map((row) => row.arrivals)).toEqual(Array(60).fill(1));
  });

  it('brings every Telegram message that counts as sent exactly once, and none twice', () => {
    expect(of('telegram', 'sent').filter((row) => row.arrivals !== 1)).toEqual([]);
    expect(report.rows.filter((row) => row.arrivals > 1)).toEqual([]);
  });

  it('shows the operator each message of which nobody knows whether it arrived', () => {
    // With this seed some answers were lost: otherwise nothing would have been tried here.
    expect(report.uncertain.length).toBeGreaterThan(0);
    expect(report.listedAsUncertain).toEqual(report.uncertain);
  });
});
