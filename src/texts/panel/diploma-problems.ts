import type { Refusal } from '../../domain/refusal.ts';

type Words = { title: string; detail?: string };

/** Why a paper is not given, or not now. */
export const diplomaProblems: Readonly<Record<string, Words | ((facts: Refusal['facts']) => Words)>> = {
  'diploma-nobody': {
    title: 'Выдавать некому',
    detail: 'Всем, кто отмечен, документы уже выданы, или этот человек больше ни за что их не получает.',
  },
  'diploma-list-changed': ({ count }) => ({
    title: 'Список тем временем изменился',
    detail: `Теперь документов ${count}. Посмотрите список ещё раз и выдайте заново.`,
  }),
  'diploma-no-address': {
    title: 'Неизвестен адрес сайта программы',
    detail:
      'На документе печатается адрес и код, по которым его проверяют. Попросите того, кто обслуживает программу, задать PUBLIC_URL.',
  },
  'design-faulty': { title: 'В макете есть ошибки', detail: 'Исправьте отмеченное, и образец откроется.' },
};
