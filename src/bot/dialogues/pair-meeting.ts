import { addDays, type Day } from '../../domain/calendar/day.ts';
import { readDate } from '../../domain/forms/read-date.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { longest, type PairCard } from '../../domain/pairs/pair.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  askDay,
  askMark,
  askTopic,
  askTypedDay,
  meetingNews,
  meetingNoted,
} from '../../texts/pair-meetings.ts';
import { pairWords } from '../../texts/pair-talk.ts';
import { ownPair } from './pair-cards.ts';
import type { KnownTalk } from './talk.ts';

/** «Отметить встречу»: the day, the topic, how useful it was. */
const name = 'pair-meeting';

type Begun = { pairId: string; on?: Day; topic?: string };

/** `pair:met:7`, `pair:day0:7`, `pair:mark5:7` …: the number is that of the pair. */
export async function pressMeeting(talk: KnownTalk, action: string): Promise<boolean> {
  const [, verb = '', id = ''] =
    /^pair:(met|day|day0|day1|mark[0-5]|moved):([1-9]\d{0,17})$/.exec(action) ?? [];
  const pair = verb === '' ? null : await ownPair(talk, id);
  if (pair === null || pair.mentor.id !== talk.person.id) return false;
  if (pair.state !== 'active') {
    forget(talk, id);
    talk.toast(pairWords.notAtWork);
    return true;
  }
  const begun = begunIn(talk);
  if (verb === 'met') {
    talk.turn({ name, step: 'day', data: { pairId: id } });
    talk.say(askDay(id));
  } else if (begun?.pairId !== id) return false;
  else if (verb === 'day') {
    talk.show(askTypedDay());
  } else if (verb === 'day0' || verb === 'day1') {
    onDay(talk, id, addDays(talk.today, verb === 'day0' ? 0 : -1), true);
  } else {
    const mark = verb === 'moved' || verb === 'mark0' ? null : Number(verb.slice(-1));
    return note(talk, pair, begun, verb === 'moved' ? 'moved' : 'held', mark);
  }
  return true;
}

/** `false` while no meeting is being noted. */
export async function hearMeeting(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const begun = begunIn(talk);
  if (begun === null) return false;
  const { pairId } = begun;
  const text = event.kind === 'text' ? event.text.trim() : '';
  if (begun.on === undefined) {
    const on = readDate(text, talk.today);
    if (on === null || on > talk.today) talk.say(askDay(pairId, true));
    else onDay(talk, pairId, on, false);
    return true;
  }
  if (begun.topic !== undefined) {
    talk.say(askMark(pairId));
    return true;
  }
  if (text.length > longest.topic || !/[\p{L}\p{N}]/u.test(text)) {
    talk.say(askTopic(true));
    return true;
  }
  talk.turn({ name, step: 'mark', data: { ...begun, topic: text } });
  talk.say(askMark(pairId));
  return true;
}

function onDay(talk: KnownTalk, pairId: string, on: Day, inPlace: boolean): void {
  talk.turn({ name, step: 'topic', data: { pairId, on } });
  if (inPlace) talk.show(askTopic());
  else talk.say(askTopic());
}

/** Whoever learns is asked whether it was so. */
async function note(
  talk: KnownTalk,
  pair: PairCard,
  { on, topic }: Begun,
  outcome: 'held' | 'moved',
  mark: number | null,
): Promise<boolean> {
  if (on === undefined || topic === undefined) return false;
  const { desk, person, today, at } = talk;
  talk.turn(null);
  try {
    const meeting = await desk.pairs.addMeeting(pair.id, { on, topic, outcome, mark }, person.id, today, at);
    talk.toast(pairWords.noted);
    talk.show(meetingNoted(meeting, today));
    if (outcome === 'moved') return true;
    for (const mentee of pair.mentees.filter(({ leftAt }) => leftAt === null)) {
      await talk.tell(mentee.id, (mayName) => meetingNews(meeting, today, mayName));
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    talk.toast(pairWords.notAtWork);
  }
  return true;
}

function begunIn(talk: KnownTalk): Begun | null {
  const state = talk.state();
  return state?.name === name ? (state.data as Begun) : null;
}

function forget(talk: KnownTalk, pairId: string): void {
  if (begunIn(talk)?.pairId === pairId) talk.turn(null);
}
