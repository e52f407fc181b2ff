import type { Refusal } from '../../domain/refusal.ts';

type Words = { title: string; detail?: string };

/** Why something in a contest is not possible, or not now. */
export const contestProblems: Readonly<Record<string, Words | ((facts: Refusal['facts']) => Words)>> = {
  'contest-stage': {
    title: 'Сейчас этого сделать нельзя',
    detail: 'Конкурс на другом этапе. Обновите страницу: возможно, срок уже наступил или прошёл.',
  },
  'contest-scored': {
    title: 'Критерии уже нельзя менять',
    detail: 'Жюри начало оценивать: с другими критериями оценки потеряли бы смысл.',
  },
  'contest-judging-over': {
    title: 'Срок работы жюри прошёл',
    detail: 'Координатор может продлить его в настройках конкурса.',
  },
  'entry-repeated': {
    title: 'Эта публикация уже участвует в конкурсе',
    detail: 'Одну публикацию можно подать только один раз.',
  },
  'entry-over': {
    title: 'Эта работа уже не участвует',
    detail: 'Её отозвали или отклонили.',
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
};
