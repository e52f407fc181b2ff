import { wordsFor } from '../bot/dialogues/application-cards.ts';
import { joinAndTell } from '../bot/dialogues/application-join.ts';
import { tellApplicant } from '../bot/dialogues/application-news.ts';
import { createPost } from '../bot/dialogues/post.ts';
import { applicationLine, listApplications, stepsOf } from '../database/repositories/application-list.ts';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import { createDeskBooks } from '../database/repositories/desk-books.ts';
import { postsOf } from '../database/repositories/person-posts.ts';
import { checkStandsFor } from '../domain/people/may-appoint.ts';
import { Refusal } from '../domain/refusal.ts';
import { nextStates } from '../domain/registration/application.ts';
import type { ApplicationsDesk, ApplicationView } from '../domain/registration/applications-desk.ts';
import { mayDecide } from '../domain/registration/may-decide.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { answersInWords } from '../texts/application-card.ts';
import { type DeskDeps, type Look, staffLook, staffWork, type Work } from './desk-work.ts';

const power = 'applications:decide';

export function createApplicationsDesk(deps: DeskDeps): ApplicationsDesk {
  /** One that the caller decides and is not their own. */
  const decide = (
    staff: Staff,
    applicationId: string,
    step: (work: Work) => Promise<{ organizationId: string; action: string; after?: object }>,
  ) =>
    staffWork(deps, staff, power, async (work) => {
      const { person } = await mustDecide(work, applicationId);
      if (person.id === staff.personId) throw new Refusal('own-application');
      const { organizationId, action, after = {} } = await step(work);
      const subject = { kind: 'application', id: applicationId };
      await work.note({ action, subject, organizationId, after: { ...after } });
      return viewOf(work, applicationId);
    });

  return {
    list: (staff, query, filter) =>
      staffLook(deps, staff, power, ({ sql, reach }) => listApplications(sql, reach, query, filter)),
    card: (staff, applicationId) => staffLook(deps, staff, power, (look) => viewOf(look, applicationId)),
    decide: (staff, applicationId, to, reason) =>
      decide(staff, applicationId, async ({ books, tell, at }) => {
        const facts: Record<string, string> = reason === '' ? {} : { reason };
        const card = await books.applications.change(applicationId, staff.personId, to, facts, at);
        await tellApplicant({ desk: books, tell }, card, reason);
        return {
          organizationId: card.organizationId ?? '',
          action: `application.${to}`,
          after: { state: to },
        };
      }),
    join: (staff, applicationId) =>
      decide(staff, applicationId, async ({ sql, reach, books, tell, at }) => {
        const card = await books.applications.byId(applicationId);
        if (card === null) throw new Refusal('application-unknown');
        const { duplicateOf: knownId } = card;
        if (knownId !== null) checkStandsFor(staff, reach, knownId, await postsOf(sql, knownId));
        const post = createPost({ people: books.people, outbox: createOutbox(sql) }, at, deps.mayNameOthers);
        const write: Parameters<typeof joinAndTell>[0]['write'] = (account, message) =>
          post.put(account, { kind: 'send', message });
        const joined = await joinAndTell({ desk: books, tell, write, at }, card, staff.personId).catch(
          asStanding,
        );
        await post.leave();
        const after = { joinedTo: joined.personId };
        return { organizationId: joined.organizationId ?? '', action: 'application.joined', after };
      }),
    keepApart: (staff, applicationId) =>
      decide(staff, applicationId, async ({ books, at }) => {
        const card = await books.applications.keepApart(applicationId, staff.personId, at);
        return { organizationId: card.organizationId ?? '', action: 'application.kept-apart' };
      }),
  };
}

/** They see the application: what they may not is to give its sender the known person's rights. */
function asStanding(error: unknown): never {
  if (error instanceof Refusal && error.code === 'may-not-decide') throw new Refusal('may-not-stand-for');
  throw error;
}

async function mustDecide({ sql, reach }: Look, applicationId: string) {
  const line = await applicationLine(sql, reach, applicationId);
  if (line === null) throw new Refusal('application-unknown');
  return line;
}

async function viewOf(look: Look, applicationId: string): Promise<ApplicationView> {
  const { sql, staff } = look;
  const line = await mustDecide(look, applicationId);
  const desk = createDeskBooks(sql);
  const card = await desk.applications.byId(applicationId);
  if (card === null) throw new Refusal('application-unknown');
  const held = staff.appointments.map((each) => ({ ...each, personId: staff.personId }));
  return {
    ...line,
    minor: card.minor,
    answers: answersInWords(card, await wordsFor({ desk }, card)),
    steps: await stepsOf(sql, applicationId),
    may: mayDecide(card, held) ? [...nextStates[card.state]] : [],
  };
}
