import type { ContestLack } from '../../domain/contests/check-settings.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { resultRuleFaultWords } from '../contest-rules.ts';

type Words = { title: string; detail?: string };

/** What a contest lacks to be announced. */
export const lackWords: Readonly<Record<ContestLack, string>> = {
  summary: 'Напишите кратко, о чём конкурс и как в нём участвовать.',
  nominations: 'Добавьте хотя бы одну номинацию.',
  hashtags: 'Дайте хештег каждой номинации или всему конкурсу: по ним находят публикации.',
  criteria: 'Добавьте критерии: без них жюри нечего оценивать.',
  'close-past': 'Конец приёма уже прошёл: поправьте даты.',
  'event-past': 'Событие уже прошло: поправьте даты.',
};

const nameless: Readonly<Record<string, string>> = {
  contest: 'Дайте конкурсу название',
  nomination: 'Дайте название каждой номинации',
  criterion: 'Дайте название каждому критерию',
};

const wrongDates: Readonly<Record<string, string>> = {
  close: 'Приём кончается раньше, чем начинается.',
  jury: 'Жюри работает после конца приёма.',
  results: 'Итоги подводят после работы жюри.',
  'event-missing': 'Укажите, когда событие начинается и заканчивается.',
  event: 'Событие заканчивается раньше, чем начинается.',
  'event-close': 'Запись заканчивается не позже самого события.',
};

const wrongLimits: Readonly<Record<string, string>> = {
  'per-nomination': 'Работ в одной номинации не больше, чем всего от одного человека.',
  team: 'В команде от меньшего числа к большему.',
  length: 'Наибольшая длина текста меньше наименьшей.',
  description: 'Наибольшая длина описания меньше наименьшей.',
  work: 'Участник не может прислать ничего: разрешите файлы, ссылку или описание.',
};

const wrongRules: Readonly<Record<string, string>> = {
  ...resultRuleFaultWords,
  'activity-of-no-posts': 'Отклик читателей считают только у публикаций. Для работ и событий решает жюри.',
};

