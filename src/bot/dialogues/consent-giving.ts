import type { Consent, ConsentKind, ConsentText } from '../../domain/consents/consent.ts';
import type { Answers } from '../../domain/forms/form.ts';
import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  consentCopy,
  consentOffer,
  consentPaper,
  consentTaken,
  consentWords,
  copyAgain,
  copyOnPage,
  giveLabel,
  noOperatorYet,
  textChanged,
} from '../../texts/consents.ts';
import { clip } from '../../texts/tasks.ts';
import { type Subject, whoseName } from './consent-subject.ts';
import { isFirstPress } from './once.ts';
import { liftErasure } from './privacy.ts';
import type { KnownTalk } from './talk.ts';

/**
 * Shows what is to be agreed to; of a publication asks what and where first. `textId`: which version the reader meant;
 * a newer one takes its place. `false` where it is not for this person to give.
 */
export async function offerConsent(
  talk: KnownTalk,
  subject: Subject,
  kind: ConsentKind,
  textId: string | null,
): Promise<boolean> {
  if (subject.giver === null) return false;
  const text = await currentText(talk, subject, kind);
  if (text === null) return true;
  const consents = await talk.desk.consents.ofPerson(subject.person.id);
  const live = consents.filter((each) => each.kind === kind && each.withdrawnAt === null);
  if (kind === 'distribution') {
    await askScope(talk, subject, live[0] ?? null);
    return true;
  }
  if (live.some((each) => each.textId === text.id)) {
    talk.toast(consentWords.already);
    return true;
  }
  if (textId !== null && textId !== text.id) talk.say(textChanged());
  await offer(talk, subject, text);
  return true;
}

/** `null`: it was said why there is none. */
async function currentText(
  talk: KnownTalk,
  subject: Subject,
  kind: ConsentKind,
): Promise<ConsentText | null> {
  try {
    const giver = subject.giver ?? 'self';
    return await talk.desk.consents.current(subject.person.programmeId, kind, giver, talk.at);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'operator-unknown') throw error;
    talk.say(noOperatorYet());
    return null;
  }
}

async function offer(talk: KnownTalk, subject: Subject, text: ConsentText): Promise<void> {
  const fileId = await talk.desk.files.document(
    { document: 'consent-text', textId: text.id },
    fileName(text.title),
    null,
  );
  talk.say(consentPaper(text.title, fileId));
  talk.say(
    named(talk.mayNameOthers, (mayName) =>
      consentOffer(text, whoseName(subject, mayName), subject.person.id),
    ),
  );
}

/** The form asks; what was allowed before stands there already, to be changed or, the text being newer, agreed to anew. */
async function askScope(talk: KnownTalk, subject: Subject, before: Consent | null): Promise<void> {
  await talk.forms.start(talk, 'distribution', {
    facts: { personId: subject.person.id },
    known: before === null ? {} : answersIn(before),
  });
}

function answersIn({ id, current, scope }: Consent): Answers {
  if (scope.what === undefined || scope.where === undefined) return {};
  const chosen = (values: readonly string[]) => ({ chosen: [...values], own: [] });
  return {
    what: chosen(scope.what),
    where: chosen(scope.where),
    conditions: scope.conditions ?? null,
    ...(current ? { agreement: id } : {}),
  };
}

/** «Даю согласие». `false` where the button is not this person's. */
export async function giveConsent(talk: KnownTalk, subject: Subject, textId: string): Promise<boolean> {
  const text = await talk.desk.consents.textById(textId);
  // A publication is agreed to in its form, which knows what and where.
  if (text === null || text.kind === 'distribution') return false;
  if (text.giver !== subject.giver || text.programmeId !== subject.person.programmeId) return false;
  if (!(await isFirstPress(talk))) {
    talk.toast(consentWords.already);
    return true;
  }
  const current = await currentText(talk, subject, text.kind);
  if (current === null) return true;
  if (current.id !== text.id) {
    talk.show(textChanged());
    await offer(talk, subject, current);
    return true;
  }
  const consent = await record(talk, subject, text);
  if (text.kind === 'personal-data') await liftErasure(talk, subject.person.id);
  talk.toast(consentWords.given);
  talk.show(named(talk.mayNameOthers, (mayName) => consentTaken(text.title, whoseName(subject, mayName))));
  await sayCopy(talk, subject, consent, consentCopy);
  return true;
}

function record(talk: KnownTalk, subject: Subject, text: ConsentText): Promise<Consent> {
  const { platform, accountId, eventId, event } = talk.incoming;
  return talk.desk.consents.give({
    personId: subject.person.id,
    givenBy: talk.person.id,
    textId: text.id,
    way: event.kind === 'page' ? 'page' : 'chat',
    evidence: { platform, account: accountId, event: eventId, button: giveLabel, hash: text.hash },
    at: talk.at,
  });
}

/** The signed copy; that of a pupil names the pupil. It holds names: where these may not stand it is on the page. */
export async function sayCopy(
  talk: KnownTalk,
  subject: Subject,
  consent: Consent,
  say: (fileId: string) => Message = copyAgain,
): Promise<void> {
  if (!talk.mayNameOthers) {
    talk.say(copyOnPage());
    return;
  }
  const text = await talk.desk.consents.textById(consent.textId);
  const fileId = await talk.desk.files.document(
    { document: 'consent', consentId: consent.id },
    fileName(text?.title ?? ''),
    subject.person.id,
  );
  const message = say(fileId);
  talk.say(subject.own ? message : { ...message, namesOthers: true });
}

/** «Согласие на участие.pdf»: whatever staff call a text, it is a name that files may have. */
function fileName(title: string): string {
  const plain = title
    .replace(/[^\p{L}\p{N} ,«»()-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${clip(plain, 80)}.pdf`;
}
