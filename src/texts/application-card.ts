import { askedQuestions } from '../domain/forms/flow.ts';
import type { Answers, Form } from '../domain/forms/form.ts';
import type { Button, Message } from '../domain/messages/message.ts';
import type { Person } from '../domain/people/person.ts';
import type { ApplicationCard, ApplicationState } from '../domain/registration/application.ts';
import { applicationHead, stateWords } from './applications.ts';
import { answerText } from './forms/answer-words.ts';
import { wordsOfForm } from './forms/form-words.ts';
import { panelButtons } from './panel-way.ts';
import { fullName, shortName } from './people.ts';
import { clip } from './tasks.ts';

/** What else a card is drawn from than the application itself. */
export type CardFacts = {
  form: Form;
  /** Of the competencies chosen, by id. */
  labels: ReadonlyMap<string, string>;
  /** The person whom the applicant may be. */
  duplicateOf: Person | null;
};

const shownLength = 300;

/** For whoever decides. Without the name nobody can be told apart: then the panel shows it all. */
export function applicationCard(card: ApplicationCard, facts: CardFacts, mayName: boolean): Message {
  if (!mayName) {
    return {
      text: `${applicationHead(card)}\n${stateWords[card.state]}\n\nИмя и анкета — в панели.`,
      buttons: [[panelButtons.applications], [listButton]],
    };
  }
  const head = `${fullName(card.person)}\n${applicationHead(card)}${card.minor ? ', нет 18 лет' : ''}`;
  const parts = [
    head,
    answerLines(card, facts).join('\n'),
    stateWords[card.state],
    doubleLine(facts.duplicateOf),
  ];
  return { text: paragraphs(parts), buttons: [...deciderRows(card, facts.duplicateOf), [listButton]] };
}

/** For the applicant. */
export function ownCard(card: ApplicationCard, facts: CardFacts): Message {
  const head = card.state === 'draft' ? 'Ваша анкета' : `Ваша заявка: ${applicationHead(card)}`;
  return {
    text: paragraphs([head, answerLines(card, facts).join('\n'), stateWords[card.state]]),
    buttons: ownRows(card),
  };
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function doubleLine(known: Person | null): string {
  return known === null
    ? ''
    : `⚠️ Похоже, этот человек уже есть в программе: ${shortName(known)} из той же организации.`;
}

const headKeys = ['surname', 'name', 'patronymic', 'organization'];

/** «Стаж, лет: 12», a line for each answer that is neither the name nor a consent. */
export function answerLines(card: ApplicationCard, facts: Pick<CardFacts, 'form' | 'labels'>): string[] {
  return answersInWords(card, facts).map(({ name, said }) => `${name}: ${clip(said, shownLength)}`);
}

/** The same, whole. */
export function answersInWords(
  { answers, person, form: key }: ApplicationCard,
  { form, labels }: Pick<CardFacts, 'form' | 'labels'>,
): { name: string; said: string }[] {
  const words = wordsOfForm(key);
  const own: Answers = { phone: person.phone, 'birth-year': person.birthYear };
  // Whatever a pupil has answered may be seen, how old they are meanwhile.
  const asked = askedQuestions(form, { ...answers, age: 'consented' });
  return asked.flatMap((question) => {
    const answer = own[question.key] ?? answers[question.key];
    if (headKeys.includes(question.key) || question.kind === 'consent') return [];
    if (answer === undefined || answer === null) return [];
    const asks = words.questions[question.key];
    const said = answerText(question, answer, (value) => asks?.options?.[value] ?? labels.get(value) ?? '…');
    return [{ name: asks?.name ?? question.key, said }];
  });
}

const listButton: Button = { label: 'Все заявки', action: 'apply:list:1' };

/** Which buttons whoever decides has in each state; a likely double comes first. */
function deciderRows({ id, state }: ApplicationCard, known: Person | null): Button[][] {
  const doubleRow: Button[] = [
    { label: 'Объединить', action: `apply:join:${id}` },
    { label: 'Это разные люди', action: `apply:apart:${id}` },
  ];
  const rows: Partial<Record<ApplicationState, Button[][]>> = {
    applied: [
      [
        { label: 'Подтвердить', action: `apply:confirm:${id}`, tone: 'positive' },
        { label: 'Отклонить', action: `apply:decline:${id}`, tone: 'negative' },
      ],
    ],
    confirmed: [[{ label: 'Приступил(а) к работе', action: `apply:start:${id}` }], [isAway(id), hasLeft(id)]],
    active: [[isAway(id), hasLeft(id)]],
    'on-leave': [[isBack(id), hasLeft(id)]],
  };
  return [...(known === null ? [] : [doubleRow]), ...(rows[state] ?? [])];
}

function ownRows({ id, state, form }: ApplicationCard): Button[][] {
  const rows: Partial<Record<ApplicationState, Button[][]>> = {
    draft: [[{ label: 'Продолжить анкету', action: `join:${form}`, tone: 'primary' }]],
    applied: [[{ label: 'Отозвать заявку', action: `apply:left:${id}` }]],
    confirmed: [[leave(id), quit(id)]],
    active: [[leave(id), quit(id)]],
    'on-leave': [[back(id), quit(id)]],
  };
  return rows[state] ?? [];
}

// What staff note about somebody, and what people do themselves.
const isAway = (id: string): Button => ({ label: 'В отпуске', action: `apply:leave:${id}` });
const isBack = (id: string): Button => ({ label: 'Снова участвует', action: `apply:return:${id}` });
const hasLeft = (id: string): Button => ({ label: 'Вышел(а) из программы', action: `apply:left:${id}` });
const leave = (id: string): Button => ({ label: 'В отпуск', action: `apply:leave:${id}` });
const back = (id: string): Button => ({ label: 'Вернуться', action: `apply:return:${id}`, tone: 'positive' });
const quit = (id: string): Button => ({ label: 'Выйти из программы', action: `apply:left:${id}` });
