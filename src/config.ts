import { existsSync } from 'node:fs';
import { z } from 'zod';

export const rooms = ['bot', 'jobs', 'admin'] as const;
export type Room = (typeof rooms)[number];

export type Config = {
  /** null: our own embedded server below `dataDir`. */
  databaseUrl: string | null;
  /** null: the queue lives in PostgreSQL. */
  redisUrl: string | null;
  dataDir: string;
  rooms: Room[];
  host: string;
  port: number;
  publicUrl: string | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  databasePool: number;
  /** Where health and metrics are asked for; null: nowhere. `chosen`: not the usual port, which may be done without. */
  metrics: { host: string; port: number; chosen: boolean } | null;
  /** 32 bytes in base64, the same on every machine with the admin room; null: a file below `dataDir`. */
  panelKey: string | null;
  telegram: TelegramConfig | null;
  vk: VkConfig | null;
  /** No token at all: local stand-ins for the platforms. Never beside a real one. */
  sandbox: boolean;
  sandboxPort: number;
};

export type TelegramConfig = {
  token: string;
  apiRoot: string | null;
  updates: 'polling' | 'webhook';
  webhookSecret: string | null;
  /** Where personal questions are asked: the law leaves the choice to the operator, so nothing is assumed. */
  personalData: 'chat' | 'page';
};

export type VkConfig = {
  token: string;
  groupId: number;
  apiRoot: string | null;
  updates: 'polling' | 'webhook';
  webhookSecret: string | null;
  confirmation: string | null;
  /** Reads posts of walls; the token of the community itself may not. null: contests of posts check nothing. */
  serviceToken: string | null;
  /** How many calls a second VK takes from the service token. */
  serviceCallsPerSecond: number;
  /** Posts on the community's wall; null: staff copy the announcement by hand. */
  userToken: string | null;
};

/** All that is wrong with the settings at once; values stay out, they may be secrets. */
export class ConfigFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
    this.faults = faults;
  }
}

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );
const webUrl = url('http:', 'https:').transform((text) => text.replace(/\/+$/, ''));
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a number from 0 to 65535');
const word = z.string().regex(/^\S+$/, 'must not hold spaces');
const updates = z.enum(['polling', 'webhook'], 'must be polling or webhook').default('polling');
const roomList = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(rooms, `must be a list of ${rooms.join(', ')}`)));

export const environmentSchema = z.object({
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be a number from 1 to 999')
    .default('10')
    .transform(Number),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  DATA_DIR: z.string().default('./data'),
  ROOMS: roomList.default([...rooms]),
  HOST: word.default('127.0.0.1'),
  PORT: port.default(8080),
  METRICS_HOST: word.default('127.0.0.1'),
  METRICS_PORT: z.union([z.literal('off'), port], 'must be a number from 0 to 65535, or off').optional(),
  PUBLIC_URL: webUrl.optional(),
  PANEL_KEY: z
    .string()
    .regex(
      /^[A-Za-z0-9+/]{43}=$/,
      'must be 32 random bytes in base64, as `openssl rand -base64 32` prints them',
    )
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
  TELEGRAM_BOT_TOKEN: word.optional(),
  TELEGRAM_API_ROOT: webUrl.optional(),
  TELEGRAM_UPDATES: updates,
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 of A-Z a-z 0-9 _ -')
    .optional(),
  TELEGRAM_PERSONAL_DATA: z.enum(['chat', 'page'], 'must be chat or page').optional(),
  VK_TOKEN: word.optional(),
  VK_GROUP_ID: z
    .string()
    .regex(/^[1-9]\d*$/, 'must be the number of the community, without a minus')
    .transform(Number)
    .optional(),
  VK_API_ROOT: webUrl.optional(),
  VK_UPDATES: updates,
  VK_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9]{16,50}$/, 'must be 16 to 50 letters and digits')
    .optional(),
  VK_CONFIRMATION: word.optional(),
  VK_SERVICE_TOKEN: word.optional(),
  VK_SERVICE_CALLS_PER_SECOND: z
    .string()
    .regex(/^(?:[1-9]|1\d|20)$/, 'must be a number from 1 to 20')
    .default('3')
    .transform(Number),
  VK_USER_TOKEN: word.optional(),
  SANDBOX: z.enum(['on', 'off'], 'must be on or off').default('on'),
  SANDBOX_PORT: port.default(8090),
});

type Environment = Record<string, string | undefined>;

