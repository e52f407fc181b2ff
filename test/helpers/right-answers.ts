import { distributionForm } from '../../src/domain/consents/distribution-form.ts';
import { summaryStep } from '../../src/domain/forms/flow.ts';
import type { Form, Question } from '../../src/domain/forms/form.ts';
import type { IncomingEvent } from '../../src/domain/messages/incoming.ts';
import type { Button } from '../../src/domain/messages/message.ts';
import { registrationFormOf, representativeForm } from '../../src/domain/registration/forms.ts';

export const realForms: readonly Form[] = [
  ...Object.values(registrationFormOf),
  representativeForm,
  distributionForm,
];

/** What a message asks, as its buttons tell; `question: null` is the summary. */
export type Asked = { form: Form; question: Question | null; actions: string[] };

export function askedBy(buttons: readonly (readonly Button[])[]): Asked | null {
  const actions = buttons.flat().flatMap((button) => ('action' in button ? [button.action] : []));
  for (const action of actions) {
    const [topic, key, step] = action.split(':');
    const form = topic === 'form' ? realForms.find((each) => each.key === key) : undefined;
    const question = form?.questions.find((each) => each.key === step) ?? null;
    // «Изменить» lists questions under the summary.
    if (form !== undefined && action.endsWith(':edit')) return { form, question: null, actions };
    if (form !== undefined && (question !== null || step === summaryStep)) return { form, question, actions };
  }
  return null;
}

/** How somebody answers: their own words, and which of what is offered. */
export type Answering = { names: [string, string, string]; minor: boolean; pick: number };

/** What takes the question on: a word, a press, a contact. `today` is a year. */
export function rightAnswer(asked: Asked, how: Answering, today: number): IncomingEvent {
  const { form, question, actions } = asked;
  if (question === null) return pressed(`form:${form.key}:${summaryStep}:send`);
  const offered = (sign: string) => actions.filter((each) => each.startsWith(actionOf(asked, sign)));
  switch (question.kind) {
    case 'consent':
      return pressed(offered('yes:')[0] ?? '');
    case 'one-of':
      return pressed(picked(offered('='), how.pick));
    case 'organization':
      return offered('=').length > 0 ? pressed(picked(offered('='), how.pick)) : text('шк 3');
    case 'many-of':
      return many(asked, how, offered);
    case 'phone':
      return how.pick % 2 === 0
        ? { kind: 'contact', phone: '79123456789', own: true }
        : text('8 912 345-67-89');
    case 'number':
      return text(String(question.min + (how.pick % (question.max - question.min + 1))));
    case 'year':
      return text(String(today + yearFrom(question.min, question.max, how)));
    case 'text':
    case 'long-text':
      return question.optional && how.pick % 3 === 0
        ? pressed(actionOf(asked, 'skip'))
        : words(question, how);
    default:
      throw new Error(`nobody knows how to answer ${form.key} ${question.key}`);
  }
}

function many(asked: Asked, { pick }: Answering, offered: (sign: string) => string[]): IncomingEvent {
  if (offered('-').length > 0) return pressed(actionOf(asked, 'done'));
  const on = offered('+');
  // What was searched for is not there, or was marked before: the whole list has all of it.
  const [whole] = offered('all');
  if (on.length === 0 && whole !== undefined) return pressed(whole);
  return pressed(on.length === 0 ? actionOf(asked, 'done') : picked(on, pick));
}

/** In the form of a pupil the year tells the age, elsewhere when somebody began to work. */
function yearFrom(min: number, max: number, { minor, pick }: Answering): number {
  if (min !== -25) return max - (pick % (max - min + 1));
  return minor ? -10 - (pick % 4) : -20 - (pick % 4);
}

function words({ key }: Question, { names: [surname, name, patronymic] }: Answering): IncomingEvent {
  const known: Record<string, string> = { surname, name, patronymic, class: '8 «Б»' };
  return text(known[key] ?? 'Учитель физики');
}

function actionOf({ form, question }: Asked, value: string): string {
  return `form:${form.key}:${question?.key ?? summaryStep}:${value}`;
}

function picked(actions: readonly string[], pick: number): string {
  return actions[pick % Math.max(1, actions.length)] ?? '';
}

function text(said: string): IncomingEvent {
  return { kind: 'text', text: said };
}

/** The message is known to whoever looks at it. */
function pressed(action: string): IncomingEvent {
  return { kind: 'press', action, callbackId: '', messageId: '' };
}
