import type { ErrandState } from '../../domain/errands/errand.ts';

/** Long work in the panel. */
export const errandWords = {
  states: {
    planned: 'Ждёт очереди',
    running: 'Выполняется',
    done: 'Готово',
    failed: 'Не получилось',
    cancelled: 'Остановлено',
  } satisfies Record<ErrandState, string>,
  stopping: 'Останавливается…',
  progress: (done: number, total: number | null) => (total === null ? `${done}` : `${done} из ${total}`),
  stop: 'Остановить',
  stopWarning: 'Работа остановится на ближайшем шаге. Что уже сделано, останется.',
  stopConfirm: 'Да, остановить',
  download: 'Скачать файл',
  fileGone: 'Файл хранится несколько дней: потом закажите его заново.',
  broken: 'У нас что-то сломалось. Закажите ещё раз; если не поможет, сообщите администратору.',
} as const;