/** Reads `.env` beside us, which never overrides what is set already, then the environment. */
export function configOfProcess(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

/** @throws ConfigFault */
export function readConfig(environment: Environment): Config {
  // `X=` in a file or a compose variable without a value means: not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = environmentSchema.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])} ${issue.message}`),
    ...faultsBetween(given),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);
  const env = parsed.data;
  const [telegram, vk] = [telegramOf(env), vkOf(env)];
  return {
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    dataDir: env.DATA_DIR,
    rooms: [...new Set(env.ROOMS)],
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? null,
    logLevel: env.LOG_LEVEL,
    databasePool: env.DATABASE_POOL,
    metrics: metricsOf(env),
    panelKey: env.PANEL_KEY ?? null,
    telegram,
    vk,
    sandbox: !telegram && !vk,
    sandboxPort: env.SANDBOX_PORT,
  };
}

/** What single values cannot show: which settings need which others. */
function faultsBetween(given: Environment): string[] {
  const faults: string[] = [];
  const need = (key: string, why: string) => {
    if (!given[key]) faults.push(`${key} is missing: ${why}`);
  };
  for (const [prefix, token] of [
    ['TELEGRAM_', 'TELEGRAM_BOT_TOKEN'],
    ['VK_', 'VK_TOKEN'],
  ] as const) {
    const settings = Object.keys(environmentSchema.shape).filter(
      (key) => key.startsWith(prefix) && key !== token && given[key],
    );
    if (!given[token])
      for (const key of settings) faults.push(`${key} is set, but ${token} is not: set both or neither`);
    if (given[token] && given[`${prefix}UPDATES`] === 'webhook') {
      need('PUBLIC_URL', `${prefix}UPDATES=webhook needs the address at which the platform reaches us`);
      need(`${prefix}WEBHOOK_SECRET`, `${prefix}UPDATES=webhook tells true calls from forged ones by it`);
      if (prefix === 'VK_') need('VK_CONFIRMATION', 'VK asks for this string before it calls us');
    }
  }
  if (given.SANDBOX === 'off' && !given.TELEGRAM_BOT_TOKEN && !given.VK_TOKEN)
    faults.push('SANDBOX is off, but there is no token: set TELEGRAM_BOT_TOKEN, VK_TOKEN or both');
  if (given.VK_TOKEN) need('VK_GROUP_ID', 'VK_TOKEN is the token of one community: say which');
  if (given.TELEGRAM_BOT_TOKEN) need('TELEGRAM_PERSONAL_DATA', personalDataChoice);
  if (given.TELEGRAM_PERSONAL_DATA === 'page')
    need('PUBLIC_URL', 'TELEGRAM_PERSONAL_DATA=page sends links to the page at this address');
  return faults;
}

const personalDataChoice =
  'Telegram counts as a foreign messenger (149-FZ, art. 10 part 8), through which state and municipal bodies may not ' +
  'pass personal data. Choose knowingly: chat asks personal questions in the chat, page asks them on the ' +
  "programme's own page, to which the bot sends a one-time link";

type Parsed = z.infer<typeof environmentSchema>;

const usualMetricsPort = 9464;

function metricsOf({ METRICS_HOST: host, METRICS_PORT: given }: Parsed): Config['metrics'] {
  if (given === 'off') return null;
  return { host, port: given ?? usualMetricsPort, chosen: given !== undefined };
}

function telegramOf(env: Parsed): TelegramConfig | null {
  if (!env.TELEGRAM_BOT_TOKEN || !env.TELEGRAM_PERSONAL_DATA) return null;
  return {
    token: env.TELEGRAM_BOT_TOKEN,
    apiRoot: env.TELEGRAM_API_ROOT ?? null,
    updates: env.TELEGRAM_UPDATES,
    webhookSecret: env.TELEGRAM_WEBHOOK_SECRET ?? null,
    personalData: env.TELEGRAM_PERSONAL_DATA,
  };
}

function vkOf(env: Parsed): VkConfig | null {
  if (!env.VK_TOKEN || !env.VK_GROUP_ID) return null;
  return {
    token: env.VK_TOKEN,
    groupId: env.VK_GROUP_ID,
    apiRoot: env.VK_API_ROOT ?? null,
    updates: env.VK_UPDATES,
    webhookSecret: env.VK_WEBHOOK_SECRET ?? null,
    confirmation: env.VK_CONFIRMATION ?? null,
    serviceToken: env.VK_SERVICE_TOKEN ?? null,
    serviceCallsPerSecond: env.VK_SERVICE_CALLS_PER_SECOND,
    userToken: env.VK_USER_TOKEN ?? null,
  };
}
