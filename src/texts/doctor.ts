/** What `nastavnik doctor` says about one thing: what it found and, where it is not well, the cure. */
export type Finding = { level: 'ok' | 'warn' | 'FAIL'; what: string; cure?: string };

const ok = (what: string): Finding => ({ level: 'ok', what });
const warn = (what: string, cure: string): Finding => ({ level: 'warn', what, cure });
const fail = (what: string, cure: string): Finding => ({ level: 'FAIL', what, cure });

const seconds = (ms: number) => `${(ms / 1000).toLocaleString('ru', { maximumFractionDigits: 1 })} с`;

export function findingLine({ level, what, cure }: Finding): string {
  const text = `${level.padEnd(4)}  ${what}${cure ? `  — ${cure}` : ''}`;
  return text.replace(/\s*\n\s*/gu, ' ');
}

export const doctorWords = {
  program: (version: string) => ok(`Наставник ${version}`),
  node: (version: string) => ok(`Node.js ${version}`),
  nodeOld: (version: string, wanted: string) =>
    fail(`Node.js ${version}`, `нужна версия ${wanted}: обновите Node.js`),

  settings: ok('настройки прочитаны'),
  setting: (fault: string) => fail(`настройка ${fault}`, 'исправьте её в .env или в окружении'),

  databaseGone: (why: string) =>
    fail(`база данных недоступна: ${why}`, 'проверьте DATABASE_URL и что PostgreSQL запущен'),
  database: (version: string, embedded: boolean) =>
    ok(`PostgreSQL ${version}, ${embedded ? 'встроенный' : 'по адресу из DATABASE_URL'}`),
  databaseOld: (version: string) =>
    fail(`PostgreSQL ${version}`, 'нужна версия 15 или новее: обновите сервер'),
  migrated: ok('таблицы соответствуют этой версии программы'),
  pending: (count: number) =>
    warn(
      `таблицы отстают от программы (миграций: ${count})`,
      'выполните nastavnik migrate или просто запустите программу',
    ),
  durable: ok('PostgreSQL не теряет подтверждённого (fsync, synchronous_commit, full_page_writes)'),
  notDurable: (setting: string) =>
    fail(
      `PostgreSQL может потерять данные при сбое: ${setting} выключен`,
      `включите ${setting} в postgresql.conf`,
    ),
  commitsLate: warn(
    'PostgreSQL подтверждает запись до её сохранения: synchronous_commit выключен',
    'включите synchronous_commit, иначе при сбое возможны повторные сообщения',
  ),

  walled: ok('журнал не может изменить даже программа: она работает под ролью nastavnik_app'),
  notWalled: warn(
    'программа работает под владельцем базы: журнал от изменений защищают только триггеры',
    'дайте пользователю из DATABASE_URL право CREATEROLE и выполните nastavnik migrate',
  ),

  queueInPostgres: ok('очередь — в PostgreSQL (REDIS_URL не задан)'),
  queueInRedis: ok('очередь — в Redis, переживает сбой (appendonly, noeviction)'),
  redisGone: (why: string) => fail(`Redis недоступен: ${why}`, 'проверьте REDIS_URL и что Redis запущен'),
  redis: {
    'no-appendonly': fail('Redis теряет очередь при сбое', 'задайте в redis.conf: appendonly yes'),
    evicts: fail(
      'Redis может выбросить задания при нехватке памяти',
      'задайте в redis.conf: maxmemory-policy noeviction',
    ),
    unknown: warn(
      'Redis не показывает своих настроек',
      'убедитесь сами: appendonly yes и maxmemory-policy noeviction',
    ),
  },

  clock: (ms: number) => ok(`часы совпадают с часами базы данных (разница ${seconds(Math.abs(ms))})`),
  clockOff: (ms: number) =>
    (Math.abs(ms) > 60_000 ? fail : warn)(
      `часы расходятся с часами базы данных на ${seconds(Math.abs(ms))}`,
      'включите синхронизацию времени (NTP) на обеих машинах',
    ),
  searchStrict: warn(
    'поиск людей не прощает опечаток: в базе нет расширения pg_trgm',
    'выполните в ней от владельца: create extension pg_trgm; create index person_name_trigrams on person using gin (name_key gin_trgm_ops)',
  ),
  zones: (zones: readonly string[]) => ok(`часовые пояса известны: ${zones.join(', ')}`),
  zoneUnknown: (zone: string, where: string) =>
    fail(
      `${where} не знает часового пояса ${zone}`,
      `исправьте пояс программы или обновите tzdata и ${where}`,
    ),

  monitorOff: warn(
    'проверки состояния и метрики выключены (METRICS_PORT=off)',
    'включите их, чтобы узнавать о сбоях раньше пользователей',
  ),
  monitorOpen: (host: string) =>
    warn(
      `проверки состояния и метрики слушают ${host}: их видно не только с этой машины`,
      'закройте порт METRICS_PORT межсетевым экраном или оставьте METRICS_HOST=127.0.0.1',
    ),
  monitorIdle: (address: string) => ok(`метрики будут на ${address}/metrics: программа сейчас не запущена`),
  monitorReady: (address: string) => ok(`программа запущена и готова к работе (${address}/health/ready)`),
  monitorUnready: (address: string) =>
    fail(
      `программа запущена, но не готова к работе (${address}/health/ready)`,
      'посмотрите в ответе, какая часть не отвечает: database, migrations или queue',
    ),

  sandbox: ok('токенов нет: вместо Telegram и ВКонтакте работает песочница'),
  noToken: (platform: string, key: string) =>
    warn(`${platform}: токена нет`, `если бот нужен и там, задайте ${key}`),
  accepted: (platform: string, who: string) => ok(`${platform}: доступен, токен принят (${who})`),
  refused: (platform: string, why: string, key: string) =>
    fail(
      `${platform}: ${why}`,
      `проверьте ${key} и доступ этой машины в интернет (прокси, межсетевой экран)`,
    ),
  silent: 'нет ответа за 15 секунд',
};

export const migratedText = (version: string) =>
  `Таблицы соответствуют этой версии программы (PostgreSQL ${version}).`;
