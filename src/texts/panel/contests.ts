import type { ContestKind } from '../../domain/contests/contest.ts';
import type { EntryState } from '../../domain/contests/entry.ts';
import type { ContestStage } from '../../domain/contests/stage.ts';

export const stageWords: Readonly<Record<ContestStage, string>> = {
  draft: 'черновик',
  announced: 'объявлен',
  open: 'идёт приём',
  judging: 'работает жюри',
  checked: 'итоги подведены',
  published: 'итоги опубликованы',
  archived: 'в архиве',
  cancelled: 'отменён',
};

export const kindWords: Readonly<Record<ContestKind, string>> = {
  post: 'публикации ВКонтакте',
  work: 'работы: файлы или ссылка',
  event: 'событие с записью',
};

export const entryStateWords: Readonly<Record<EntryState, string>> = {
  draft: 'начаты',
  checking: 'проверяются',
  mending: 'ждут исправления',
  accepted: 'приняты',
  waitlisted: 'в листе ожидания',
  found: 'найдены по хештегам',
  withdrawn: 'отозваны',
  rejected: 'отклонены',
};

/** Words of the frame around all pages of one contest, and of the list. */
export const contestWords = {
  menu: 'Конкурсы',
  title: 'Конкурсы и события',
  hint: 'Конкурсы публикаций и работ, игры и форумы: от объявления до дипломов.',
  caption: 'Конкурсы',
  create: 'Новый конкурс',
  empty: 'Конкурсов ещё нет',
  emptyHint: 'Начните с готового шаблона — его можно изменить — или с чистого листа.',
  back: 'Все конкурсы',
  tabs: 'Разделы конкурса',
  name: 'Название',
  stage: 'Этап',
  anyStage: 'Любой',
  kind: 'Что подают',
  anyKind: 'Любое',
  openOf: (title: string) => `Открыть: ${title}`,
  opens: 'Приём с',
  closes: 'Приём до',
  entries: 'Работ',
  taking: (from: string, to: string) => `Приём: ${from} – ${to}`,
  signingUp: (from: string, to: string) => `Запись: ${from} – ${to}`,
  judging: (until: string) => `Жюри до ${until}`,
  resultsOn: (day: string) => `Итоги ${day}`,
  takesPlace: (from: string, to: string) => `Событие: ${from} – ${to}`,
  entriesTitle: 'Работы и заявки',
  noEntries: 'Пока никто не подал.',
  tab: {
    overview: 'Обзор',
    settings: 'Настройки',
    jury: 'Состав жюри',
  },
} as const;
