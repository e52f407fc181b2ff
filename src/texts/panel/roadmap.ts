import { dayText, windowText } from '../dates.ts';
import { counted, type Forms, taskForms } from '../plural.ts';

const itemForms: Forms = ['мероприятие', 'мероприятия', 'мероприятий'];
const newForms: Forms = ['новая задача', 'новые задачи', 'новых задач'];

type Window = { from: string | null; to: string };
type Slot = { from: string | null; to: string | null; text?: string | undefined };
type Tasks = { inserted: number; updated: number; withdrawn: number; revived: number };

const windowsText = (windows: readonly Window[]) =>
  windows.map(({ from, to }) => windowText(from, to)).join('; ');
const periodText = ({ from, to }: { from: string; to: string }) => `${dayText(from)} – ${dayText(to)}`;

/** Words of the roadmap, its items and the words of those responsible. */
export const roadmapWords = {
  menu: 'Дорожная карта',
  title: 'Дорожная карта',
  which: 'Дорожная карта',
  named: (title: string, { from, to }: { from: string; to: string }) =>
    `${title.length > 70 ? `${title.slice(0, 70)}…` : title} (${from.slice(0, 4)}–${to.slice(0, 4)})`,
  order: ({ number, on }: { number: string; on: string }) => `Приказ № ${number} от ${dayText(on)}`,
  noOrder: 'Без номера приказа',
  period: periodText,
  windows: windowsText,
  import: 'Загрузить из файла',
  words: 'Кто отвечает',
  rollOver: 'Перенести на следующий период',
  caption: 'Мероприятия дорожной карты',
  search: 'Мероприятие, номер или раздел',
  columns: { item: 'Мероприятие', deadline: 'Срок', progress: 'Ход', next: 'Ближайший срок' },
  done: (done: number, total: number) => `сделано ${done} из ${total}`,
  late: (count: number) => `просрочено ${count}`,
  unparsed: 'срок понят не весь',
  corrected: 'срок уточнён вами',
  noneTitle: 'Дорожной карты ещё нет',
  noneHint:
    'Загрузите приложение к приказу: Word, Excel или текст. Перед сохранением вы увидите, что понято.',
  item: {
    back: 'Вся дорожная карта',
    section: 'Раздел',
    deadline: 'Сроки реализации',
    windows: 'Как понято',
    standing: 'Без даты',
    unparsed: 'Не понято',
    unparsedHint: 'Загрузите файл ещё раз и уточните срок перед сохранением.',
    expected: 'Ожидаемый результат',
    responsible: 'Ответственные исполнители',
    means: (who: string) => `→ ${who}`,
    unknown: 'не объяснено: задача у координатора',
    progress: 'Ход по организациям',
    tasks: 'Задачи этого мероприятия',
    contests: 'Конкурсы',
    results: 'Что сдано',
    history: 'История',
  },
  places: {
    'each-organization': 'в каждой школе, саду, колледже',
    office: 'в управлении образования',
    partner: 'у партнёра',
  },
} as const;

/** Words of the page «Кто отвечает». */
export const responsibleWords = {
  title: 'Кто отвечает',
  hint: 'Что значат слова столбца «Ответственные исполнители»: где и в какой роли отвечают. По ним ставятся задачи.',
  unknown: 'не объяснено',
  nothing: 'Слов пока нет: они появятся с первой дорожной картой.',
  items: (codes: readonly string[]) =>
    codes.length === 0 ? 'в дорожной карте сейчас нет' : `мероприятия: ${codes.join(', ')}`,
  edit: 'Объяснить',
  change: 'Изменить',
  dialog: (phrase: string) => `Кто это: «${phrase}»`,
  place: 'Где',
  role: 'Кто',
  partner: 'Партнёр',
  add: 'Ещё кто-то',
  remove: 'Убрать',
  save: 'Сохранить',
  warning: 'Задачи сразу перейдут к тем, кого вы укажете. Сделанное сохранится.',
  saved: ({ inserted, updated, withdrawn, revived }: Tasks) =>
    `Сохранено: ${counted(inserted + revived, newForms)}, изменено — ${counted(updated, taskForms)}, снято — ${counted(withdrawn, taskForms)}.`,
  noPartners: 'Партнёров пока нет: добавьте организацию-партнёра.',
} as const;

