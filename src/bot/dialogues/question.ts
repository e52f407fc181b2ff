import { createHash } from 'node:crypto';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import type { ChatAccount } from '../../domain/people/channel.ts';
import type { Person } from '../../domain/people/person.ts';
import { menuOf } from '../../texts/menu.ts';
import { organizationsLine, shortName } from '../../texts/people.ts';
import {
  type Asked,
  askQuestion,
  chooseWhomToAsk,
  enoughQuestions,
  nobodyToAsk,
  onlyWords,
  questionForStaff,
  questionSent,
} from '../../texts/questions.ts';
import { buttons } from '../../texts/talk.ts';
import type { Talk } from './talk.ts';

/**
 * A question on its way: kept under `question:<id>` until it is answered, so that neither side learns the other's
 * account. `asker` is what whoever answers may read: a name, organizations, or nothing. Only coordinators of the programme
 * that was asked may, or curators of the organizations that were: a button's action can be forged.
 */
export type Question = {
  programmeId: string;
  to: Asked;
  /** Whose curators were asked; empty where coordinators were. */
  organizationIds: string[];
  account: Pick<ChatAccount, 'platform' | 'chatId' | 'accountId' | 'personId'>;
  asker: { name: string; organizations: string };
  text: string;
};

type Askable = Person & { organizationId?: string };

const name = 'question';
/** Enough for anybody in earnest; coordinators are people. */
const questionsPerDay = 5;
const dayMs = 86_400_000;

/** `ask`, or straight to one of them: `ask:curator`, `ask:coordinator`. */
export async function pressAsk(talk: Talk, action: string): Promise<boolean> {
  const [topic, to, ...rest] = action.split(':');
  if (topic !== buttons.ask.action || rest.length > 0) return false;
  if (to === undefined) await ask(talk);
  else if (to === 'curator' || to === 'coordinator') askFor(talk, to);
  else return false;
  return true;
}

/** A choice where there is a curator as well as a coordinator. */
export async function ask(talk: Talk): Promise<void> {
  const curators = await whoIs(talk, 'curator');
  if (curators.length === 0) askFor(talk, 'coordinator');
  else if ((await whoIs(talk, 'coordinator')).length === 0) askFor(talk, 'curator');
  else talk.say(chooseWhomToAsk());
}

function askFor(talk: Talk, to: Asked): void {
  talk.turn({ name, step: 'ask', data: { to } });
  talk.say(askQuestion(to));
}

/** Whom this person may ask, never themselves. */
async function whoIs({ desk, visitor: { person } }: Talk, to: Asked): Promise<Askable[]> {
  if (person === null) return to === 'curator' ? [] : desk.people.anyCoordinators();
  if (to === 'curator') return desk.people.curatorsFor(person.id);
  const coordinators = await desk.people.coordinatorsOf(person.programmeId);
  return coordinators.filter(({ id }) => id !== person.id);
}

/** `false` while no question is awaited. */
export async function hearQuestion(talk: Talk, event: IncomingEvent): Promise<boolean> {
  if (talk.state()?.name !== name) return false;
  const text = event.kind === 'text' ? event.text.trim() : '';
  if (text === '') {
    talk.say(onlyWords());
    return true;
  }
  const to = talk.state()?.data.to === 'curator' ? 'curator' : 'coordinator';
  talk.turn(null);
  talk.say({ text: await pass(talk, to, text), ...afterQuestion(talk) });
  await talk.forms.remind(talk);
  return true;
}

function afterQuestion({ visitor }: Talk) {
  return visitor.person === null ? {} : { menu: menuOf(visitor.appointments) };
}

/** Hands the question over and returns what to say about it. Where no curator is to be reached the coordinators get it. */
async function pass(talk: Talk, wished: Asked, text: string): Promise<string> {
  if (!(await countQuestion(talk))) return enoughQuestions();
  if (wished === 'curator' && (await passTo(talk, 'curator', text))) return questionSent(wished, 'curator');
  return (await passTo(talk, 'coordinator', text)) ? questionSent(wished, 'coordinator') : nobodyToAsk();
}

/** `false` where nobody could be told. */
async function passTo(talk: Talk, to: Asked, text: string): Promise<boolean> {
  const { visitor, desk, incoming } = talk;
  const askable = await whoIs(talk, to);
  const programmeId = askable[0]?.programmeId;
  if (programmeId === undefined) return false;
  const question: Question = {
    programmeId,
    to,
    organizationIds: [...new Set(askable.flatMap(({ organizationId }) => organizationId ?? []))],
    account: visitor.account,
    asker: {
      name: visitor.person === null ? '' : shortName(visitor.person),
      organizations: organizationsLine(visitor.appointments),
    },
    text,
  };
  const id = idOf(incoming.platform, incoming.eventId);
  let told = 0;
  for (const personId of new Set(askable.map((person) => person.id))) {
    const message = (mayName: boolean) => questionForStaff(text, askerFor(question, mayName), id);
    if (await talk.tell(personId, message)) told += 1;
  }
  if (told === 0) return false;
  await desk.dialogues.write(`question:${id}`, { name, step: 'open', data: { ...question } });
  return true;
}

export function askerFor({ asker }: Question, mayNameOthers: boolean): string {
  return [mayNameOthers ? asker.name : '', asker.organizations].filter((part) => part !== '').join(', ');
}

/** Made from the event: the same event handled twice asks once, and an id tells nothing about the account. */
function idOf(platform: string, eventId: string): string {
  return createHash('sha256').update(`${platform}:${eventId}`).digest('base64url').slice(0, 16);
}

async function countQuestion({ desk, incoming, at }: Talk): Promise<boolean> {
  const key = `asked:${incoming.platform}:${incoming.accountId}`;
  const before = await desk.dialogues.read(key);
  const asked = ((before?.data.at ?? []) as number[]).filter((ms) => ms > at.getTime() - dayMs);
  if (asked.length >= questionsPerDay) return false;
  await desk.dialogues.write(key, { name: 'asked', step: '', data: { at: [...asked, at.getTime()] } });
  return true;
}
