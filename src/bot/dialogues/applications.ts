import { named } from '../../domain/messages/named.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ApplicationCard, ApplicationState } from '../../domain/registration/application.ts';
import { needsSecondFactor } from '../../domain/staff/staff.ts';
import {
  applicationsOnPage,
  applicationWords,
  noApplications,
  notDecider,
  ownList,
  reallyLeft,
  waitingPage,
} from '../../texts/applications.ts';
import { cardMessage, isOwn, visibleApplication } from './application-cards.ts';
import { joinAndTell } from './application-join.ts';
import { tellApplicant, tellDecidersOf } from './application-news.ts';
import { pressBase } from './bases.ts';
import { askReason, decline, forgetReason } from './decline.ts';
import { renewMenu } from './menu.ts';
import { isStaff } from './panel.ts';
import { noteApplication } from './staff-act.ts';
import type { KnownTalk } from './talk.ts';

/** Those that wait for this person’s decision; whoever decides nothing means their own. */
export async function showApplications(talk: KnownTalk): Promise<void> {
  if (isStaff(talk)) talk.say(await listMessage(talk, 0));
  else talk.say(await ownMessage(talk));
}

/** Whoever has no part in an application learns nothing about it: their button is an old one. */
export async function pressApplications(talk: KnownTalk, action: string): Promise<boolean> {
  if (action === 'apply:mine') {
    talk.show(await ownMessage(talk));
    return true;
  }
  const page = /^apply:list:([1-9]\d{0,3})$/.exec(action)?.[1];
  if (page !== undefined) {
    talk.show(await listMessage(talk, Number(page) - 1));
    return true;
  }
  if (await pressBase(talk, action)) return true;
  const [, verb = '', id = ''] = /^apply:([a-z]+):([1-9]\d{0,17})$/.exec(action) ?? [];
  const answer = answers[verb];
  const seen = answer === undefined ? null : await visibleApplication(talk, id);
  if (answer === undefined || seen === null) return false;
  try {
    await answer(talk, seen.card);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await refuse(talk, id, error);
  }
  return true;
}

async function refuse(talk: KnownTalk, id: string, refusal: Refusal): Promise<void> {
  const said: Record<string, string> = {
    'state-passed': applicationWords.decided,
    'may-not-decide': notDecider(),
    'application-unknown': notDecider(),
    'not-a-double': applicationWords.notDouble,
    'consent-missing': applicationWords.withoutConsent,
  };
  const text = said[refusal.code];
  if (text === undefined) throw refusal;
  talk.toast(text);
  await showAgain(talk, id);
}

/** As it is now; what may be seen no more gives way to the list. */
async function showAgain(talk: KnownTalk, id: string): Promise<void> {
  const seen = await visibleApplication(talk, id);
  talk.show(seen === null ? await listMessage(talk, 0) : await cardMessage(talk, seen.card));
}

async function listMessage(talk: KnownTalk, page: number) {
  const { applications } = talk.desk;
  const asked = await applications.waiting(talk.person.id, page, applicationsOnPage);
  const last = Math.max(0, Math.ceil(asked.total / applicationsOnPage) - 1);
  const shown = page > last ? await applications.waiting(talk.person.id, last, applicationsOnPage) : asked;
  const seesCity = needsSecondFactor(talk.visitor.appointments);
  return named(talk.mayNameOthers, (mayName) =>
    waitingPage(shown, Math.min(page, last), { mayName, seesCity }),
  );
}

async function ownMessage(talk: KnownTalk) {
  const all = await talk.desk.applications.ofPerson(talk.person.id);
  const live = all.filter(({ state }) => state !== 'left' && state !== 'declined');
  const cards = live.length > 0 ? live : all.slice(0, 1);
  const [only] = cards;
  if (only === undefined) return noApplications();
  return cards.length === 1 ? cardMessage(talk, only) : ownList(cards);
}

const answers: Record<string, (talk: KnownTalk, card: ApplicationCard) => Promise<void>> = {
  async show(talk, card) {
    forgetReason(talk, card.id);
    talk.show(await cardMessage(talk, card));
  },
  confirm: (talk, card) => step(talk, card, 'confirmed'),
  start: (talk, card) => step(talk, card, 'active'),
  leave: (talk, card) => step(talk, card, 'on-leave'),
  return: (talk, card) => step(talk, card, 'active'),
  gone: (talk, card) => step(talk, card, 'left'),
  async left(talk, card) {
    talk.show(reallyLeft(card, isOwn(talk, card)));
  },
  async decline(talk, card) {
    if (card.state !== 'applied') throw new Refusal('state-passed', { state: card.state });
    if (isOwn(talk, card)) throw new Refusal('may-not-decide');
    askReason(talk, card.id);
  },
  async nowhy(talk, card) {
    forgetReason(talk, card.id);
    talk.show(await decline(talk, card.id, ''));
  },
  async join(talk, card) {
    const joined = await joinAndTell(talk, card, talk.person.id);
    await noteApplication(talk, joined, 'application.joined', { joinedTo: joined.personId });
    talk.toast(applicationWords.joined);
    talk.show(await cardMessage(talk, joined));
  },
  async apart(talk, card) {
    const apart = await talk.desk.applications.keepApart(card.id, talk.person.id, talk.at);
    await noteApplication(talk, apart, 'application.kept-apart');
    talk.toast(applicationWords.apart);
    talk.show(await cardMessage(talk, apart));
  },
};

/** A step from one state to the next: the card is shown as it is then, and the other side is told. */
async function step(talk: KnownTalk, { id }: ApplicationCard, to: ApplicationState): Promise<void> {
  const card = await talk.desk.applications.change(id, talk.person.id, to, {}, talk.at);
  talk.toast(to === 'confirmed' ? applicationWords.confirmed : applicationWords.done);
  talk.show(await cardMessage(talk, card));
  if (isOwn(talk, card)) {
    await renewMenu(talk);
    await tellDecidersOf(talk, card);
  } else {
    await noteApplication(talk, card, `application.${to}`, { state: to });
    await tellApplicant(talk, card);
  }
}
