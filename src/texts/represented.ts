import type { Message } from '../domain/messages/message.ts';
import type { Person } from '../domain/people/person.ts';
import type { Application, ApplicationState } from '../domain/registration/application.ts';
import { consentsButton } from './consent-reminder.ts';
import { shortName } from './people.ts';
import { privacyButtons } from './privacy.ts';

export type Represented = { pupil: Person; application: Pick<Application, 'state'> | null };

/** How a pupil stands, for whoever represents them. */
const standing: Record<ApplicationState, string> = {
  draft: 'анкета ещё не отправлена',
  applied: 'заявка ждёт решения',
  confirmed: 'участвует в программе',
  active: 'участвует в программе',
  'on-leave': 'в отпуске',
  left: 'сейчас не участвует',
  declined: 'сейчас не участвует',
};

/** «Вы представляете: Ёлкина М. — заявка ждёт решения.»; empty for whoever represents nobody. */
export function representedLine(pupils: readonly Represented[], mayName: boolean): string {
  if (pupils.length === 0) return '';
  const each = pupils.map(({ pupil, application }) => {
    const who = mayName && pupil.surname !== '' ? shortName(pupil) : 'ученик';
    return `${who} — ${standing[application?.state ?? 'left']}`;
  });
  return `Вы представляете: ${each.join('; ')}.`;
}

/** What somebody who is nothing but a representative may do. */
export function asRepresentative(): Message {
  return {
    text: 'Согласия за ученика можно прочесть, дать и отозвать, свои данные — посмотреть и удалить.',
    buttons: [[consentsButton, privacyButtons.show]],
  };
}
