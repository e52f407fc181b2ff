import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { named } from '../../domain/messages/named.ts';
import {
  alreadyAnswered,
  answeredQuestion,
  askerGone,
  onlyWords,
  replyFrom,
  replySent,
  writeReply,
} from '../../texts/questions.ts';
import { words } from '../../texts/talk.ts';
import type { DialogueState } from '../desk.ts';
import { askerFor, type Question } from './question.ts';
import type { KnownTalk } from './talk.ts';

/** Whoever was asked answers: `reply:<question>`, then the words. */
const name = 'reply';

export async function pressReply(talk: KnownTalk, action: string): Promise<boolean> {
  const id = /^reply:([\w-]{16})$/.exec(action)?.[1];
  const asked = id === undefined ? null : await askedOf(talk, id);
  if (id === undefined || asked === null) return false;
  const question = questionIn(asked);
  if (asked.step !== 'open') {
    talk.toast(alreadyAnswered);
    talk.show(
      named(talk.mayNameOthers, (mayName) => ({
        text: answeredQuestion(question.text, askerFor(question, mayName)),
      })),
    );
    return true;
  }
  talk.turn({ name, step: 'write', data: { id } });
  talk.toast(words.write);
  talk.say(writeReply(question.to));
  return true;
}

/** `false` while no reply is being written. */
export async function hearReply(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const state = talk.state();
  if (state?.name !== name) return false;
  const text = event.kind === 'text' ? event.text.trim() : '';
  if (text === '') {
    talk.say(onlyWords());
    return true;
  }
  talk.turn(null);
  talk.say({ text: await pass(talk, String(state.data.id), text) });
  await talk.forms.remind(talk);
  return true;
}

/** Hands the reply over and returns what to say about it. */
async function pass(talk: KnownTalk, id: string, text: string): Promise<string> {
  const asked = await askedOf(talk, id);
  if (asked === null || asked.step !== 'open') return alreadyAnswered;
  const question = questionIn(asked);
  const message = replyFrom(question.to, question.text, text);
  const { personId } = question.account;
  if (personId === null) talk.write(question.account, message);
  else if (!(await talk.tell(personId, () => message))) return askerGone();
  await talk.desk.dialogues.write(keyOf(id), { ...asked, step: 'answered' });
  return replySent();
}

/** `null` for a question that is none, or that this person was not to read. */
async function askedOf(talk: KnownTalk, id: string): Promise<DialogueState | null> {
  const asked = await talk.desk.dialogues.read(keyOf(id));
  return asked !== null && mayAnswer(talk, questionIn(asked)) ? asked : null;
}

function mayAnswer({ person, isCoordinator, visitor }: KnownTalk, question: Question): boolean {
  if (question.programmeId !== person.programmeId) return false;
  if (question.to === 'coordinator') return isCoordinator;
  return visitor.appointments.some(
    ({ role, organizationId }) => role === 'curator' && question.organizationIds.includes(organizationId),
  );
}

function keyOf(id: string): string {
  return `question:${id}`;
}

/** One asked before there were curators to ask is a coordinator's. */
function questionIn(state: DialogueState): Question {
  return {
    to: 'coordinator',
    organizationIds: [],
    ...(state.data as Omit<Question, 'to' | 'organizationIds'>),
  };
}
