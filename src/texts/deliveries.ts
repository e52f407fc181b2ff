import type { UncertainDelivery } from '../domain/delivery/delivery-book.ts';

/** For an operator: numbers only, so that the list may be copied into a letter. */
export function uncertainText(rows: readonly UncertainDelivery[]): string {
  if (rows.length === 0) return 'Таких сообщений нет: о каждом известно, дошло ли оно.';
  const lines = rows.map(({ id, platform, personId, claimedAt, error }) =>
    `${id}  ${platform}  человек ${personId ?? '—'}  ${claimedAt.toISOString()}  ${error ?? ''}`.trimEnd(),
  );
  return [
    `Запрос ушёл, ответ не пришёл: ${rows.length}. Повторять их программа не станет, чтобы никто не получил сообщение дважды.`,
    ...lines,
  ].join('\n');
}
