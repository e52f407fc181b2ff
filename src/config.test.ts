import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigFault, environmentSchema, readConfig } from './config.ts';

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
};
const telegram = { TELEGRAM_BOT_TOKEN: '1:abc', TELEGRAM_PERSONAL_DATA: 'chat' };
const vk = { VK_TOKEN: 'vk1.a.secret', VK_GROUP_ID: '77' };

describe('config', () => {
  it('needs nothing for the sandbox', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: null,
      redisUrl: null,
      dataDir: './data',
      rooms: ['bot', 'jobs', 'admin'],
      host: '127.0.0.1',
      port: 8080,
      publicUrl: null,
      logLevel: 'info',
      databasePool: 10,
      metrics: { host: '127.0.0.1', port: 9464, chosen: false },
      panelKey: null,
      telegram: null,
      vk: null,
      sandbox: true,
      sandboxPort: 8090,
    });
  });

  it('reads and writes walls only with tokens of their own, beside the token of the community', () => {
    expect(readConfig(vk)).toMatchObject({
      vk: { serviceToken: null, serviceCallsPerSecond: 3, userToken: null },
    });
    const tokens = { VK_SERVICE_TOKEN: 'service', VK_USER_TOKEN: 'user', VK_SERVICE_CALLS_PER_SECOND: '20' };
    expect(readConfig({ ...vk, ...tokens })).toMatchObject({
      vk: { serviceToken: 'service', serviceCallsPerSecond: 20, userToken: 'user' },
    });
    expect(faultsOf({ VK_SERVICE_TOKEN: 'service' })).toEqual([
      'VK_SERVICE_TOKEN is set, but VK_TOKEN is not: set both or neither',
    ]);
    expect(faultsOf({ ...vk, VK_SERVICE_CALLS_PER_SECOND: '21' })).toEqual([
      'VK_SERVICE_CALLS_PER_SECOND must be a number from 1 to 20',
    ]);
  });

  it('leaves the sandbox out as soon as there is one real token', () => {
    expect(readConfig(telegram)).toMatchObject({
      sandbox: false,
      vk: null,
      telegram: { token: '1:abc', apiRoot: null, updates: 'polling', personalData: 'chat' },
    });
    expect(readConfig(vk)).toMatchObject({ sandbox: false, telegram: null, vk: { groupId: 77 } });
  });

  it('shows every fault at once', () => {
    const faults = faultsOf({ PORT: '99999', ROOMS: 'bot,attic', REDIS_URL: 'localhost', VK_TOKEN: 'x' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['REDIS_URL', 'ROOMS', 'PORT', 'VK_GROUP_ID']);
  });

  it('never repeats a value, which may be a secret', () => {
    const secret = 'пароль с пробелом';
    const faults = faultsOf({
      DATABASE_URL: secret,
      TELEGRAM_BOT_TOKEN: secret,
      VK_TOKEN: secret,
      VK_WEBHOOK_SECRET: secret,
    });
    expect(faults).toHaveLength(6);
    expect(faults.join()).not.toContain(secret);
  });

  it('does not choose for the operator where Telegram asks for personal data', () => {
    const [fault, ...others] = faultsOf({ TELEGRAM_BOT_TOKEN: '1:abc' });
    expect(fault).toMatch(/^TELEGRAM_PERSONAL_DATA is missing: .*foreign messenger .*149-FZ/);
    expect(others).toEqual([]);
    expect(faultsOf({ ...telegram, TELEGRAM_PERSONAL_DATA: 'page' })).toEqual([
      expect.stringMatching(/^PUBLIC_URL is missing/),
    ]);
  });

  it('takes no setting of a platform without its token', () => {
    expect(faultsOf({ TELEGRAM_API_ROOT: 'http://127.0.0.1:1', VK_GROUP_ID: '77' })).toEqual([
      'TELEGRAM_API_ROOT is set, but TELEGRAM_BOT_TOKEN is not: set both or neither',
      'VK_GROUP_ID is set, but VK_TOKEN is not: set both or neither',
    ]);
  });

  it('wants an address and secrets before it takes webhooks', () => {
    const faults = faultsOf({ ...telegram, ...vk, TELEGRAM_UPDATES: 'webhook', VK_UPDATES: 'webhook' });
    expect(new Set(faults.map((fault) => fault.split(' ')[0]))).toEqual(
      new Set(['PUBLIC_URL', 'TELEGRAM_WEBHOOK_SECRET', 'VK_WEBHOOK_SECRET', 'VK_CONFIRMATION']),
    );
    const right = {
      ...vk,
      VK_UPDATES: 'webhook',
      PUBLIC_URL: 'https://example.org/',
      VK_WEBHOOK_SECRET: 'a'.repeat(32),
      VK_CONFIRMATION: 'c0ffee',
    };
    expect(readConfig(right)).toMatchObject({ publicUrl: 'https://example.org', vk: { updates: 'webhook' } });
  });

  it('does not become a sandbox where that is switched off', () => {
    expect(faultsOf({ SANDBOX: 'off', TELEGRAM_BOT_TOKEN: '' })).toEqual([
      'SANDBOX is off, but there is no token: set TELEGRAM_BOT_TOKEN, VK_TOKEN or both',
    ]);
    expect(readConfig({ ...vk, SANDBOX: 'off' }).sandbox).toBe(false);
  });

  it('takes an empty value as none', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '', TELEGRAM_UPDATES: '', DATABASE_URL: '' }).sandbox).toBe(true);
  });

  it.each([
    ['off', null],
    ['0', { host: '0.0.0.0', port: 0, chosen: true }],
    ['9464', { host: '0.0.0.0', port: 9464, chosen: true }],
  ])('reads METRICS_PORT=%s', (port, metrics) => {
    expect(readConfig({ METRICS_PORT: port, METRICS_HOST: '0.0.0.0' }).metrics).toEqual(metrics);
  });

  it('has every key, and no other, in .env.example', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const shown = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(shown.toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
  });
});
