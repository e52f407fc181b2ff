import { windowText } from '../dates.ts';
import { counted, taskForms } from '../plural.ts';
import { stateWords } from './tasks.ts';

type Cell = { state: keyof typeof stateWords; done: number; total: number };

/** Words of the first page of the panel. */
export const overviewWords = {
  title: 'Обзор',
  noRoadmap: 'Дорожной карты ещё нет',
  noRoadmapHint: 'Загрузите её из файла Word, Excel или текста: появятся мероприятия, сроки и задачи.',
  toImport: 'Загрузить дорожную карту',
  late: 'Просрочено',
  soon: 'Срок в ближайшие 14 дней',
  applications: 'Новые заявки',
  unreachable: 'Некуда написать',
  unreachableHint: 'Отвечают за задачи, но не связали мессенджер: пригласите их в бот.',
  uncertain: 'Неизвестно, дошло ли',
  uncertainHint: 'Сообщение ушло, а ответа от мессенджера не было.',
  all: 'Показать все',
  nobody: 'никто не назначен',
  somebody: 'имя не показывается',
  progress: 'Ход по организациям',
  progressHint: 'Мероприятия × организации. В клетке — сколько задач сделано из скольких.',
  timeline: 'Лента дорожной карты',
  timelineLabel: (items: number, today: string) =>
    `Лента: ${items} мероприятий и их сроки, отмечен сегодняшний день, ${today}. Ниже то же таблицей.`,
  timelineTable: 'То же таблицей',
  today: 'сегодня',
  item: 'Мероприятие',
  organization: 'Организация',
  windows: 'Сроки',
  legend: 'Обозначения',
  none: 'нет задач',
  undated: 'без даты',
  noProgress: 'Пока показывать нечего: в этой дорожной карте у ваших организаций нет задач.',
  cell: (title: string, organization: string, { state, done, total }: Cell) =>
    `${title}, ${organization}: ${stateWords[state]}, сделано ${done} из ${total}`,
  ofTotal: ({ done, total }: Cell) => `${done}/${total}`,
  window: (from: string | null, to: string) => windowText(from, to),
  tasks: (count: number) => counted(count, taskForms),
  platforms: { telegram: 'Telegram', vk: 'ВКонтакте' } as Record<string, string>,
  forms: {
    mentor: 'наставник',
    mentee: 'наставляемый',
    pupil: 'ученик',
    staff: 'сотрудник',
  } as Record<string, string>,
} as const;
