import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { named } from '../../domain/messages/named.ts';
import { longest } from '../../domain/pairs/pair.ts';
import type { OpenAgreement } from '../../domain/pairs/pair-book.ts';
import { Refusal } from '../../domain/refusal.ts';
import { answered, askWhyNot, pairWords, proposal } from '../../texts/pair-talk.ts';
import { sayPeople } from './pair-cards.ts';
import type { KnownTalk } from './talk.ts';

/** «Не подходит»: the next words are the reason. */
const name = 'pair-no';

/** `pair:yes:5`, `pair:no:5`, `pair:nowhy:5`, `pair:who:5`, `pair:ask:5`: the number is that of the agreement. */
export async function pressAnswer(talk: KnownTalk, action: string): Promise<boolean> {
  const [, verb = '', id = ''] = /^pair:(yes|no|nowhy|who|ask):([1-9]\d{0,17})$/.exec(action) ?? [];
  const asked = verb === '' ? null : await talk.desk.pairs.askedOf(id, talk.person.id);
  if (asked === null) return false;
  if (declinedIn(talk) === id) talk.turn(null);
  if (verb === 'who') await sayPeople(talk, asked.pair, asked.agreement.personId);
  else if (verb === 'yes') await answer(talk, asked, 'agreed', '');
  else if (verb === 'nowhy') await answer(talk, asked, 'declined', '');
  else if (asked.pair.state !== 'proposed') isOver(talk);
  else if (verb === 'ask') showProposal(talk, asked);
  else {
    talk.turn({ name, step: 'reason', data: { agreementId: id } });
    talk.toast(pairWords.reason);
    talk.show(askWhyNot(id));
  }
  return true;
}

/** `false` while no reason is awaited. */
export async function hearWhyNot(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const id = declinedIn(talk);
  if (id === null) return false;
  const reason = event.kind === 'text' ? event.text.trim() : '';
  if (reason.length > longest.note || !/[\p{L}\p{N}]/u.test(reason)) {
    talk.say(askWhyNot(id, true));
    return true;
  }
  talk.turn(null);
  const asked = await talk.desk.pairs.askedOf(id, talk.person.id);
  if (asked === null) isOver(talk);
  else await answer(talk, asked, 'declined', reason);
  return true;
}

async function answer(
  talk: KnownTalk,
  { pair, agreement }: OpenAgreement,
  said: 'agreed' | 'declined',
  reason: string,
): Promise<void> {
  const { personId, giver } = agreement;
  try {
    const given = { personId, giver, answer: said, reason, givenBy: talk.person.id };
    const after = await talk.desk.pairs.answer(pair.id, given, talk.at);
    talk.toast(said === 'agreed' ? pairWords.agreed : pairWords.declined);
    talk.show(answered(after, said));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'state-passed' || error.code === 'not-asked') isOver(talk);
    else talk.say({ text: `${pairWords.consents}.` });
  }
}

function isOver(talk: KnownTalk): void {
  talk.toast(pairWords.over);
  talk.show({ text: `${pairWords.over}.` });
}

function showProposal(talk: KnownTalk, { pair, agreement }: OpenAgreement): void {
  talk.show(named(talk.mayNameOthers, (mayName) => proposal(pair, agreement, talk.today, mayName)));
}

function declinedIn(talk: KnownTalk): string | null {
  const state = talk.state();
  return state?.name === name ? String(state.data.agreementId) : null;
}
