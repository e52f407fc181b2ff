import { type Consent, consentKinds, consentState } from '../domain/consents/consent.ts';
import type { Button, Message } from '../domain/messages/message.ts';
import type { Visitor } from '../domain/people/people-book.ts';
import type { Person } from '../domain/people/person.ts';
import type { Application, ApplicationCard, ApplicationState } from '../domain/registration/application.ts';
import { consentNames, consentsButton } from './consent-reminder.ts';
import { wordsOfForm } from './forms/form-words.ts';
import { appointmentLines, fullName } from './people.ts';
import { roleNames } from './roles.ts';
import { buttons } from './talk.ts';

const stateSentences: Record<ApplicationState, string> = {
  draft: 'Анкета ещё не закончена.',
  applied: 'Ваша заявка отправлена, ждём подтверждения.',
  confirmed: 'Ваша заявка подтверждена.',
  active: 'Вы участвуете в программе.',
  'on-leave': 'У вас перерыв в программе.',
  left: 'Вы вышли из программы.',
  declined: 'Вашу заявку отклонили.',
};

const stateNames: Record<ApplicationState, string> = {
  draft: 'анкета не закончена',
  applied: 'ждёт подтверждения',
  confirmed: 'подтверждена',
  active: 'участвует',
  'on-leave': 'перерыв',
  left: 'вышли из программы',
  declined: 'отклонена',
};

/** How somebody's newest application stands. */
export function applicationState({ state }: Pick<Application, 'state'>): string {
  return stateSentences[state];
}

export function openForm(): string {
  return 'У вас начата анкета. Всё, что вы ответили, сохранено.';
}

export function goOnButton({ step, of }: { step: number; of: number }): Button {
  return { label: `Продолжить анкету (шаг ${step} из ${of})`, action: 'form:resume', tone: 'primary' };
}

/** Names and values of what was answered, in the order of the form. */
export type FilledIn = readonly (readonly [name: string, value: string])[];

export type Me = {
  person: Person;
  appointments: Visitor['appointments'];
  /** Live ones, newest first. */
  applications: readonly { card: ApplicationCard; filledIn: FilledIn }[];
  consents: readonly Consent[];
  /** Of the staff's page, for those who have it. */
  more: readonly Button[];
};

/** What the bot knows about its reader; nothing here names anybody else. */
export function aboutMe({ person, appointments, applications, consents, more }: Me): Message {
  const lines = appointmentLines(appointments).map((line) => `• ${line}`);
  const parts = [
    [fullName(person) || 'Как вас зовут, я пока не знаю.', ...lines].join('\n'),
    ...applications.map(({ card, filledIn }) =>
      [applicationLine(card), ...filledIn.map(([name, value]) => `${name}: ${value}`)].join('\n'),
    ),
    consentLine(consents),
  ];
  return {
    text: parts.join('\n\n'),
    buttons: [
      [{ label: '✏️ Исправить', action: 'me:edit' }],
      ...(applications.length > 0 ? [[{ label: '📄 Моя заявка', action: 'apply:mine' }]] : []),
      [consentsButton, { label: '🔒 Мои данные', action: 'privacy:show' }],
      ...more.map((button) => [button]),
    ],
  };
}

/** «Заявка: наставник — Школа № 3, ждёт подтверждения». */
export function applicationLine({ role, form, organizationName, state }: ApplicationCard): string {
  const what = role === null ? wordsOfForm(form).title : `Заявка: ${roleNames[role]}`;
  const where = organizationName === '' ? '' : ` — ${organizationName}`;
  return `${what}${where}, ${stateNames[state]}`;
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
      { label: card.role === null ? card.form : capital(roleNames[card.role]), action: `me:edit:${card.id}` },
    ]),
  };
}

/** For whoever staff entered: there is no form of theirs to correct. */
export function nothingToEdit(): Message {
  return {
    text: 'Ваше имя и роли внёс координатор. Если что-то не так, напишите — он поправит.',
    buttons: [[buttons.ask]],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
