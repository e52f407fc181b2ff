import type { Day } from '../../domain/calendar/day.ts';
import type { ConsentText } from '../../domain/consents/consent.ts';
import type { DocumentData } from '../../domain/documents/document-data.ts';
import { dayText } from '../dates.ts';

/** What the printed form of a consent is filled with; address and document are written in by hand. */
export function consentData(
  { title, body, giver, version }: Pick<ConsentText, 'title' | 'body' | 'giver' | 'version'>,
  who: { fullName: string; organizationName: string; programmeName: string; publishedOn: Day },
): DocumentData {
  return {
    Заголовок: title,
    Абзацы: body
      .split(/\n{2,}/u)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((text) => ({ Текст: text })),
    ФИО: who.fullName,
    Организация: who.organizationName,
    Программа: who.programmeName,
    'Даёт представитель': giver === 'representative',
    'Даёт сам': giver === 'self',
    'Версия текста': `Версия ${version} от ${dayText(who.publishedOn)} г.`,
  };
}
