import type { Appointment, Role } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { type Application, type ApplicationState, nextStates } from './application.ts';

type Decided = Pick<Application, 'personId' | 'role' | 'organizationId'>;

/** What curators confirm; everybody else is the coordinator's. */
const curated: readonly Decided['role'][] = ['mentor', 'mentee'];

/** Whoever decides everything. */
const ofCity: readonly Role[] = ['coordinator', 'administrator'];

/**
 * Coordinators and administrators decide everything, curators mentors and mentees of their own organization, nobody their own. A draft is
 * nobody's to decide. Application and appointments (live ones of one person) are of one programme: the caller has made
 * sure.
 */
export function mayDecide(application: Decided, appointments: readonly Appointment[]): boolean {
  const { personId, role, organizationId } = application;
  if (role === null || appointments.some((appointment) => appointment.personId === personId)) return false;
  return appointments.some(
    (held) =>
      ofCity.includes(held.role) ||
      (held.role === 'curator' && held.organizationId === organizationId && curated.includes(role)),
  );
}

/** Whoever presses a button about an application. */
export type Actor = {
  personId: string;
  /** Live ones, of the application's programme. */
  appointments: readonly Appointment[];
  /** Is the representative of the applicant. */
  represents: boolean;
};

const ofOneself: readonly ApplicationState[] = ['active', 'on-leave', 'left'];

/** `Refusal('application-unknown' | 'may-not-decide' | 'state-passed')`; whoever has no part in it learns nothing. */
export function checkChange(
  application: Decided & Pick<Application, 'state'>,
  actor: Actor,
  to: ApplicationState,
): void {
  if (!maySee(application, actor)) throw new Refusal('application-unknown');
  const decides = mayDecide(application, actor.appointments);
  if (!decides && !ofOneself.includes(to)) throw new Refusal('may-not-decide');
  const { state } = application;
  // A draft is applied with by `submit`, which asks for the consents.
  if (state === 'draft' || !nextStates[state].includes(to)) throw new Refusal('state-passed', { state });
}

/** Joining and keeping apart: `Refusal('application-unknown' | 'may-not-decide')`. */
export function checkDecides(application: Decided, actor: Actor): void {
  if (!maySee(application, actor)) throw new Refusal('application-unknown');
  if (!mayDecide(application, actor.appointments)) throw new Refusal('may-not-decide');
}

/** The applicant, their representative, and whoever decides. */
export function maySee(application: Decided, actor: Actor): boolean {
  return (
    application.personId === actor.personId || actor.represents || mayDecide(application, actor.appointments)
  );
}
