import { createHash } from 'node:crypto';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import type { ChatAccount } from '../../domain/people/channel.ts';
import { organizationsLine, shortName } from '../../texts/people.ts';
import {
  askQuestion,
  enoughQuestions,
  nobodyToAsk,
  onlyWords,
  questionForCoordinator,
  questionSent,
} from '../../texts/questions.ts';
import { buttons, menuOf } from '../../texts/talk.ts';
import type { Talk } from './talk.ts';

/**
 * A question on its way: kept under `question:<id>` until it is answered, so that neither side learns the other's
 * account. `asker` is what coordinators may read: a name, organizations, or nothing. Only coordinators of the programme
 * that was asked may: a button's action can be forged.
 */
export type Question = {
  programmeId: string;
  account: Pick<ChatAccount, 'platform' | 'chatId' | 'accountId' | 'personId'>;
  asker: { name: string; organizations: string };
  text: string;
};

const name = 'question';
/** Enough for anybody in earnest; coordinators are people. */
const questionsPerDay = 5;
const dayMs = 86_400_000;

export async function pressAsk(talk: Talk, action: string): Promise<boolean> {
  if (action !== buttons.ask.action) return false;
  talk.turn({ name, step: 'ask', data: {} });
  talk.say(askQuestion());
  return true;
}

/** `false` while no question is awaited. */
export async function hearQuestion(talk: Talk, event: IncomingEvent): Promise<boolean> {
  if (talk.state()?.name !== name) return false;
  const text = event.kind === 'text' ? event.text.trim() : '';
  if (text === '') {
    talk.say(onlyWords());
    return true;
  }
  talk.turn(null);
  talk.say({ text: await pass(talk, text), ...afterQuestion(talk) });
  return true;
}

function afterQuestion(talk: Talk) {
  return talk.visitor.person === null ? {} : { menu: menuOf(talk.isCoordinator) };
}

/** Hands the question to every coordinator and returns what to say about it. */
async function pass(talk: Talk, text: string): Promise<string> {
  if (!(await countQuestion(talk))) return enoughQuestions();
  const { visitor, desk, incoming } = talk;
  const coordinators =
    visitor.person === null
      ? await desk.people.anyCoordinators()
      : await desk.people.coordinatorsOf(visitor.person.programmeId);
  const programmeId = coordinators[0]?.programmeId;
  if (programmeId === undefined) return nobodyToAsk();
  const question: Question = {
    programmeId,
    account: visitor.account,
    asker: {
      name: visitor.person === null ? '' : shortName(visitor.person),
      organizations: organizationsLine(visitor.appointments),
    },
    text,
  };
  const id = idOf(incoming.platform, incoming.eventId);
  let told = 0;
  for (const coordinator of coordinators) {
    if (coordinator.id === visitor.person?.id) continue;
    const message = (mayName: boolean) => questionForCoordinator(text, askerFor(question, mayName), id);
    if (await talk.tell(coordinator.id, message)) told += 1;
  }
  if (told === 0) return nobodyToAsk();
  await desk.dialogues.write(`question:${id}`, { name, step: 'open', data: { ...question } });
  return questionSent();
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
