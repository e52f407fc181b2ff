import { consentKinds } from '../domain/consents/consent.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import type { DueConsent } from '../domain/reminders/consent-reminders.ts';
import { consentNames } from './consent-names.ts';
import { shortName } from './people.ts';
import { clip } from './tasks.ts';

export const consentsButton: Button = { label: '✍️ Согласия', action: 'consent:list' };

/** More would push what else the message says out of sight. */
const shownConsents = 3;
const shownLines = 6;
const shownTitle = 120;

/** The message with a paragraph about consents that are missing, and as many of their buttons as fit under it. */
export function withConsents(message: Message, due: readonly DueConsent[], mayNameOthers: boolean): Message {
  if (due.length === 0) return message;
  const consents = due.toSorted((a, b) => consentKinds.indexOf(a.kind) - consentKinds.indexOf(b.kind));
  const buttons = message.buttons ?? [];
  const room = Math.min(limits.buttonRows - buttons.length, limits.buttons - buttons.flat().length);
  const own =
    consents.length <= Math.min(room, shownConsents)
      ? consents.map((consent) => [buttonOf(consent, mayNameOthers)])
      : [[consentsButton]];
  const asked = paragraph(consents, mayNameOthers);
  return {
    ...message,
    text: `${clip(message.text, limits.text - asked.length - 2)}\n\n${asked}`,
    buttons: [...own, ...buttons],
  };
}

function paragraph(consents: readonly DueConsent[], mayNameOthers: boolean): string {
  const lines = consents.slice(0, shownLines).map((consent) => `• ${lineOf(consent, mayNameOthers)}`);
  const rest = consents.length > shownLines ? [`…и ещё ${consents.length - shownLines}`] : [];
  const renewed = consents.some(({ outdated }) => outdated)
    ? [
        'Текст, с которым вы соглашались, обновился — прочтите, пожалуйста, новый. Прежнее согласие пока действует.',
      ]
    : [];
  return ['✍️ Нужно ваше согласие:', ...lines, ...rest, ...renewed].join('\n');
}

function lineOf({ title, pupil, outdated }: DueConsent, mayNameOthers: boolean): string {
  const whose = pupil === null ? '' : ` — ${mayNameOthers ? clip(shortName(pupil), 60) : 'за ребёнка'}`;
  return `${clip(title, shownTitle)}${whose}${outdated ? ' (новый текст)' : ''}`;
}

function buttonOf({ kind, pupil, textId, subjectId }: DueConsent, mayNameOthers: boolean): Button {
  const whose = pupil === null || !mayNameOthers ? '' : ` — ${shortName(pupil)}`;
  return {
    label: clip(`✍️ ${consentNames[kind]}${whose}`, limits.label),
    action: `consent:give:${textId}:${subjectId}`,
    tone: 'primary',
  };
}
