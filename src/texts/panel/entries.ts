import type { EntryFinding, EntryState } from '../../domain/contests/entry.ts';
import type { EntryStep } from '../../domain/contests/entry-steps.ts';
import { instantText, type Moment } from '../contests/when.ts';
import { counted, type Forms } from '../plural.ts';
import { contestActions } from './audit-contests.ts';

const entryForms: Forms = ['работа', 'работы', 'работ'];

/** Of one entry; the counts on the overview are in the plural. */
export const oneStateWords: Readonly<Record<EntryState, string>> = {
  draft: 'начата',
  checking: 'проверяется',
  mending: 'ждёт исправления',
  accepted: 'принята',
  waitlisted: 'в листе ожидания',
  found: 'найдена по хештегу',
  withdrawn: 'отозвана',
  rejected: 'отклонена',
};

export const sourceWords = {
  chat: 'из чата',
  panel: 'внесена сотрудником',
  found: 'найдена по хештегу',
} as const;

type Facts = EntryFinding['facts'];

const marks: Readonly<Record<string, (facts: Facts, on: (instant: unknown) => string) => string>> = {
  'likes-jump': ({ from, to, grown = 0, times = 0 }, on) =>
    `Рост похож на накрутку: +${grown} отметок «Нравится» ${within(from, to)} (${on(to)}), в ${times} раз быстрее обычного.`,
  'reposts-jump': ({ from, to, grown = 0, times = 0 }, on) =>
    `Рост похож на накрутку: +${grown} репостов ${within(from, to)} (${on(to)}), в ${times} раз быстрее обычного.`,
  'likes-over-views': ({ at, likes = 0, views = 0 }, on) =>
    `Отметок больше, чем просмотров: ${likes} и ${views} (${on(at)}). Так не бывает без накрутки.`,
  'likes-without-views': ({ from, to, likes = 0, views = 0 }, on) =>
    `Рост похож на накрутку: +${likes} отметок ${within(from, to)} (${on(to)}), а просмотров ${Number(views) > 0 ? `всего +${views}` : 'не прибавилось'}.`,
  'counters-before-close': ({ at }, on) =>
    `К концу приёма публикацию не удалось посмотреть: учтены числа на ${on(at)}.`,
  'counters-unknown': () => 'Отметки и просмотры ни разу не удалось посчитать.',
};

function within(from: unknown, to: unknown): string {
  const hours = Math.round((Date.parse(String(to)) - Date.parse(String(from))) / 3_600_000);
  return hours <= 1 ? 'за час' : `за ${counted(hours, ['час', 'часа', 'часов'])}`;
}

/** Why somebody should look at how a post grew; a machine decides nothing by it. */
export function markText({ code, facts }: EntryFinding, moment: Moment): string {
  const on = (instant: unknown) => {
    const at = new Date(String(instant));
    return Number.isNaN(at.getTime()) ? 'время неизвестно' : instantText(at, moment);
  };
  const say = Object.hasOwn(marks, code) ? marks[code] : undefined;
  return say?.(facts, on) ?? 'Что-то необычное в отметках и просмотрах.';
}

/** Why an entry waits, for staff. */
export function waitingText(code: string, since: Date | null, moment: Moment): string {
  const from = since === null ? '' : ` с ${instantText(since, moment)}`;
  if (/^vk-(?:5|15|27|28)$|token/.test(code))
    return `Проверка стоит${from}: ВКонтакте не принимает наш ключ доступа. Скажите администратору (код ${code}).`;
  return `Ждёт ВКонтакте${from}: проверим сами, как только ответит (код ${code}).`;
}

/** Steps as buttons, what each will do, and what stands in the history. */
export const stepWords: Readonly<Record<EntryStep, { label: string; warning: string }>> = {
  accept: {
    label: 'Принять вручную',
    warning: 'Работа будет участвовать, несмотря на замечания. Автор узнает об этом.',
  },
  mend: {
    label: 'Вернуть на исправление',
    warning: 'Автор узнает, что поправить, и отправит работу на проверку ещё раз.',
  },
  reject: { label: 'Отклонить', warning: 'Работа не будет участвовать. Автор узнает причину.' },
  nominate: { label: 'Сменить номинацию', warning: 'Публикацию проверим по хештегам новой номинации.' },
  check: { label: 'Проверить сейчас', warning: 'Посмотрим на работу ещё раз.' },
  withdraw: {
    label: 'Отозвать за автора',
    warning: 'Если автор попросил об этом сам. Ему придёт сообщение.',
  },
  restore: { label: 'Вернуть в конкурс', warning: 'Работа снова будет участвовать, и мы её проверим.' },
  assign: { label: 'Записать за человеком', warning: 'Работа станет его, и мы её проверим.' },
  dismiss: {
    label: 'Это не работа',
    warning: 'Публикация уйдёт из списка найденных. Никому не напишем.',
  },
  'marks-seen': { label: 'Просмотрено', warning: 'Пометка уйдёт из списка.' },
  'confirm-community': {
    label: 'Это сообщество организации',
    warning: 'Публикации от имени этого сообщества будем считать работами организации.',
  },
  'unconfirm-community': {
    label: 'Сообщество не той организации',
    warning: 'Публикации от его имени больше не подойдут.',
  },
};

const eventWords: Readonly<Record<string, string>> = {
  begun: 'Работа начата',
  found: 'Найдена по хештегу',
  submitted: 'Подана',
  seen: 'Последняя проверка',
};

