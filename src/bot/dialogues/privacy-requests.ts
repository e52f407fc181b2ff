import { named } from '../../domain/messages/named.ts';
import type { RequestCard } from '../../domain/privacy/privacy-book.ts';
import {
  askForget,
  forgotten,
  hastened,
  privacyWords,
  requestCard,
  requestsList,
  strangerPrivacy,
} from '../../texts/privacy.ts';
import { noteAct } from './staff-act.ts';
import type { KnownTalk, Talk } from './talk.ts';

/** Coordinators see what others asked about their data: `privacy:requests`, `privacy:request:7`, `privacy:erase-now:7`. */
export async function pressRequests(talk: KnownTalk, action: string): Promise<boolean> {
  const [, verb = '', id] = /^privacy:(requests|request|erase-now)(?::([1-9]\d{0,17}))?$/.exec(action) ?? [];
  if (verb === '' || (verb === 'requests') !== (id === undefined)) return false;
  // Appointed until a moment ago, or a forged button: nothing is told, not even whether there is such a request.
  if (!talk.isCoordinator) return false;
  const open = await talk.desk.privacy.openRequests(talk.person.id);
  if (verb === 'requests') {
    talk.say(named(talk.mayNameOthers, (mayName) => requestsList(open, talk.today, mayName)));
    return true;
  }
  const request = open.find((each) => each.id === id);
  if (request === undefined) return false;
  if (verb === 'request') showRequest(talk, request);
  else return hasten(talk, request);
  return true;
}

function showRequest(talk: KnownTalk, request: RequestCard): void {
  talk.show(named(talk.mayNameOthers, (mayName) => requestCard(request, talk.today, mayName)));
}

async function hasten(talk: KnownTalk, { id, kind, state, dueOn }: RequestCard): Promise<boolean> {
  if (kind !== 'erase') return false;
  await talk.desk.privacy.hasten(id, talk.person.id, talk.at);
  // Pressed again, or on its last day: that changes nothing.
  if (state === 'open' && dueOn > talk.today) {
    const subject = { kind: 'data-request', id };
    await noteAct(talk, { action: 'data-request.fulfilled', subject, after: { kind } });
  }
  talk.toast(privacyWords.hastened);
  talk.show({ text: hastened() });
  return true;
}

/** Whoever nobody knows: there is nothing but the account. */
export function showPrivacyForStranger(talk: Talk): void {
  talk.say(strangerPrivacy());
}

/** `false` for anybody whom somebody knows: they have a person, and so a request to make. */
export async function pressPrivacyOfStranger(talk: Talk, action: string): Promise<boolean> {
  if (talk.visitor.person !== null) return false;
  if (action === 'privacy:forget') {
    talk.show(askForget());
    return true;
  }
  if (action !== 'privacy:forget-yes') return false;
  talk.turn(null);
  await talk.desk.privacy.forgetAccount(talk.visitor.account.id);
  talk.show(forgotten());
  return true;
}
