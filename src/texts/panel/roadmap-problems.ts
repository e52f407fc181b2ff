import type { Refusal } from '../../domain/refusal.ts';

type Words = { title: string; detail?: string };

/** Problems of tasks, the roadmap and calendars. */
export const roadmapProblems: Readonly<Record<string, Words | ((facts: Refusal['facts']) => Words)>> = {
  'task-done': {
    title: 'Задача уже отмечена как сделанная',
    detail: 'Если это не так, верните её в работу.',
  },
  'task-waived': { title: 'Задача снята с контроля', detail: 'Сначала верните её в работу.' },
  'task-withdrawn': { title: 'Этой задачи больше нет в дорожной карте' },
  'task-open': { title: 'Задача и так в работе' },
  'task-unheld': {
    title: 'Напоминать некому: никто не назначен',
    detail: 'Назначьте ответственного в организации.',
  },
  'reason-empty': { title: 'Напишите причину словами' },
  'link-wrong': ({ link }) => ({ title: 'Это не ссылка', detail: `«${link}»: нужен адрес вида https://…` }),
  'text-too-long': ({ most }) => ({ title: 'Текст слишком длинный', detail: `Можно до ${most} знаков.` }),
  'results-too-many': ({ most }) => ({
    title: 'Слишком много вложений',
    detail: `За один раз можно до ${most}.`,
  }),
  'file-refused': ({ why }) => ({
    title: 'Этот файл не подходит',
    detail:
      why === 'program'
        ? 'Программы и ярлыки не принимаются.'
        : why === 'empty'
          ? 'Файл пуст.'
          : 'Содержимое не такое, как говорит название файла.',
  }),
};
