import { powerNames } from './tokens.ts';

/** Topics by the tags of the OpenAPI document. */
const topics: ReadonlyMap<string, string> = new Map([
  ['applications', 'Заявки'],
  ['audit', 'Журнал'],
  ['bases', 'Базы из таблиц'],
  ['calendar', 'Календарь'],
  ['competencies', 'Компетенции'],
  ['consents', 'Согласия и запросы о данных'],
  ['deliveries', 'Недоставленное'],
  ['errands', 'Долгие работы'],
  ['mailings', 'Рассылки'],
  ['names', 'Исключения для имён'],
  ['orders', 'Приказы'],
  ['organizations', 'Организации'],
  ['overview', 'Обзор'],
  ['pairs', 'Пары'],
  ['papers', 'Документы для печати'],
  ['people', 'Люди'],
  ['roadmap', 'Дорожная карта'],
  ['session', 'Кто я и мой вход'],
  ['settings', 'Настройки'],
  ['sign-in', 'Вход'],
  ['staff', 'Сотрудники'],
  ['tasks', 'Задачи'],
  ['templates', 'Шаблоны документов'],
  ['tokens', 'Токены программ'],
]);

const powers: ReadonlyMap<string, string> = new Map(Object.entries(powerNames));

export const apiWords = {
  title: 'Для программ (API)',
  hint: 'Всё, что умеет панель, доступно и другим программам по токену. Пояснения к запросам — на английском, как принято у программистов.',
  document: 'Описание OpenAPI (JSON)',
  rules:
    'Ошибки приходят по RFC 9457, с постоянными кодами. Списки понимают page, size, sort и q. Чтобы изменить запись, пришлите If-Match с тем ETag, с которым её прочитали; чтобы создать — можно добавить Idempotency-Key. Чужая запись неотличима от той, которой нет.',
  topic: (tag: string) => topics.get(tag) ?? tag,
  /** Who may call it: by the power of the OpenAPI document. */
  power: (power: string | undefined) => {
    if (power === undefined) return 'без входа';
    if (power === 'self') return 'любой сотрудник';
    if (power === 'half-signed') return 'любой сотрудник, ещё до кода из приложения';
    return powers.get(power) ?? power;
  },
} as const;
