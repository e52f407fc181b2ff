import type { DataRequestKind } from './privacy-book.ts';

/**
 * Words of the rows in which a request becomes a task of the coordinator, worded like items of an order. They name nobody:
 * titles stand in lists, reminders and documents.
 */
export const assignments = {
  /** The order number of the roadmap that holds them: no order has it. */
  key: 'assignments',
  title: 'Поручения',
  section: 'Запросы о персональных данных',
  responsible: 'Муниципальный координатор',
  code: (requestId: string) => `ПД-${requestId}`,
} as const;

const deeds: Readonly<Record<DataRequestKind, { title: string; result: string }>> = {
  export: { title: 'выдать сведения', result: 'Сведения выданы' },
  correct: { title: 'исправить', result: 'Данные исправлены' },
  'withdraw-consent': { title: 'прекратить обработку', result: 'Обработка прекращена' },
  erase: { title: 'удалить', result: 'Данные удалены' },
};

/** «Запрос № 12 о персональных данных: удалить». */
export function assignmentOf(requestId: string, kind: DataRequestKind): { title: string; result: string } {
  const { title, result } = deeds[kind];
  return { title: `Запрос № ${requestId} о персональных данных: ${title}`, result };
}
