import { type ConsentKind, consentKinds } from '../../domain/consents/consent.ts';
import type { ConsentLack } from '../../domain/consents/consent-book.ts';
import type { IncomingEvent, IncomingFile } from '../../domain/messages/incoming.ts';
import type { Message } from '../../domain/messages/message.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  askScan,
  lackCard,
  lackPage,
  lacksOnPage,
  notYours,
  paperNews,
  paperReceived,
  stillScan,
} from '../../texts/consent-paper.ts';
import { noOperatorYet } from '../../texts/consents.ts';
import { shortName } from '../../texts/people.ts';
import { words } from '../../texts/talk.ts';
import type { Teller } from './application-news.ts';
import { isStaff, offerPanel } from './panel.ts';
import { noteAct } from './staff-act.ts';
import type { KnownTalk } from './talk.ts';

/** Consents signed on paper: staff see who lacks which, and send the scan. */
const name = 'consent-scan';
type Awaited = { personId: string; kind: ConsentKind };

/** `lack:<page>`, `who:<person>`, `paper:<person>:<kind>`, `noscan`; `false` for anybody who is not staff. */
export async function pressPaper(talk: KnownTalk, verb: string, rest: readonly string[]): Promise<boolean> {
  if (!Object.hasOwn(deeds, verb) || !isStaff(talk)) return false;
  if (!talk.mayNameOthers) offerPanel(talk, 'lacks');
  else await deeds[verb]?.(talk, rest);
  return true;
}

const deeds: Record<string, (talk: KnownTalk, rest: readonly string[]) => Promise<void>> = {
  async lack(talk, [page = '']) {
    const lacks = await lacksOf(talk);
    const last = Math.max(0, Math.ceil(lacks.length / lacksOnPage) - 1);
    const wished = /^\d{1,4}$/.test(page) ? Number(page) : 0;
    talk.show(naming(lackPage(lacks, Math.min(wished, last))));
  },

  async who(talk, [personId]) {
    const lack = (await lacksOf(talk)).find((each) => each.personId === personId);
    if (lack === undefined) await nothingLacks(talk);
    else talk.show(naming(lackCard(lack)));
  },

  async paper(talk, [personId, kind]) {
    const lack = (await lacksOf(talk)).find((each) => each.personId === personId);
    const known = consentKinds.find((each) => each === kind);
    if (lack === undefined || known === undefined || !lack.kinds.includes(known)) return nothingLacks(talk);
    talk.turn({ name, step: 'scan', data: { personId: lack.personId, kind: known } });
    talk.show(naming(askScan(known, shortName(lack))));
  },

  async noscan(talk) {
    const awaited = awaitedIn(talk);
    if (awaited === null) talk.toast(words.already);
    else await receive(talk, awaited, []);
  },
};

async function nothingLacks(talk: KnownTalk): Promise<void> {
  talk.toast(notYours);
  await deeds.lack?.(talk, []);
}

/** `false` while no scan is awaited. */
export async function hearScan(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const awaited = awaitedIn(talk);
  if (awaited === null) return false;
  // Asked for in the other messenger; this one may not name whose paper it is.
  if (!talk.mayNameOthers) {
    offerPanel(talk, 'lacks');
    return true;
  }
  const scans = event.kind === 'files' ? event.files.filter(isScan) : [];
  if (scans.length === 0) talk.say(stillScan());
  else await receive(talk, awaited, scans);
  return true;
}

function isScan({ mime }: IncomingFile): boolean {
  return mime === 'application/pdf' || mime.startsWith('image/');
}

async function receive(
  talk: KnownTalk,
  { personId, kind }: Awaited,
  scans: readonly IncomingFile[],
): Promise<void> {
  talk.turn(null);
  // What was lacking may have come by another way meanwhile, and whoever asks may be staff no more.
  const lack = (await lacksOf(talk)).find((each) => each.personId === personId && each.kinds.includes(kind));
  if (lack === undefined) return nothingLacks(talk);
  const [scan] = scans;
  const { desk, at, incoming } = talk;
  try {
    const scanFileId =
      scan === undefined ? null : await desk.files.want(personId, { platform: incoming.platform, ...scan });
    const receivedBy = talk.person.id;
    const { version } = await desk.consents.receivePaper({ personId, kind, scanFileId, receivedBy, at });
    const after = { kind, version, scan: scan !== undefined };
    await noteAct(talk, { action: 'consent.received', subject: { kind: 'person', id: personId }, after });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'operator-unknown') talk.say(noOperatorYet());
    else if (error.code === 'may-not-decide') talk.say({ text: `${notYours}.` });
    else throw error;
    return;
  }
  talk.say(naming(paperReceived(kind, shortName(lack), scans.length)));
  await tellSigner(talk, lack, kind);
}

/** A minor's paper is signed by the representative: they are told instead. */
export async function tellSigner(
  talk: Teller,
  lack: Omit<ConsentLack, 'kinds' | 'organizationName'>,
  kind: ConsentKind,
): Promise<void> {
  const { applications } = talk.desk;
  const minor = (await applications.ofPerson(lack.personId)).some((card) => card.minor);
  if (!minor) {
    await talk.tell(lack.personId, () => paperNews({ kind }, false, ''));
    return;
  }
  for (const { id } of await applications.representativesOf(lack.personId)) {
    await talk.tell(id, (mayName) => paperNews({ kind }, true, mayName ? shortName(lack) : ''));
  }
}

function lacksOf(talk: KnownTalk): Promise<ConsentLack[]> {
  return talk.desk.consents.lacking(talk.person.id, talk.at);
}

/** Lists of people: only chats that may carry names get here, and they never move on to another one. */
function naming(message: Message): Message {
  return { ...message, namesOthers: true };
}

function awaitedIn(talk: KnownTalk): Awaited | null {
  const state = talk.state();
  return state?.name === name ? (state.data as Awaited) : null;
}
