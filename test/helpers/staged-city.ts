import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Step } from '../../src/sandbox/control.ts';
import { conform } from '../schemas/conform.ts';
import { type Platform, person } from './applicant.ts';
import { testDatabase } from './database.ts';
import { notedLog } from './delivery.ts';

export type StagedCity = Awaited<ReturnType<typeof stagedCity>>;

/** The whole program as `npm start` runs it without tokens: the demonstration city on the sandbox. `guests`: further phones. */
export async function stagedCity(guests: Readonly<Record<string, string>> = {}) {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-journey-'));
  const log = notedLog();
  const checks: ReturnType<typeof conform>[] = [];
  let app: App;

  async function start(): Promise<void> {
    app = await startApp(
      readConfig({
        DATABASE_URL: database.url,
        DATA_DIR: dataDir,
        PORT: '0',
        METRICS_PORT: 'off',
        SANDBOX_PORT: '0',
        DATABASE_POOL: '6',
      }),
      log,
    );
    for (const [key, name] of Object.entries(guests)) sandbox().people.add({ key, name });
    checks.push(conform(sandbox()));
  }
  function sandbox() {
    if (app.stage === null) throw new Error('there is no sandbox');
    return app.stage.sandbox;
  }
  await start();
  // What is said to VK before a new bot has first asked for events is not told to it.
  await vi.waitFor(
    async () => expect(await database.query(`select from cursor where name = 'poll:vk'`)).toHaveLength(1),
    10_000,
  );

  return {
    database,
    log,
    now: () => app.stage?.clock.now() ?? new Date(Number.NaN),
    sandbox,
    adminUrl: () => app.addresses.admin,
    live: () => app.live(),
    /** A guest by their key, anybody else by their surname; ask again after a restart. */
    person(who: string, platform: Platform) {
      const found = sandbox()
        .people.all()
        .find(({ key, name }) => key === who || name.endsWith(` ${who}`));
      if (!found) throw new Error(`nobody is called ${who}`);
      return person(found[platform]);
    },
    async advance(step: Step): Promise<void> {
      const answer = await fetch(`${app.addresses.sandbox}/control/advance`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ step }),
      });
      expect(answer.status).toBe(200);
    },
    async restart(): Promise<void> {
      await app.stop();
      await start();
    },
    /** Every call, answer and update so far fits the platforms' own schemas, and the log has none of the words. */
    verify(...secrets: string[]): void {
      for (const check of checks) check.verify();
      const written = JSON.stringify(log.notes);
      for (const word of [...secrets, sandbox().telegram.token, sandbox().vk.token]) {
        expect(written).not.toContain(word);
      }
      expect(log.notes.filter(({ level }) => level === 'error')).toEqual([]);
    },
    async stop(): Promise<void> {
      await app.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
