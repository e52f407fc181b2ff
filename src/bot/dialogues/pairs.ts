import { named } from '../../domain/messages/named.ts';
import { meetingList } from '../../texts/pair-meetings.ts';
import { noPairs, pairList, pairWords, proposal } from '../../texts/pair-talk.ts';
import { pressAnswer } from './pair-answer.ts';
import { ownPair, ownPairCard, sayPeople } from './pair-cards.ts';
import { pressMeeting } from './pair-meeting.ts';
import type { KnownTalk } from './talk.ts';

/** «Мои пары»: first what waits for a word, then the pairs. */
export async function showPairs(talk: KnownTalk): Promise<void> {
  const waiting = await talk.desk.pairs.waitingFor(talk.person.id);
  for (const { pair, agreement } of waiting) {
    talk.say(named(talk.mayNameOthers, (mayName) => proposal(pair, agreement, talk.today, mayName)));
  }
  const asked = new Set(waiting.map(({ pair }) => pair.id));
  const pairs = (await talk.desk.pairs.ofPerson(talk.person.id)).filter(
    ({ id, state }) => !asked.has(id) && state !== 'declined',
  );
  const [only] = pairs;
  if (only === undefined && waiting.length === 0) talk.say(noPairs());
  else if (only !== undefined && pairs.length === 1) talk.say(ownPairCard(talk, only));
  else if (pairs.length > 1) {
    talk.say(named(talk.mayNameOthers, (mayName) => pairList(pairs, talk.person.id, mayName)));
  }
}

/** Whoever is in none of these pairs learns nothing about them: their button is an old one. */
export async function pressPairs(talk: KnownTalk, action: string): Promise<boolean> {
  if (action === 'pair:mine') {
    await showPairs(talk);
    return true;
  }
  if (!action.startsWith('pair:')) return false;
  if (await pressAnswer(talk, action)) return true;
  if (await pressMeeting(talk, action)) return true;
  const [, verb = '', id = ''] = /^pair:(show|meetings|person|seen):([1-9]\d{0,17})$/.exec(action) ?? [];
  if (verb === 'seen') return confirm(talk, id);
  const pair = id === '' ? null : await ownPair(talk, id);
  if (pair === null) return false;
  if (verb === 'show') talk.show(ownPairCard(talk, pair));
  else if (verb === 'meetings') await showMeetings(talk, pair.id);
  else await sayPeople(talk, pair, talk.person.id);
  return true;
}

async function showMeetings(talk: KnownTalk, pairId: string): Promise<void> {
  const pair = await ownPair(talk, pairId);
  if (pair === null) return;
  const meetings = await talk.desk.pairs.meetingsOf(pairId);
  const mayConfirm = pair.mentor.id !== talk.person.id;
  talk.show(
    named(talk.mayNameOthers, (mayName) =>
      meetingList(pairId, meetings, { today: talk.today, mayConfirm, mayName }),
    ),
  );
}

async function confirm(talk: KnownTalk, meetingId: string): Promise<boolean> {
  const meeting = await talk.desk.pairs.confirmMeeting(meetingId, talk.person.id, talk.at);
  if (meeting === null) return false;
  talk.toast(pairWords.confirmed);
  await showMeetings(talk, meeting.pairId);
  return true;
}