export const entryWords = {
  tab: 'Работы',
  foundTab: 'Найденные',
  caption: 'Работы конкурса',
  search: 'Автор, название или команда',
  state: 'Состояние',
  anyState: 'Все поданные',
  nomination: 'Номинация',
  anyNomination: 'Любая',
  organization: 'Организация',
  anyOrganization: 'Любая',
  trouble: 'Ждут ВКонтакте',
  marked: 'Странный рост',
  author: 'Автор',
  nobody: 'автор неизвестен',
  work: 'Работа',
  untitled: 'Без названия',
  openOf: (name: string) => `Открыть работу: ${name}`,
  submitted: 'Подана',
  likes: 'Отметок',
  findings: (count: number) =>
    counted(count, ['замечание', 'замечания', 'замечаний'] satisfies Forms as Forms),
  markedBadge: 'странный рост',
  troubleBadge: 'ждёт ВКонтакте',
  empty: 'Работ ещё нет',
  emptyHint: 'Участники подают работы боту. Работу можно внести и за участника.',
  export: 'Выгрузить в Excel',
  add: 'Внести работу',
  addTitle: 'Работа за участника',
  addHint: 'Если человек не может подать работу сам. Он узнает, что она подана от его имени.',
  person: 'Участник',
  personHint: 'Начните с фамилии',
  title: 'Название',
  description: 'Описание',
  postLink: 'Ссылка на публикацию ВКонтакте',
  link: 'Ссылка на работу',
  save: 'Внести',
  filesLater: 'Файлы приложите на странице работы, когда внесёте её.',
  back: 'Все работы',
  about: 'О работе',
  source: 'Откуда',
  team: 'Команда',
  mentor: 'Назван наставник',
  answers: { asked: 'ждём согласия', agreed: 'согласен', declined: 'просит не называть' },
  files: 'Файлы',
  fileStates: { wanted: 'ещё загружается', failed: 'не открылся' } as Readonly<Record<string, string>>,
  addFile: 'Приложить файл',
  post: 'Публикация',
  openPost: 'Открыть во ВКонтакте',
  community: 'Сообщество',
  confirmed: 'подтверждено как сообщество организации',
  unconfirmed: 'не подтверждено',
  check: 'Проверка',
  inOrder: 'Замечаний нет.',
  notSeen: 'Ещё не смотрели.',
  seesAuthor: 'Так это читает автор:',
  lastCheck: (when: string) => `Последняя проверка: ${when}`,
  nextCheck: (when: string) => `Следующая: ${when}`,
  decided: 'Решение',
  decidedBy: (who: string, when: string) => `${who}, ${when}`,
  reason: 'Причина',
  reasonOptional: 'Причина (можно не указывать)',
  versions: 'Как менялась публикация',
  noVersions: 'Публикацию ещё не видели.',
  version: (when: string) => `Увидели ${when}`,
  edited: (when: string) => `изменена ${when}`,
  published: (when: string) => `вышла ${when}`,
  attachments: 'Вложения',
  kinds: {
    photo: 'фото',
    video: 'видео',
    doc: 'документ',
    link: 'ссылка',
    audio: 'аудио',
    poll: 'опрос',
    other: 'другое',
  },
  changed: 'Зачёркнутое убрали, подчёркнутое добавили.',
  sameText: 'Текст тот же.',
  counters: 'Отметки и просмотры',
  noCounters: 'Ещё не считали.',
  chart: (from: string, to: string) => `График: отметки «Нравится» и просмотры с ${from} по ${to}`,
  chartNote: 'Сплошная линия — отметки, пунктир — просмотры; у каждой своя высота.',
  when: 'Когда',
  likesFull: 'Нравится',
  reposts: 'Репосты',
  comments: 'Комментарии',
  views: 'Просмотры',
  noViews: 'не показаны',
  final: 'итоговые',
  showAll: 'Показать все числа',
  marksTitle: 'Обратите внимание',
  marksSeen: (when: string) => `Просмотрено ${when}`,
  history: 'История',
  machine: 'бот или автор',
  steps: 'Что сделать',
  noSteps: 'Сейчас с работой ничего сделать нельзя.',
  done: 'Готово',
  foundTitle: 'Найденные работы',
  foundHint:
    'Публикации с хештегами конкурса, которые никто не подал. Известных авторов запишите сразу, остальным отправьте приглашение.',
  foundCaption: 'Найденные публикации',
  foundEmpty: 'Неподанных публикаций нет',
  foundEmptyHint: 'Бот ищет хештеги конкурса ВКонтакте несколько раз в день.',
  known: 'известен',
  publishedAt: 'Вышла',
  openAuthor: 'Страница автора',
  assignKnown: 'Записать за автором',
  invitation: 'Приглашение',
  invitationHint: 'Скопируйте и отправьте автору во ВКонтакте.',
  copy: 'Скопировать',
  copied: 'Скопировано',
  number: '№',
  sheet: 'Работы',
  fileName: (title: string) => `Работы — ${title}.xlsx`,
  stamp: (when: string, count: number) => `По состоянию на ${when}, ${counted(count, entryForms)}.`,
  linkColumn: 'Ссылка',
  members: 'Участники',
  notes: 'Замечаний',
} as const;

const actions = new Map<string, string>(contestActions);

/** What happened to an entry: by itself, or by what the audit says of staff. */
export function eventText(action: string): string {
  return eventWords[action] ?? actions.get(action) ?? action;
}
