import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import type { Message } from '../../domain/messages/message.ts';
import { Refusal } from '../../domain/refusal.ts';
import { applicationWords, askDecline, stillDecline } from '../../texts/applications.ts';
import { cardMessage, visibleApplication } from './application-cards.ts';
import { tellApplicant } from './application-news.ts';
import { noteApplication } from './staff-act.ts';
import type { KnownTalk } from './talk.ts';

/** «Отклонить»: the next words are the reason. */
const name = 'decline';
const longestReason = 500;

/** In place of the card: pressing twice asks once. */
export function askReason(talk: KnownTalk, applicationId: string): void {
  talk.turn({ name, step: 'reason', data: { applicationId } });
  talk.toast(applicationWords.reason);
  talk.show(askDecline(applicationId));
}

/** The person turned back; only from this application, whatever else was begun since. */
export function forgetReason(talk: KnownTalk, applicationId: string): void {
  if (declinedIn(talk) === applicationId) talk.turn(null);
}

/** `false` while no reason is awaited. */
export async function hearDecline(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const applicationId = declinedIn(talk);
  if (applicationId === null) return false;
  const reason = event.kind === 'text' ? event.text.trim() : '';
  if (reason.length > longestReason || !/[\p{L}\p{N}]/u.test(reason)) {
    talk.say(stillDecline(applicationId));
    return true;
  }
  talk.turn(null);
  try {
    talk.say(await decline(talk, applicationId, reason));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const seen = await visibleApplication(talk, applicationId);
    talk.say({ text: `${applicationWords.decided}.` });
    if (seen !== null) talk.say(await cardMessage(talk, seen.card));
  }
  return true;
}

/** Declines, tells the applicant, and returns the card as it is then. */
export async function decline(talk: KnownTalk, applicationId: string, reason: string): Promise<Message> {
  const facts: Record<string, string> = reason === '' ? {} : { reason };
  const card = await talk.desk.applications.change(applicationId, talk.person.id, 'declined', facts, talk.at);
  await noteApplication(talk, card, 'application.declined', { state: 'declined' });
  talk.toast(applicationWords.declined);
  await tellApplicant(talk, card, reason);
  return cardMessage(talk, card);
}

function declinedIn(talk: KnownTalk): string | null {
  const state = talk.state();
  return state?.name === name ? String(state.data.applicationId) : null;
}
