import type { Message } from '../domain/messages/message.ts';
import type { Person } from '../domain/people/person.ts';
import type { ApplicationCard, ApplicationState } from '../domain/registration/application.ts';
import { applicationHead, myApplicationButton } from './applications.ts';
import { politeName, shortName } from './people.ts';
import { buttons } from './talk.ts';

/**
 * What the applicant is told of each step that somebody else took; `null` where there is nothing to say. `menu`: theirs
 * from now on, which comes along where the step gives or takes a part.
 */
export function newsForApplicant(card: ApplicationCard, reason: string, menu: string[][]): Message | null {
  const text = forApplicant(card, reason)[card.state];
  if (text === undefined) return null;
  if (card.state === 'confirmed' || card.state === 'left') return { text, menu };
  return { text, buttons: [[card.state === 'declined' ? buttons.ask : myApplicationButton]] };
}

function forApplicant(card: ApplicationCard, reason: string): Partial<Record<ApplicationState, string>> {
  const name = politeName(card.person);
  const hello = name === '' ? 'Хорошие новости' : `${name}, хорошие новости`;
  const head = applicationHead(card);
  const why = reason === '' ? '' : ` Причина: ${reason}`;
  return {
    confirmed: `${hello}: заявка подтверждена, вы в программе! ${head}. О следующих шагах напишу сюда.`,
    declined: `К сожалению, заявку отклонили: ${head}.${why}\n\nЕсли это ошибка, напишите — разберёмся вместе.`,
    active: `${hello}: вы приступили к работе в программе. ${head}. Удачи!`,
    'on-leave': `Записал: вы в отпуске, ${head}. Отдыхайте — вернуться можно в любой момент.`,
    left: `Ваше участие в программе завершено: ${head}. Спасибо, что были с нами!`,
  };
}

/** The same for whoever represents a pupil. */
export function newsForRepresentative(card: ApplicationCard, mayName: boolean): Message | null {
  const phrase: Partial<Record<ApplicationState, string>> = {
    confirmed: 'заявка подтверждена, участие в программе началось',
    declined: 'заявку отклонили',
    'on-leave': 'участие приостановлено',
    active: 'участие продолжается',
    left: 'участие в программе завершено',
  };
  const said = phrase[card.state];
  if (said === undefined) return null;
  const who = mayName ? shortName(card.person) : 'Ученик, которого вы представляете';
  return { text: `${who}: ${said}.`, buttons: [[buttons.ask]] };
}

/** What whoever decides is told when the applicant acts alone. */
export function newsForDecider(card: ApplicationCard, mayName: boolean): Message | null {
  const phrase: Partial<Record<ApplicationState, string>> = {
    active: 'снова участвует',
    'on-leave': 'в отпуске',
    left: card.decidedAt === null ? 'заявка отозвана' : 'больше не участвует в программе',
  };
  const said = phrase[card.state];
  if (said === undefined) return null;
  const who = mayName ? `${shortName(card.person)}, ` : '';
  const head = applicationHead(card);
  return { text: `${who}${who === '' ? head : head.charAt(0).toLowerCase() + head.slice(1)}: ${said}.` };
}

/** For each account that somebody had before another one was joined to them. */
export function anotherAccount(): Message {
  return {
    text: 'К записи о вас подключён ещё один аккаунт: сотрудник программы подтвердил, что он ваш. Если это не так, сразу напишите нам.',
    buttons: [[buttons.ask]],
  };
}

export function joinedNews(person: Person, menu: string[][]): Message {
  const name = politeName(person);
  return {
    text: `${name === '' ? '' : `${name}, `}записи о вас объединены: теперь всё в одном месте.`.replace(
      /^./u,
      (first) => first.toUpperCase(),
    ),
    menu,
  };
}
