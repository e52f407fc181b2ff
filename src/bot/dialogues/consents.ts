import { toDay } from '../../domain/calendar/day.ts';
import { type Consent, type ConsentKind, consentKinds, consentState } from '../../domain/consents/consent.ts';
import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import { reallyWithdraw } from '../../texts/consent-withdrawal.ts';
import { consentCard, consentList, type ListedConsent, notNow } from '../../texts/consents.ts';
import { giveConsent, offerConsent, sayCopy } from './consent-giving.ts';
import { pressPaper } from './consent-scan.ts';
import { consentFor, neededOf, type Subject, subjectOf, whoseName } from './consent-subject.ts';
import { withdrawConsent } from './consent-withdrawal.ts';
import { isFirstPress, renew } from './once.ts';
import { offerPage } from './page.ts';
import { isStaff } from './panel.ts';
import type { KnownTalk } from './talk.ts';

/** One's own consents, and the way to those of pupils whom one represents. */
export async function showConsents(talk: KnownTalk): Promise<void> {
  if (!talk.mayNameOthers) return offerPage(talk, 'consents');
  const subject = await subjectOf(talk, talk.person.id);
  if (subject !== null) talk.say(await listOf(talk, subject));
}

/**
 * `consent:…`: `list`, `of:<person>`, `open:<consent>`, `ask:<kind>:<person>`, `give:<text>:<person>` (from reminders),
 * `yes:<text>:<person>`, `later`, `copy:<consent>`, `withdraw:<consent>`, `really:<consent>`, and what staff do with paper.
 */
export async function pressConsents(talk: KnownTalk, action: string): Promise<boolean> {
  const [topic, verb = '', ...rest] = action.split(':');
  if (topic !== 'consent') return false;
  if (await pressPaper(talk, verb, rest)) return true;
  if (!talk.mayNameOthers) {
    await offerPage(talk, 'consents');
    return true;
  }
  const [first = '', second = ''] = rest;
  switch (verb) {
    case 'list':
      return forSubject(talk, talk.person.id, (subject) => showList(talk, subject));
    case 'of':
      return forSubject(talk, first, (subject) => showList(talk, subject));
    case 'ask':
      return pressAskFor(talk, first, second);
    case 'give':
      return pressGive(talk, first, second);
    case 'yes':
      return forSubject(talk, second, (subject) => giveConsent(talk, subject, first));
    case 'later':
      talk.show(notNow());
      return true;
    default:
      return pressOne(talk, verb, first);
  }
}

async function showList(talk: KnownTalk, subject: Subject): Promise<boolean> {
  await show(talk, await listOf(talk, subject));
  return true;
}

const id = /^[1-9]\d{0,17}$/;

/** `false` where it is nobody's whom this person speaks for. */
async function forSubject(
  talk: KnownTalk,
  personId: string,
  act: (subject: Subject) => Promise<boolean>,
): Promise<boolean> {
  const subject = id.test(personId) ? await subjectOf(talk, personId) : null;
  return subject !== null && act(subject);
}

async function pressAskFor(talk: KnownTalk, kind: string, personId: string): Promise<boolean> {
  const known = consentKinds.find((each) => each === kind);
  if (known === undefined) return false;
  return forSubject(talk, personId, (subject) => offerConsent(talk, subject, known, null));
}

async function pressGive(talk: KnownTalk, textId: string, personId: string): Promise<boolean> {
  const text = id.test(textId) ? await talk.desk.consents.textById(textId) : null;
  if (text === null) return false;
  return forSubject(talk, personId, (subject) =>
    text.programmeId === subject.person.programmeId && text.giver === subject.giver
      ? offerConsent(talk, subject, text.kind, text.id)
      : Promise.resolve(false),
  );
}

