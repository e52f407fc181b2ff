import { readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { createTelegram } from '../bot/telegram/telegram.ts';
import { createVk } from '../bot/vk/vk.ts';
import type { Config } from '../config.ts';
import { ConfigFault, configOfProcess } from '../config.ts';
import { provideDatabase } from '../database/provide.ts';
import { readVitals } from '../database/vitals.ts';
import { machineClock } from '../domain/calendar/clock.ts';
import type { PartHealth } from '../domain/health.ts';
import { probeRedis } from '../jobs/redis-probe.ts';
import { doctorWords, type Finding, findingLine } from '../texts/doctor.ts';
import { databaseFindings, monitorFindings, nodeFinding, queueFindings } from './doctor-findings.ts';
import { checkFlags } from './flags.ts';

/** One line for each thing; 1 as exit code as soon as one of them fails. */
export const doctorCommand = defineCommand({
  meta: { name: 'doctor', description: 'Проверить, всё ли готово к работе' },
  async run({ args }) {
    checkFlags(args, {}, 0);
    let failed = false;
    for await (const finding of examine()) {
      process.stdout.write(`${findingLine(finding)}\n`);
      failed ||= finding.level === 'FAIL';
    }
    process.exitCode = failed ? 1 : 0;
  },
});

/** In the order in which one thing needs the other; each is told as soon as it is known. */
async function* examine(): AsyncGenerator<Finding> {
  const { version, engines } = readPackage();
  yield doctorWords.program(version);
  yield nodeFinding(process.versions.node, engines.node);
  const config = readSettings();
  if (Array.isArray(config)) return yield* config;
  yield doctorWords.settings;
  yield* await examineDatabase(config);
  yield* queueFindings(config.redisUrl ? await probeRedis(config.redisUrl) : null);
  yield* await examineMonitor(config);
  yield* await examinePlatforms(config);
}

/** The same file from src/ and from dist/src/. */
function readPackage(): { version: string; engines: { node: string } } {
  for (const place of ['../../package.json', '../../../package.json']) {
    try {
      return JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
    } catch {
      // One of the two is there.
    }
  }
  throw new Error('package.json is missing');
}

function readSettings(): Config | Finding[] {
  try {
    return configOfProcess();
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults.map(doctorWords.setting);
    throw error;
  }
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  try {
    const database = await provideDatabase(config, { migrate: false, log: quiet });
    try {
      return databaseFindings(await readVitals(database), !config.databaseUrl);
    } finally {
      await database.stop();
    }
  } catch (error) {
    return [doctorWords.databaseGone(error instanceof Error ? error.message : String(error))];
  }
}

async function examineMonitor({ metrics }: Config): Promise<Finding[]> {
  if (metrics === null || metrics.port === 0) return monitorFindings(metrics, null);
  const host = metrics.host === '0.0.0.0' ? '127.0.0.1' : metrics.host;
  const answer = await fetch(`http://${host}:${metrics.port}/health/ready`, {
    signal: AbortSignal.timeout(5000),
  }).catch(() => null);
  return monitorFindings(metrics, answer === null ? null : answer.ok);
}

async function examinePlatforms({ telegram, vk, sandbox }: Config): Promise<Finding[]> {
  if (sandbox) return [doctorWords.sandbox];
  // Nothing is sent or fetched here: no file is ever asked for.
  const parts = {
    files: { read: async () => null },
    clock: machineClock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
  return Promise.all([
    telegram
      ? examineToken(
          'Telegram',
          'TELEGRAM_BOT_TOKEN',
          createTelegram({ token: telegram.token, ...rootOf(telegram), ...parts }),
        )
      : doctorWords.noToken('Telegram', 'TELEGRAM_BOT_TOKEN'),
    vk
      ? examineToken(
          'VK',
          'VK_TOKEN',
          createVk({ token: vk.token, groupId: vk.groupId, ...rootOf(vk), ...parts }),
        )
      : doctorWords.noToken('VK', 'VK_TOKEN'),
  ]);
}

const rootOf = ({ apiRoot }: { apiRoot: string | null }) => (apiRoot ? { apiRoot } : {});

type Checked = { check(): Promise<PartHealth> };

async function examineToken(platform: string, key: string, messenger: Checked): Promise<Finding> {
  const { ok, words } = await Promise.race([messenger.check(), silence()]);
  return ok ? doctorWords.accepted(platform, words) : doctorWords.refused(platform, words, key);
}

function silence(): Promise<{ ok: false; words: string }> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ ok: false, words: doctorWords.silent }), 15_000).unref();
  });
}
