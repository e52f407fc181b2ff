import { type Consent, consentKinds, consentState } from '../domain/consents/consent.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import type { Visitor } from '../domain/people/people-book.ts';
import type { Person } from '../domain/people/person.ts';
import type { ApplicationCard } from '../domain/registration/application.ts';
import { applicationHead, myApplicationButton, stateWords } from './applications.ts';
import { consentNames } from './consent-names.ts';
import { consentsButton } from './consent-reminder.ts';
import { resumeButton } from './forms/engine-words.ts';
import { appointmentLines, fullName } from './people.ts';
import { buttons } from './talk.ts';
import { clip } from './tasks.ts';

export function openForm(): string {
  return 'У вас начата анкета. Всё, что вы ответили, сохранено.';
}

export function goOnButton({ step, of }: { step: number; of: number }): Button {
  return { ...resumeButton, label: `${resumeButton.label} (шаг ${step} из ${of})` };
}

type Me = {
  person: Person;
  appointments: Visitor['appointments'];
  /** Live ones, newest first. */
  applications: readonly { card: ApplicationCard; answers: readonly string[] }[];
  consents: readonly Consent[];
  /** Whom they represent, as a sentence; may be empty. */
  represented: string;
  /** The way to the panel, for those who have one. */
  more: readonly Button[];
};

/** What the bot knows about its reader; nothing but `represented` may name anybody else. */
export function aboutMe({ person, appointments, applications, consents, represented, more }: Me): Message {
  const lines = appointmentLines(appointments).map((line) => `• ${line}`);
  const parts = [
    [fullName(person) || 'Как вас зовут, я пока не знаю.', ...lines].join('\n'),
    ...applications.map(({ card, answers }) =>
      [applicationHead(card), stateWords[card.state], ...answers].join('\n'),
    ),
    ...(represented === '' ? [] : [represented]),
    consentLine(consents),
  ];
  return {
    text: parts.join('\n\n'),
    buttons: [
      [{ label: '✏️ Исправить', action: 'me:edit' }],
      ...(applications.length > 0 ? [[myApplicationButton]] : []),
      [consentsButton, { label: '🔒 Мои данные', action: 'privacy:show' }],
      ...more.map((button) => [button]),
    ],
  };
}

function consentLine(consents: readonly Consent[]): string {
  const given = consentKinds.filter((kind) => ['given', 'outdated'].includes(consentState(kind, consents)));
  return given.length === 0
    ? 'Согласий вы пока не давали.'
    : `Ваши согласия: ${given.map((kind) => consentNames[kind]).join(', ')}.`;
}

/** Which of several applications to correct. */
export function chooseToEdit(cards: readonly ApplicationCard[]): Message {
  return {
    text: 'Какую анкету исправить?',
    buttons: cards.map((card) => [
      { label: clip(applicationHead(card), limits.label), action: `me:edit:${card.id}` },
    ]),
  };
}

/** For whoever staff entered, and for representatives: there is no form of theirs to correct. */
export function nothingToEdit(isRepresentative: boolean): Message {
  const who = isRepresentative
    ? 'Ваши имя и телефон исправляет координатор.'
    : 'Ваше имя и роли внёс координатор.';
  return {
    text: `${who} Если что-то не так, напишите — он поправит.`,
    buttons: [[buttons.ask]],
  };
}
