import { type Clock, machineClock } from '../domain/calendar/clock.ts';
import type { Log } from '../domain/log.ts';
import { defaultSettings } from '../domain/programme/settings.ts';

/** What the database may forget; each call takes a bounded bite and says how many rows were touched. */
type Attic = {
  /** Events handled so long ago that no platform repeats them. */
  forgetHandledEvents(olderThanDays: number): Promise<number>;
  /** Takes what people wrote out of handled events; the row itself still keeps the event from being handled twice. */
  blankHandledEvents(olderThanDays: number): Promise<number>;
  /** Settled deliveries that no reminder or summary refers to; failed and uncertain ones stay for people to look at. */
  forgetDeliveries(olderThanDays: number): Promise<number>;
  /** Dialogues not touched since whose key begins with one of these words. */
  forgetDialogues(kinds: readonly string[], olderThanDays: number): Promise<number>;
  /** Invitations made so long ago that they have expired, used or not. */
  forgetInvitations(olderThanDays: number): Promise<number>;
  /** Links to our own page and what they opened, made before. */
  forgetPageLinks(madeBefore: Date): Promise<number>;
  /** Files in which people were handed their data, and staff everybody’s. */
  forgetDossiers(olderThanDays: number): Promise<number>;
  /** Forms that somebody began and nobody knows whom they are about. */
  forgetStrangersForms(olderThanDays: number): Promise<number>;
  /** What long work made and what it was given, finished before. */
  forgetErrandFiles(finishedBefore: Date): Promise<number>;
  /** Long work finished before whose file is gone. */
  forgetErrands(finishedBefore: Date): Promise<number>;
  /** Requests to sign in at the panel, made before. */
  forgetSignIns(madeBefore: Date): Promise<number>;
  /** Links that made administrators, or were to, made before. */
  forgetAdministratorLinks(madeBefore: Date): Promise<number>;
  /** Sessions at the panel begun before. */
  forgetSessions(begunBefore: Date): Promise<number>;
  /** Keys by which repeated calls were told from new ones, used before. */
  forgetCalls(madeBefore: Date): Promise<number>;
  /** Leases that ran out and that nobody took again. */
  forgetLeases(olderThanDays: number): Promise<number>;
};

/** Platforms repeat an event for a day at most; a fortnight is left for whoever looks for a fault. */
const eventDays = 14;
const payloadDays = 3;
const deliveryDays = 30;
/** A button pressed a month ago, and how much somebody asked on one day. */
const traces = { kinds: ['pressed', 'asked'], days: 30 };
/** With who asked and what: a coordinator who has not answered in a quarter of a year will not. */
const questions = { kinds: ['question'], days: 90 };
/** They are good for two weeks; until then an old link is told from one that never was. */
const invitationDays = 90;
const leaseDays = 1;
/** A link is good for half an hour, a visit for an hour. */
const pageLinkDays = 2;
/** Told to whoever asked for them. */
const dossierDays = 7;
/** As drafts are kept by default; a stranger belongs to no programme yet. */
const strangersFormDays = defaultSettings.retention.draftDays;
/** A request lives for minutes; somebody may ask about last week's. */
const signInDays = 14;
const administratorLinkDays = 90;
/** A session lives for a week; the month before is for whoever asks who was in. */
const sessionDays = 30;
/** Nobody repeats a call a week later. */
const callDays = 7;
const errandFileDays = 7;
const errandDays = 90;
const dayMs = 86_400_000;

export function createHousekeeping({
  attic,
  log,
  clock = machineClock,
}: {
  attic: Attic;
  log: Log;
  clock?: Clock;
}): () => Promise<void> {
  return async () => {
    const before = (days: number) => new Date(clock.now().getTime() - days * dayMs);
    const done = {
      events: await attic.forgetHandledEvents(eventDays),
      payloads: await attic.blankHandledEvents(payloadDays),
      deliveries: await attic.forgetDeliveries(deliveryDays),
      traces: await attic.forgetDialogues(traces.kinds, traces.days),
      questions: await attic.forgetDialogues(questions.kinds, questions.days),
      invitations: await attic.forgetInvitations(invitationDays),
      pageLinks: await attic.forgetPageLinks(before(pageLinkDays)),
      dossiers: await attic.forgetDossiers(dossierDays),
      strangersForms: await attic.forgetStrangersForms(strangersFormDays),
      errandFiles: await attic.forgetErrandFiles(before(errandFileDays)),
      errands: await attic.forgetErrands(before(errandDays)),
      signIns: await attic.forgetSignIns(before(signInDays)),
      administratorLinks: await attic.forgetAdministratorLinks(before(administratorLinkDays)),
      sessions: await attic.forgetSessions(before(sessionDays)),
      calls: await attic.forgetCalls(before(callDays)),
      leases: await attic.forgetLeases(leaseDays),
    };
    if (Object.values(done).some((rows) => rows > 0)) log.info(done, 'old rows were forgotten');
  };
}