/** Why something in a contest is not possible, or not now. */
export const contestProblems: Readonly<Record<string, Words | ((facts: Refusal['facts']) => Words)>> = {
  'contest-stage': {
    title: 'Сейчас этого сделать нельзя',
    detail: 'Конкурс на другом этапе. Обновите страницу: возможно, срок уже наступил или прошёл.',
  },
  'materials-none': {
    title: 'Рассылать нечего',
    detail: 'Сначала добавьте файл в «Материалы для участников».',
  },
  'contest-scored': {
    title: 'Критерии уже нельзя менять',
    detail: 'Жюри начало оценивать: с другими критериями оценки потеряли бы смысл.',
  },
  'contest-judging-over': {
    title: 'Срок работы жюри прошёл',
    detail: 'Координатор может продлить его в настройках конкурса.',
  },
  'contest-title-missing': ({ of }) => ({ title: nameless[String(of)] ?? 'Дайте название' }),
  'contest-dates': ({ what }) => ({ title: 'Проверьте даты', detail: wrongDates[String(what)] ?? '' }),
  'contest-hashtag': ({ tag }) => ({
    title: `${tag} — не хештег`,
    detail: 'В хештеге только буквы, цифры и подчёркивание, без пробелов; одних цифр мало.',
  }),
  'contest-limits': ({ what }) => ({ title: 'Так не выйдет', detail: wrongLimits[String(what)] ?? '' }),
  'contest-rules': ({ fault }) => ({
    title: 'По этим правилам итоги не подвести',
    detail: wrongRules[String(fault)] ?? '',
  }),
  'contest-begun': {
    title: 'Приём уже начался',
    detail: 'Начало приёма больше не меняется.',
  },
  'contest-closed': {
    title: 'Приём уже закончился',
    detail: 'Конец приёма больше не меняется: жюри уже может оценивать.',
  },
  'contest-close-past': { title: 'Конец приёма не может быть в прошлом' },
  'contest-close-earlier': {
    title: 'Приём можно только продлить',
    detail: 'Участники рассчитывают на объявленный срок, раньше его закончить нельзя.',
  },
  'contest-judging-past': { title: 'Последний день жюри не может быть в прошлом' },
  'contest-unready': ({ lacks }) => ({
    title: 'Объявлять рано',
    detail: String(lacks)
      .split(',')
      .map((lack) => lackWords[lack as ContestLack] ?? '')
      .join(' '),
  }),
  'contest-post-sent': { title: 'Об этой публикации уже всё известно', detail: 'Обновите страницу.' },
  'contest-too-many-files': ({ most }) => ({ title: `К конкурсу можно приложить не больше ${most} файлов` }),
  'post-link-wrong': {
    title: 'Это не ссылка на публикацию ВКонтакте',
    detail: 'Откройте публикацию, нажмите «Поделиться» и скопируйте ссылку вида vk.com/wall-1_2.',
  },
  'entry-repeated': {
    title: 'Эта публикация уже участвует в конкурсе',
    detail: 'Одну публикацию можно подать только один раз.',
  },
  'entry-over': {
    title: 'Эта работа уже не участвует',
    detail: 'Её отозвали или отклонили.',
  },
  'entry-step': {
    title: 'С этой работой так больше нельзя',
    detail: 'Её состояние изменилось. Обновите страницу.',
  },
  'entry-nomination-missing': {
    title: 'Сначала выберите номинацию',
    detail: 'По хештегам публикации её не определить.',
  },
  'entry-too-many-files': ({ most }) => ({ title: `К работе можно приложить не больше ${most} файлов` }),
  'entry-link-wrong': {
    title: 'Эта ссылка не подходит',
    detail: 'Ссылка начинается с https://. В некоторых конкурсах работы подают без ссылок.',
  },
  'entry-incomplete': { title: 'Работа заполнена не до конца' },
  'contest-not-for-you': {
    title: 'Этот человек не может участвовать в конкурсе',
    detail: 'Кто участвует, записано в настройках конкурса.',
  },
  'contest-enough': ({ most = 1 }) => ({
    title: 'Больше работ от одного человека не принимаем',
    detail: `По положению их не больше ${most}.`,
  }),
  'contest-enough-nomination': ({ most = 1 }) => ({
    title: 'В этой номинации больше работ от одного человека не принимаем',
    detail: `По положению их не больше ${most}.`,
  }),
  'team-not-allowed': { title: 'В этом конкурсе участвуют без команд' },
  'team-full': ({ most = 1 }) => ({
    title: 'В команде нет мест',
    detail: `По положению в ней не больше ${most} человек.`,
  }),
  'team-joined': { title: 'Этот человек уже в команде' },
  'naming-not-allowed': { title: 'В этом конкурсе наставника не называют' },
  'naming-enough': { title: 'Об этой работе спрашивали уже многих наставников' },
  'event-closed': { title: 'Запись на событие сейчас не идёт' },
  'event-begun': { title: 'Событие уже началось или отменено' },
  'event-registered': { title: 'Этот человек уже записан' },
  'event-full': {
    title: 'Свободных мест не осталось',
    detail: 'Число мест и лист ожидания — в настройках.',
  },
  'event-not-yet': {
    title: 'Отмечать ещё рано',
    detail: 'Отметки принимаем с трёх часов до начала события.',
  },
  'guest-unknown': { title: 'Этого человека в списке уже нет', detail: 'Обновите страницу.' },
  'ticket-unknown': {
    title: 'Такого билета нет',
    detail: 'Человек отказался от записи, или код прочитан не целиком. Найдите человека в списке.',
  },
  'ticket-waiting': {
    title: 'Этот человек в листе ожидания',
    detail: 'Места за ним нет. Если место есть, отметьте его в списке.',
  },
};
