import { toDay } from '../../domain/calendar/day.ts';
import type { PublicContest, PublicResult } from '../../domain/contests/public-desk.ts';
import { instantText, untilClose } from '../contests/when.ts';
import { dayText } from '../dates.ts';
import { counted } from '../plural.ts';

export const publicFrameWords = {
  product: 'Наставник',
  skip: 'К содержанию',
  nav: 'Разделы',
  contests: 'Конкурсы',
  check: 'Проверить диплом',
  footer:
    'Без входа, скриптов и счётчиков. Имена и работы — только с разрешения их владельцев; отозвать его можно в любой момент командой /privacy в боте.',
  pages: 'Страницы',
  previous: 'Назад',
  next: 'Дальше',
  pageOf: (at: number, of: number) => `Страница ${at} из ${of}`,
} as const;

export const contestWords = {
  listTitle: 'Конкурсы',
  noContests: 'Пока ни одного конкурса не объявлено.',
  feed: 'Новости конкурсов (RSS)',
  dates: 'Сроки',
  opens: (isEvent: boolean) => (isEvent ? 'Регистрация' : 'Приём работ'),
  results: 'Итоги',
  place: 'Где',
  time: 'Когда',
  nominations: 'Номинации',
  hashtags: 'Хештеги',
  hashtagsHint: 'Поставьте их в публикации все, как здесь написано.',
  regulations: 'Положение (файл)',
  takePart: 'Как участвовать',
  takePartText:
    'Напишите боту программы слово «Конкурсы»: он покажет номинации, примет работу и сразу скажет, что поправить.',
  noBots: 'Напишите боту программы или спросите куратора своей организации.',
  winners: 'Победители',
  allResults: 'Все итоги',
  gallery: 'Работы участников',
  resultsTitle: (title: string) => `Итоги: ${title}`,
  noResults: 'Показывать некого: никто из участников не разрешил публиковать имя и награду.',
  unnamed: (count: number) =>
    `Ещё ${counted(count, ['работа отмечена', 'работы отмечены', 'работ отмечено'])} в итогах, но авторы не дали согласия на публикацию.`,
  toContest: 'К конкурсу',
} as const;

export const awardWords: Record<PublicResult['award'], string> = {
  winner: 'Победитель',
  laureate: 'Лауреат',
  participant: 'Участник',
};

/** «Победитель, 1 место». */
export function awardText({ award, place }: Pick<PublicResult, 'award' | 'place'>): string {
  return place === null ? awardWords[award] : `${awardWords[award]}, ${place} место`;
}

/** What is going on, in a line. */
export function stageText(contest: PublicContest, at: Date): string {
  const moment = { at, timeZone: contest.programme.timeZone };
  const isEvent = contest.kind === 'event';
  switch (contest.stage) {
    case 'announced':
      return `${contestWords.opens(isEvent)} откроется ${instantText(contest.opensAt, moment)}`;
    case 'open':
      return `${isEvent ? 'Идёт регистрация' : 'Идёт приём работ'}: ${untilClose(contest, moment)}`;
    case 'judging':
      return isEvent ? 'Регистрация закончена' : 'Приём работ закончен, подводим итоги';
    case 'cancelled':
      return 'Отменён';
    default:
      return contest.publishedAt === null
        ? 'Завершён'
        : `Итоги подведены ${dayText(toDay(contest.publishedAt, moment.timeZone))}`;
  }
}

/** «с 1 марта в 08:00 до 31 марта». */
export function windowOf({ opensAt, closesAt, programme: { timeZone } }: PublicContest, at: Date): string {
  const moment = { at, timeZone };
  return `с ${instantText(opensAt, moment)} ${untilClose({ closesAt }, moment)}`;
}

/** «25 марта в 14:00 — 25 марта в 17:00»; `null` for what is no event. */
export function eventTime(
  { startsAt, endsAt, programme: { timeZone } }: PublicContest,
  at: Date,
): string | null {
  if (startsAt === null || endsAt === null) return null;
  const moment = { at, timeZone };
  return `${instantText(startsAt, moment)} — ${instantText(endsAt, moment)}`;
}