/** The buttons of one consent. */
async function pressOne(talk: KnownTalk, verb: string, consentId: string): Promise<boolean> {
  const act = Object.hasOwn(deeds, verb) ? deeds[verb] : undefined;
  const found = act === undefined || !id.test(consentId) ? null : await consentFor(talk, consentId);
  if (act === undefined || found === null) return false;
  await act(talk, found.consent, found.subject);
  return true;
}

const deeds: Record<string, (talk: KnownTalk, consent: Consent, subject: Subject) => Promise<void>> = {
  open: async (talk, consent, subject) => show(talk, await cardOf(talk, consent, subject)),
  copy: (talk, consent, subject) => sayCopy(talk, subject, consent),
  async withdraw(talk, consent, subject) {
    if (consent.withdrawnAt !== null) return deeds.open?.(talk, consent, subject);
    const title = await titleOf(talk, consent);
    await show(
      talk,
      named(talk.mayNameOthers, (mayName) => reallyWithdraw(consent, title, whoseName(subject, mayName))),
    );
  },
  async really(talk, consent, subject) {
    const first = await isFirstPress(talk);
    if (!first || !(await withdrawConsent(talk, subject, consent)))
      await show(talk, await cardOf(talk, (await talk.desk.consents.byId(consent.id)) ?? consent, subject));
  },
};

/** The buttons of the message are shown anew and good again. */
async function show(talk: KnownTalk, message: Message): Promise<void> {
  await renew(talk);
  talk.show(message);
}

async function listOf(talk: KnownTalk, subject: Subject): Promise<Message> {
  const consents = await talk.desk.consents.ofPerson(subject.person.id);
  const needed = neededOf(subject, talk.visitor.appointments);
  const offered: ConsentKind[] = needed.includes('participation')
    ? ['distribution', ...(subject.minor ? (['pupil-media'] as const) : [])]
    : [];
  const listed = consentKinds
    .filter((kind) => [...needed, ...offered].includes(kind) || consents.some((each) => each.kind === kind))
    .map((kind) => listedOf(talk, kind, consents, !needed.includes(kind)));
  const represented = subject.own ? await talk.desk.applications.pupilsOf(talk.person.id) : [];
  return named(talk.mayNameOthers, (mayName) =>
    consentList(
      {
        whose: whoseName(subject, mayName),
        subjectId: subject.person.id,
        mayGive: subject.giver !== null,
        listed,
        pupils: represented.map(({ pupil }) => ({
          id: pupil.id,
          name: whoseName({ ...subject, own: false, person: pupil }, mayName),
        })),
        isStaff: subject.own && isStaff(talk),
      },
      talk.today,
    ),
  );
}

function listedOf(
  talk: KnownTalk,
  kind: ConsentKind,
  consents: readonly Consent[],
  optional: boolean,
): ListedConsent {
  const mine = consents.filter((each) => each.kind === kind);
  const live = mine.filter(({ withdrawnAt }) => withdrawnAt === null);
  const consent = live.find(({ current }) => current) ?? live[0] ?? mine[0] ?? null;
  const givenOn = consent === null ? null : dayOf(talk, consent.givenAt);
  return { kind, state: consentState(kind, consents), consent, givenOn, optional };
}

async function cardOf(talk: KnownTalk, consent: Consent, subject: Subject): Promise<Message> {
  const title = await titleOf(talk, consent);
  return named(talk.mayNameOthers, (mayName) =>
    consentCard(
      {
        consent,
        title,
        whose: whoseName(subject, mayName),
        givenOn: dayOf(talk, consent.givenAt),
        withdrawnOn: consent.withdrawnAt === null ? null : dayOf(talk, consent.withdrawnAt),
        mayGive: subject.giver !== null,
      },
      talk.today,
    ),
  );
}

async function titleOf(talk: KnownTalk, consent: Consent): Promise<string> {
  return (await talk.desk.consents.textById(consent.textId))?.title ?? '';
}

function dayOf({ visitor }: KnownTalk, at: Date): string {
  return toDay(at, visitor.programme?.timeZone ?? 'UTC');
}