/** Words of the drafts: import and the next period. */
export const draftWords = {
  importTitle: 'Загрузка дорожной карты',
  importHint: 'Файл читается и показывается. В базе ничего не меняется, пока вы не нажмёте «Сохранить».',
  file: 'Файл: .docx, .xlsx или текст, до 10 МБ',
  from: 'Первый день периода',
  to: 'Последний день периода',
  periodHint: 'Нужны, только если заголовок не называет лет.',
  read: 'Прочитать',
  open: 'Начатые черновики',
  kinds: { import: 'загрузка из файла', 'roll-over': 'перенос на следующий период' },
  continue: 'Продолжить',
  rollTitle: 'Дорожная карта на следующий период',
  rollHint:
    'Сроки сдвинуты. Проверьте каждый и исправьте, где нужно; прежняя дорожная карта останется как есть.',
  rollLead:
    'Сроки сдвинем на столько лет и покажем черновик: в нём можно исправить каждый. Прежняя дорожная карта останется как есть.',
  years: 'На сколько лет сдвинуть',
  rollStart: 'Показать, что получится',
  heading: 'Заголовок',
  name: 'Название',
  orderNumber: 'Номер приказа',
  orderOn: 'Дата приказа',
  period: 'Период',
  apply: 'Применить',
  warnings: 'На что обратить внимание',
  changes: 'Что изменится',
  nothing: 'Сохранять нечего: всё уже так.',
  isNew: 'Дорожной карты с этим приказом ещё нет: она появится.',
  isKnown: 'Дорожная карта с этим приказом есть: изменится она.',
  tasks: ({ inserted, updated, withdrawn, revived }: Tasks) =>
    [
      counted(inserted + revived, newForms),
      ...(updated > 0 ? [`изменится — ${counted(updated, taskForms)}`] : []),
      ...(withdrawn > 0 ? [`снимется — ${counted(withdrawn, taskForms)}`] : []),
    ].join(', '),
  added: (count: number) => `Новые: ${counted(count, itemForms)}`,
  updated: (count: number) => `Меняются: ${counted(count, itemForms)}`,
  removed: (count: number) => `Уходят: ${counted(count, itemForms)}; что сделано, сохранится`,
  returns: 'снова в дорожной карте',
  fields: {
    section: 'раздел',
    code: 'номер',
    title: 'название',
    position: 'место',
    deadline: 'срок',
    responsible: 'ответственные',
    result: 'результат',
    standing: 'без даты',
    unparsed: 'непонятое в сроке',
  } as Record<string, string>,
  moved: (from: Slot, to: Slot) => `срок перенесён: ${slotText(from)} → ${slotText(to)}`,
  cameSlot: (slot: Slot) => `новый срок: ${slotText(slot)}`,
  goneSlot: (slot: Slot) => `срок снят: ${slotText(slot)}`,
  organizations: (names: readonly string[]) => `Будут добавлены организации: ${names.join(', ')}.`,
  unknownWords:
    'Не объяснено, кто это: такие задачи получит координатор. Объяснить можно и после сохранения.',
  items: (count: number) => `Мероприятия: ${count}`,
  columns: { item: 'Мероприятие', deadline: 'Срок', understood: 'Как понято', action: 'Исправить' },
  unread: 'не понято',
  corrected: { now: 'исправлено', before: 'исправлено раньше' },
  dropped: 'не переносится',
  fix: 'Исправить',
  fixLabel: (item: string) => `Исправить срок: ${item}`,
  fixDialog: (item: string) => `Срок: ${item}`,
  inOrder: 'В приказе написано',
  how: 'Как указать',
  byText: 'Словами',
  byDays: 'Датами',
  asRead: 'Как прочиталось',
  text: 'Срок словами',
  textHint: 'Например: «до 25 марта 2026», «октябрь 2026, 2027», «по мере необходимости».',
  windowFrom: 'С (можно не указывать)',
  windowTo: 'По',
  addWindow: 'Ещё срок',
  removeWindow: 'Убрать срок',
  title: 'Название мероприятия',
  drop: 'Не переносить это мероприятие',
  save: 'Сохранить',
  store: 'Сохранить дорожную карту',
  storeWarning:
    'Будет сохранено ровно то, что вы видите. Задачи появятся сразу, напоминания — по своим срокам.',
  stored: 'Дорожная карта сохранена',
  discard: 'Выбросить черновик',
  discardWarning: 'Исправления в этом черновике пропадут. Дорожная карта не изменится.',
  discardConfirm: 'Выбросить',
  obstacles: {
    'order-missing': 'Укажите номер и дату приказа, которым утверждена новая дорожная карта.',
    'order-known': 'Дорожная карта с таким приказом уже есть: проверьте номер и дату.',
    'nothing-changes': 'Сохранять нечего: всё уже так.',
  },
  conflict: 'Пока вы смотрели, что-то изменилось. Ниже — как теперь; проверьте и сохраните ещё раз.',
} as const;

function slotText({ from, to, text = '' }: Slot): string {
  return to === null ? `«${text}»` : windowText(from, to);
}

/** Words of the calendar's page. */
export const calendarWords = {
  menu: 'Календарь',
  title: 'Подписка на календарь',
  hint: 'Сроки задач — в календаре телефона или компьютера. Людей в нём нет, обновляется он сам примерно раз в час.',
  own: 'Мои задачи',
  openOwn: 'Подписаться на мои задачи',
  openOrganization: 'Подписаться на задачи организации',
  organization: 'Организация',
  open: 'Подписаться',
  list: 'Мои подписки',
  none: 'Подписок пока нет.',
  address: 'Адрес подписки',
  addressHint:
    'Скопируйте его сейчас: он показывается один раз. В календаре выберите «Добавить по ссылке» или «Подписаться». Кто знает адрес, видит эти сроки — не пересылайте его.',
  copy: 'Скопировать',
  copied: 'Скопировано',
  opened: (day: string) => `с ${dayText(day)}`,
  read: (day: string) => `читали ${dayText(day)}`,
  neverRead: 'ещё не читали',
  renew: 'Новый адрес',
  renewWarning: 'Прежний адрес сразу перестанет работать: его придётся заменить во всех календарях.',
  renewConfirm: 'Выпустить новый',
  revoke: 'Отменить подписку',
  revokeWarning: 'Адрес перестанет работать, сроки исчезнут из календаря.',
  revokeConfirm: 'Отменить подписку',
} as const;
