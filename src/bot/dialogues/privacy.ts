import { addDays } from '../../domain/calendar/day.ts';
import { longestEraseDays } from '../../domain/privacy/due.ts';
import type { DataRequest } from '../../domain/privacy/privacy-book.ts';
import { shortName } from '../../texts/people.ts';
import {
  askErase,
  dossierFileName,
  eraseBegun,
  eraseCancelled,
  eraseLifted,
  farewell,
  filesReady,
  leaves,
  privacyMessage,
  privacyWords,
  requestNews,
} from '../../texts/privacy.ts';
import { words } from '../../texts/talk.ts';
import { isFirstPress } from './once.ts';
import { offerPage } from './page.ts';
import { pressRequests } from './privacy-requests.ts';
import type { KnownTalk, Talk } from './talk.ts';

/** «/privacy»: what is stored about whoever asks, as a new message. */
export async function showPrivacy(talk: KnownTalk): Promise<void> {
  if (!talk.mayNameOthers) return offerPage(talk, 'privacy');
  const { desk, person, today, isCoordinator } = talk;
  const dossier = await desk.privacy.dossier(person.id);
  const requests = await desk.privacy.requestsOf(person.id);
  talk.say(privacyMessage({ dossier, requests, today, timeZone: zoneOf(talk), isCoordinator }));
}

const presses: Readonly<Record<string, (talk: KnownTalk) => Promise<void>>> = {
  'privacy:show': showPrivacy,
  'privacy:file': sendFiles,
  'privacy:erase': confirmErase,
  'privacy:erase-yes': erase,
  'privacy:keep': keep,
};

export async function pressPrivacy(talk: KnownTalk, action: string): Promise<boolean> {
  const press = Object.hasOwn(presses, action) ? presses[action] : undefined;
  if (press === undefined) return pressRequests(talk, action);
  await press(talk);
  return true;
}

/** Nothing much happens meanwhile, and each request is rows and two documents. */
const sameAnswerMs = 10 * 60_000;

/** The request is recorded and answered in one step; soon again, the answer is the same. Returns the ids of both files. */
async function orderDossier(talk: KnownTalk): Promise<{ request: DataRequest; fileIds: string[] }> {
  const { desk, person, at } = talk;
  const [last] = (await desk.privacy.requestsOf(person.id)).filter(({ kind }) => kind === 'export');
  const isFresh = last !== undefined && at.getTime() - last.createdAt.getTime() < sameAnswerMs;
  const request = isFresh ? last : await desk.privacy.request(person.id, 'export', { done: true, at });
  const fileIds: string[] = [];
  for (const format of ['pdf', 'json'] as const) {
    const recipe = { document: 'dossier', personId: person.id, format, requestId: request.id } as const;
    fileIds.push(await desk.files.document(recipe, dossierFileName[format], person.id));
  }
  return { request, fileIds };
}

async function sendFiles(talk: KnownTalk): Promise<void> {
  if (!talk.mayNameOthers) return offerPage(talk, 'privacy');
  if (!(await isFirstPress(talk))) {
    talk.toast(privacyWords.filed);
    return;
  }
  const { request, fileIds } = await orderDossier(talk);
  talk.toast(words.done);
  talk.say({ text: filesReady(request.id), files: fileIds });
}

async function confirmErase(talk: KnownTalk): Promise<void> {
  const known = await openErase(talk);
  if (known !== null) {
    talk.show(known.state === 'farewell' ? farewell() : eraseBegun(known, talk.today));
    return;
  }
  const { privacy } = await talk.desk.programmes.settings(talk.person.programmeId);
  const days = Math.min(privacy.eraseDays, longestEraseDays);
  talk.show(askErase(addDays(talk.today, days), talk.today));
}

async function erase(talk: KnownTalk): Promise<void> {
  const request = await beginErasure(talk);
  talk.toast(words.done);
  talk.show(eraseBegun(request, talk.today));
}

async function keep(talk: KnownTalk): Promise<void> {
  if (await talk.desk.privacy.cancelErase(talk.person.id, talk.at)) {
    talk.toast(privacyWords.kept);
    talk.show(eraseCancelled());
    return;
  }
  talk.toast(privacyWords.nothingToKeep);
}

/** Who agrees anew to the processing, or applies anew, wants the data to stay, whatever was asked before. */
export async function liftErasure(talk: Talk, personId: string): Promise<void> {
  if (await talk.desk.privacy.cancelErase(personId, talk.at)) talk.say(eraseLifted());
}

/**
 * «Удалить меня», once: whoever leaves takes no part any more, those who answer for them and a pupil’s
 * representatives are told.
 */
async function beginErasure(talk: KnownTalk): Promise<DataRequest> {
  const { desk, person, at, today } = talk;
  const known = await openErase(talk);
  if (known !== null) return known;
  const request = await desk.privacy.request(person.id, 'erase', { done: false, at });
  const coordinators = (await desk.people.coordinatorsOf(person.programmeId)).map(({ id }) => id);
  await leaveAll(talk, coordinators);
  for (const id of coordinators.filter((each) => each !== person.id)) {
    await talk.tell(id, (mayName) => requestNews(request, mayName ? shortName(person) : '', today));
  }
  return request;
}

/** Ends what the person takes part in. Coordinators are told of the request itself. */
async function leaveAll(talk: KnownTalk, coordinators: readonly string[]): Promise<void> {
  const { desk, person, at } = talk;
  const curators = await desk.people.curatorsFor(person.id);
  for (const card of await desk.applications.ofPerson(person.id)) {
    if (card.state === 'draft' || card.state === 'left' || card.state === 'declined') continue;
    const deciders = await desk.applications.decidersOf(card.id);
    const representatives = (await desk.applications.representativesOf(person.id)).map(({ id }) => id);
    await desk.applications.change(card.id, person.id, 'left', { reason: 'erase' }, at);
    for (const id of new Set([...deciders, ...representatives])) {
      if (id === person.id || coordinators.includes(id)) continue;
      await talk.tell(id, (mayName) => leaves(mayName ? shortName(person) : '', card.organizationName));
    }
  }
  // Those whom staff have appointed without an application.
  for (const { organizationId, organizationName } of await desk.people.endMentoring(person.id, at)) {
    for (const { id } of curators.filter((each) => each.organizationId === organizationId)) {
      if (coordinators.includes(id)) continue;
      await talk.tell(id, (mayName) => leaves(mayName ? shortName(person) : '', organizationName));
    }
  }
}

/** The erasure that is under way; `null` without one. */
export async function openErase(talk: KnownTalk): Promise<DataRequest | null> {
  const requests = await talk.desk.privacy.requestsOf(talk.person.id);
  const open = ({ kind, state }: DataRequest) =>
    kind === 'erase' && (state === 'open' || state === 'farewell');
  return requests.find(open) ?? null;
}

function zoneOf({ visitor }: KnownTalk): string {
  return visitor.programme?.timeZone ?? 'UTC';
}
