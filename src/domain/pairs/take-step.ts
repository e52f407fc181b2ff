import type { ConsentGiver } from '../consents/consent.ts';
import { Refusal } from '../refusal.ts';
import {
  type AgreementAnswer,
  type CloseReason,
  type EndReason,
  livePairStates,
  type PairState,
} from './pair.ts';

/** How a pair stands, as far as its next step depends on it. */
export type Standing = {
  state: PairState;
  mentorId: string;
  /** Those who have not left it. */
  menteeIds: readonly string[];
  /** Whose word is needed: of nobody who has left. */
  asked: readonly Asked[];
  closeReason: CloseReason | null;
};

export type Asked = { personId: string; giver: ConsentGiver; answer: AgreementAnswer | null };

export type PairStep =
  | { kind: 'answer'; personId: string; giver: ConsentGiver; answer: AgreementAnswer }
  /** Staff take a pair back that no order has fixed. */
  | { kind: 'withdraw' }
  /** Nobody answered for too long. */
  | { kind: 'expire' }
  | { kind: 'order' }
  | { kind: 'start' }
  | { kind: 'complete' }
  | { kind: 'end'; reason: EndReason }
  /** Somebody leaves the programme. */
  | { kind: 'leave'; personId: string };

const from: Readonly<Record<Exclude<PairStep['kind'], 'leave'>, readonly PairState[]>> = {
  answer: ['proposed'],
  withdraw: ['proposed', 'agreed'],
  expire: ['proposed'],
  order: ['agreed'],
  start: ['ordered'],
  complete: ['active'],
  end: ['ordered', 'active'],
};

/**
 * The pair after one step. A step that its state does not allow is `Refusal('state-passed', { state })`, an answer of
 * somebody who was not asked `Refusal('not-asked')`. Leaving a pair that is over, or that one is not in, changes nothing.
 */
export function takeStep(standing: Standing, step: PairStep): Standing {
  if (step.kind === 'leave') return isLive(standing) ? without(standing, step.personId) : standing;
  const { state } = standing;
  if (!from[step.kind].includes(state)) throw new Refusal('state-passed', { state });
  switch (step.kind) {
    case 'answer':
      return answer(standing, step);
    case 'withdraw':
      return close(standing, 'withdrawn');
    case 'expire':
      return close(standing, 'expired');
    case 'order':
      return { ...standing, state: 'ordered' };
    case 'start':
      return { ...standing, state: 'active' };
    case 'complete':
      return { ...standing, state: 'completed' };
    case 'end':
      return close(standing, step.reason);
  }
}

export function isLive({ state }: Pick<Standing, 'state'>): boolean {
  return livePairStates.includes(state);
}

/** Who says no leaves the group; a pair without a mentor or without mentees is none. */
function answer(
  standing: Standing,
  { personId, giver, answer: said }: Extract<PairStep, { kind: 'answer' }>,
): Standing {
  const isSame = (each: Asked) => each.personId === personId && each.giver === giver;
  if (!standing.asked.some(isSame)) throw new Refusal('not-asked');
  if (said === 'declined') {
    const reason = giver === 'representative' ? giver : personId === standing.mentorId ? 'mentor' : 'mentee';
    return without(standing, personId, reason);
  }
  const asked = standing.asked.map((each) => (isSame(each) ? { ...each, answer: said } : each));
  return settle({ ...standing, asked });
}

function without(standing: Standing, personId: string, reason?: CloseReason): Standing {
  if (personId === standing.mentorId) return close(standing, reason ?? 'mentor-left');
  if (!standing.menteeIds.includes(personId)) return standing;
  const menteeIds = standing.menteeIds.filter((id) => id !== personId);
  if (menteeIds.length === 0) return close(standing, reason ?? 'mentee-left');
  const asked = standing.asked.filter((each) => each.personId !== personId);
  return settle({ ...standing, menteeIds, asked });
}

function settle(standing: Standing): Standing {
  const isAgreed = standing.state === 'proposed' && standing.asked.every((each) => each.answer === 'agreed');
  return isAgreed ? { ...standing, state: 'agreed' } : standing;
}

/** What no order has fixed yet never was a pair: it counts as declined, not as ended early. */
function close(standing: Standing, closeReason: CloseReason): Standing {
  const wasFixed = standing.state === 'ordered' || standing.state === 'active';
  return { ...standing, state: wasFixed ? 'ended-early' : 'declined', closeReason };
}
