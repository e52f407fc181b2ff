import type { Consent } from '../../domain/consents/consent.ts';
import type { Answers, Form } from '../../domain/forms/form.ts';
import { named } from '../../domain/messages/named.ts';
import type { ApplicationCard } from '../../domain/registration/application.ts';
import { registrationFormOf } from '../../domain/registration/forms.ts';
import { answerLines } from '../../texts/application-card.ts';
import { aboutMe, chooseToEdit, nothingToEdit } from '../../texts/me.ts';
import { panelButtons } from '../../texts/panel-way.ts';
import { representedLine } from '../../texts/represented.ts';
import { wordsFor } from './application-cards.ts';
import { offerPage } from './page.ts';
import { mayEnter } from './sign-in.ts';
import type { KnownTalk } from './talk.ts';

/** What the bot knows about whoever asks.  */
export async function showMe(talk: KnownTalk): Promise<void> {
  const { desk, person, visitor } = talk;
  const cards = (await desk.applications.ofPerson(person.id)).filter(isLive);
  const applications = [];
  for (const card of cards) applications.push({ card, answers: await answersIn(talk, card) });
  const consents = await desk.consents.ofPerson(person.id);
  const more = talk.pageUrl !== null && mayEnter(talk) ? [panelButtons.home] : [];
  const pupils = await desk.applications.pupilsOf(person.id);
  const me = { person, appointments: visitor.appointments, applications, consents, more };
  talk.say(
    named(talk.mayNameOthers, (mayName) => aboutMe({ ...me, represented: representedLine(pupils, mayName) })),
  );
}

/** Personal answers have no place in a chat that may carry none, be they one's own. */
async function answersIn(talk: KnownTalk, card: ApplicationCard): Promise<string[]> {
  return talk.mayNameOthers ? answerLines(card, await wordsFor(talk, card)) : [];
}

/** `me:edit`, or `me:edit:7` for one of several applications; `me:show`. */
export async function pressMe(talk: KnownTalk, action: string): Promise<boolean> {
  const [, act = '', id] = /^me:(show|edit)(?::([1-9]\d{0,17}))?$/.exec(action) ?? [];
  if (act === '') return false;
  if (act === 'show') await showMe(talk);
  else await edit(talk, id ?? null);
  return true;
}

/** The same form once more, everything in it answered, from its summary. */
async function edit(talk: KnownTalk, id: string | null): Promise<void> {
  const { desk, person } = talk;
  const cards = (await desk.applications.ofPerson(person.id)).filter(isLive);
  const mine = id === null ? cards : cards.filter((card) => card.id === id);
  const [card] = mine;
  if (card === undefined) await refuseEdit(talk);
  else if (mine.length > 1) talk.say(chooseToEdit(mine));
  else if (card.state === 'draft') await goOn(talk);
  else {
    const known = answersOf(registrationFormOf[card.form], card, await desk.consents.ofPerson(person.id));
    const facts = { amend: card.id, applicationId: card.id, personId: person.id };
    await talk.forms.start(talk, card.form, { facts, known });
  }
}

async function goOn(talk: KnownTalk): Promise<void> {
  if (!talk.mayNameOthers) await offerPage(talk, 'form');
  else if (!(await talk.forms.resume(talk))) await refuseEdit(talk);
}

async function refuseEdit(talk: KnownTalk): Promise<void> {
  const pupils = await talk.desk.applications.pupilsOf(talk.person.id);
  talk.say(nothingToEdit(pupils.length > 0 && talk.visitor.appointments.length === 0));
}

function isLive({ state }: ApplicationCard): boolean {
  return state !== 'left' && state !== 'declined';
}

/** Everything that was answered, whichever row it is kept in, as the form knows it. */
function answersOf(form: Form, card: ApplicationCard, consents: readonly Consent[]): Answers {
  const { person, organizationId, minor } = card;
  const live = consents.filter(({ withdrawnAt }) => withdrawnAt === null);
  const given = form.questions.flatMap((question) => {
    const consent = question.kind === 'consent' && live.find(({ kind }) => kind === question.consent);
    return consent ? [[question.key, consent.id] as const] : [];
  });
  return {
    ...card.answers,
    surname: person.surname,
    name: person.name,
    patronymic: person.patronymic || null,
    ...(organizationId === null ? {} : { organization: organizationId }),
    ...(person.phone === null ? {} : { phone: person.phone }),
    ...(person.birthYear === null ? {} : { 'birth-year': person.birthYear }),
    // The pupil's form asks by it, see `PupilAge`.
    ...(card.form === 'pupil' ? { age: minor ? 'consented' : 'adult' } : {}),
    ...Object.fromEntries(given),
  };
}
