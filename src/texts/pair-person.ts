import type { Message } from '../domain/messages/message.ts';
import type { Person } from '../domain/people/person.ts';
import type { ApplicationCard } from '../domain/registration/application.ts';
import { answerLines, type CardFacts } from './application-card.ts';
import { namelessHint } from './pair-talk.ts';
import { fullName } from './people.ts';
import { buttons } from './talk.ts';

/** What the other side of a pair may know before they agree: nothing of how to reach them, nor how old they are. */
const told = [
  'post',
  'class',
  'subject',
  'years',
  'category',
  'experience',
  'skills',
  'offer',
  'began',
  'requests',
  'wishes',
];

/** `card`: by which they take part; `null` for somebody whom staff have appointed. */
export function personCard(
  person: Person,
  role: 'mentor' | 'mentee',
  card: ApplicationCard | null,
  words: Pick<CardFacts, 'form' | 'labels'> | null,
  mayName: boolean,
): Message {
  if (!mayName) return { text: namelessHint, buttons: [[buttons.ask]] };
  const head = `${fullName(person) || 'Данные удалены'} — ${role === 'mentor' ? 'наставник' : 'наставляемый'}`;
  if (card === null || words === null) return { text: `${head}\nАнкеты пока нет: спросите куратора.` };
  const answers = Object.fromEntries(Object.entries(card.answers).filter(([key]) => told.includes(key)));
  const lines = answerLines(
    { ...card, answers, person: { ...card.person, phone: null, birthYear: null } },
    words,
  );
  return { text: [head, card.organizationName, ...lines].join('\n') };
}
