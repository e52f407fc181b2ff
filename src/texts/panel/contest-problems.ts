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
};
