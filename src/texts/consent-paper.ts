import type { Consent, ConsentKind } from '../domain/consents/consent.ts';
import type { ConsentLack } from '../domain/consents/consent-book.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import { consentNames, consentTitles } from './consent-names.ts';
import { consentsButton } from './consent-reminder.ts';
import { fullName, shortName } from './people.ts';
import { buttons } from './talk.ts';
import { clip } from './tasks.ts';

export const lacksOnPage = 8;
const inRow = 4;

const backToLacks: Button = { label: '📋 Кто ещё не дал', action: 'consent:lack:0' };

/** Who lacks what, for staff; `page` counts from 0. */
export function lackPage(lacks: readonly ConsentLack[], page: number): Message {
  if (lacks.length === 0) return { text: 'Все нужные согласия даны. 🌿', buttons: [[consentsButton]] };
  const first = page * lacksOnPage;
  const shown = lacks.slice(first, first + lacksOnPage);
  const numbers = shown.map(({ personId }, index) => ({
    label: String(first + index + 1),
    action: `consent:who:${personId}`,
  }));
  const turn: Button[] = [];
  if (page > 0) turn.push({ label: '← Раньше', action: `consent:lack:${page - 1}` });
  if (first + lacksOnPage < lacks.length)
    turn.push({ label: 'Дальше →', action: `consent:lack:${page + 1}` });
  const lines = shown.map(
    (lack, index) =>
      `${first + index + 1}. ${clip(shortName(lack), 80)}, ${clip(lack.organizationName, 80)}: ${kindsOf(lack)}`,
  );
  return {
    text: [
      `Не хватает согласий: ${lacks.length}. Я напоминаю сам; если согласие подписали на бумаге, нажмите номер.`,
      '',
      ...lines,
    ].join('\n'),
    buttons: [
      ...(numbers.length > inRow ? [numbers.slice(0, inRow), numbers.slice(inRow)] : [numbers]),
      ...(turn.length > 0 ? [turn] : []),
    ],
  };
}

function kindsOf({ kinds }: ConsentLack): string {
  return kinds.map((kind) => consentNames[kind]).join(', ');
}

export function lackCard(lack: ConsentLack): Message {
  return {
    text: [
      `👤 ${clip(fullName(lack), 200)}`,
      `🏫 ${clip(lack.organizationName, 200)}`,
      '',
      `Не хватает: ${kindsOf(lack)}.`,
      'Подписали на бумаге? Отметьте и приложите скан.',
    ].join('\n'),
    buttons: [
      ...lack.kinds.map((kind): Button[] => [
        {
          label: clip(`📄 ${consentTitles[kind]}`, limits.label),
          action: `consent:paper:${lack.personId}:${kind}`,
        },
      ]),
      [backToLacks],
    ],
  };
}

const scanButtons: Button[][] = [[{ label: 'Без скана', action: 'consent:noscan' }], [buttons.cancel]];

export function askScan(kind: ConsentKind, who: string): Message {
  return {
    text: [
      `Согласие на бумаге: ${consentTitles[kind].toLowerCase()} — ${who}`,
      '',
      'Пришлите фото или скан (PDF) с подписью. Если страниц несколько — лучше одним PDF.',
    ].join('\n'),
    buttons: scanButtons,
  };
}

export function stillScan(): Message {
  return {
    text: 'Жду фото или PDF с подписью. Скана пока нет — нажмите «Без скана», приложить его можно будет позже.',
    buttons: scanButtons,
  };
}

export function paperReceived(kind: ConsentKind, who: string, scans: number): Message {
  const more = scans > 1 ? ' Сохранил первый файл: остальные соедините, пожалуйста, в один PDF.' : '';
  return {
    text: `✅ Записано: ${consentTitles[kind].toLowerCase()} — ${who}, согласие на бумаге.${more}`,
    buttons: [[backToLacks]],
  };
}

/** For whoever signed, or for their representative: then `who` is the pupil, or empty where names may not stand. */
export function paperNews({ kind }: Pick<Consent, 'kind'>, forPupil: boolean, who: string): Message {
  const whose = forPupil ? ` за ученика${who === '' ? '' : ` (${who})`}` : '';
  return {
    text: `Ваше согласие${whose} получено на бумаге: ${consentTitles[kind].toLowerCase()}. Если вы его не подписывали, напишите.`,
    buttons: [[consentsButton], [buttons.ask]],
  };
}

export const notYours = 'Этого согласия у вас не просят';
