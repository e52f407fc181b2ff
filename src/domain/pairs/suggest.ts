import type { MentoringForm } from '../registration/forms.ts';
import { fitsForm } from './check-proposal.ts';
import type { CompetencyIndex } from './competency-index.ts';
import type { Line } from './needs.ts';
import { type Fit, type MentoringExperience, mentoringExperiences, type Reason } from './suggestion.ts';

export type MenteeNeeds = {
  personId: string;
  organizationIds: readonly string[];
  /** Registered as a pupil or a student, or under 18. */
  pupil: boolean;
  requests: readonly Line[];
  subject: string | null;
};

/** What a mentor says of themselves. */
export type MentorProfile = {
  personId: string;
  pupil: boolean;
  skills: readonly Line[];
  subject: string | null;
  /** Forms of mentoring they named; empty where nobody asked. */
  forms: readonly MentoringForm[];
  experience: MentoringExperience | null;
  /** Mentees they are ready to take. */
  capacity: number;
};

/** How it stands with a mentor now, as a certain mentee is concerned. */
export type MentorStanding = {
  personId: string;
  organizationIds: readonly string[];
  /** Mentees they have or are proposed. */
  load: number;
  onLeave: boolean;
  /** Can be asked in the bot. */
  reachable: boolean;
  /** Proposed to this mentee and declined, parted from for want of fit, or theirs already. */
  apart: boolean;
};

export type MentorCandidate = MentorProfile & MentorStanding;

export type RankedMentor = { personId: string; score: number; reasons: Reason[] };

/** Together 1. Whoever can do something of what is needed stands before whoever can do nothing of it: half of the first is theirs. */
const weight = {
  competencies: 0.7,
  organization: 0.07,
  subject: 0.06,
  room: 0.06,
  form: 0.04,
  experience: 0.04,
  reachable: 0.03,
};
const sureness = { chosen: 1, own: 0.95, free: 0.8 };
/** A wish in passing asks for less than a request. */
const urgency = { chosen: 1, own: 1, free: 0.5 };
/** Weaker likenesses are chance. */
const enough = { competency: 0.25, subject: 0.5 };

/**
 * The first `limit` mentors for a mentee, the best first; who may not become theirs is left out: themselves, on leave, without a place,
 * declined or had already, a pupil for somebody who works. Equals stand by load, then by id, so that the order is always the same.
 */
export function rankMentors(
  mentee: MenteeNeeds,
  mentors: readonly MentorCandidate[],
  index: CompetencyIndex,
  limit: number = mentors.length,
): RankedMentor[] {
  const asked = mentee.requests.map((request) => ({ request, answers: index.match(request.text) }));
  const needs: Needs = { mentee, asked, subjects: index.match(mentee.subject ?? '') };
  // Reasons are put together for those only who are named: of thousands that is what would take the time.
  return mentors
    .filter((mentor) => isPossible(mentee, mentor))
    .map((mentor) => ({ mentor, score: scoreOf(needs, mentor) }))
    .toSorted((a, b) => b.score - a.score || a.mentor.load - b.mentor.load || byId(a.mentor, b.mentor))
    .slice(0, limit)
    .map(({ mentor, score }) => ({
      personId: mentor.personId,
      score,
      reasons: reasonsOf(needs, mentor),
    }));
}

function byId({ personId: x }: MentorCandidate, { personId: y }: MentorCandidate): number {
  return x.length - y.length || (x < y ? -1 : Number(x > y));
}

function isPossible(mentee: MenteeNeeds, mentor: MentorCandidate): boolean {
  if (mentor.personId === mentee.personId || mentor.apart || mentor.onLeave) return false;
  return mentor.load < mentor.capacity && (!mentor.pupil || mentee.pupil);
}

type Asked = { request: Line; answers: ReadonlyMap<string, number> };

type Needs = {
  mentee: MenteeNeeds;
  asked: readonly Asked[];
  /** What answers the mentee's subject. */
  subjects: ReadonlyMap<string, number>;
};

function scoreOf(needs: Needs, mentor: MentorCandidate): number {
  const { capacity, load, forms } = mentor;
  const share = shareOf(needs, mentor);
  const formShare = formOf(needs, mentor) === null ? 0 : 1;
  const score =
    weight.competencies * (share > 0 ? 0.5 + share / 2 : 0) +
    weight.organization * Number(isNear(needs, mentor)) +
    weight.subject * Number(hasSubject(needs, mentor)) +
    (weight.room / 2) * (1 / (1 + load) + (capacity - load) / capacity) +
    weight.form * (forms.length === 0 ? 0.5 : formShare) +
    weight.experience * experienceShare(mentor.experience) +
    weight.reachable * Number(mentor.reachable);
  return Math.round(score * 1000) / 1000;
}

function reasonsOf(needs: Needs, mentor: MentorCandidate): Reason[] {
  const { capacity, load, experience, subject } = mentor;
  const fits = fitsOf(needs, mentor);
  const needed = needs.asked.length;
  const form = formOf(needs, mentor);
  const reasons: (Reason | false)[] = [
    fits.length > 0 && { kind: 'competencies', fits, needed },
    fits.length === 0 && needed > 0 && { kind: 'no-competencies', needed },
    subject !== null && hasSubject(needs, mentor) && { kind: 'same-subject', subject },
    isNear(needs, mentor) && { kind: 'same-organization' },
    { kind: 'capacity', left: capacity - load, of: capacity },
    form !== null && { kind: 'form', form },
    form === null && mentor.forms.length > 0 && { kind: 'other-forms' },
    experience !== null && experience !== 'none' && { kind: 'experience', experience },
    !mentor.reachable && { kind: 'unreachable' },
  ];
  return reasons.filter((reason) => reason !== false);
}

function isNear({ mentee }: Needs, { organizationIds }: MentorCandidate): boolean {
  return organizationIds.some((id) => mentee.organizationIds.includes(id));
}

function hasSubject({ subjects }: Needs, { subject }: MentorCandidate): boolean {
  return subject !== null && (subjects.get(subject) ?? 0) >= enough.subject;
}

/** One that the mentor named and that is for this mentee. */
function formOf({ mentee }: Needs, { forms, pupil }: MentorCandidate): MentoringForm | null {
  const learner = { pupil: mentee.pupil, minor: false };
  return forms.find((form) => fitsForm(form, { pupil, minor: false }, learner)) ?? null;
}

/** How much of all that is asked for the mentor can do, 0 to 1. */
function shareOf({ asked }: Needs, { skills }: MentorCandidate): number {
  let whole = 0;
  let sum = 0;
  for (const { request, answers } of asked) {
    whole += urgency[request.source];
    let most = 0;
    for (const skill of skills) most = Math.max(most, strengthOf(skill, request, answers));
    if (most >= enough.competency) sum += urgency[request.source] * most;
  }
  return whole === 0 ? 0 : sum / whole;
}

/** What of the requests the mentor can do, the surest first. */
function fitsOf({ asked }: Needs, { skills }: MentorCandidate): Fit[] {
  return asked
    .flatMap(({ request, answers }) => {
      const best = bestOf(skills, request, answers);
      return best === null ? [] : [{ request, best, strength: strengthOf(best, request, answers) }];
    })
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ request, best }) => ({ request: request.text, competency: best.text }));
}

function bestOf(skills: readonly Line[], request: Line, answers: Asked['answers']): Line | null {
  let best: Line | null = null;
  let most = 0;
  for (const skill of skills) {
    const strength = strengthOf(skill, request, answers);
    if (strength >= enough.competency && strength > most) [best, most] = [skill, strength];
  }
  return best;
}

function strengthOf(skill: Line, request: Line, answers: Asked['answers']): number {
  if (skill.competencyId !== null && skill.competencyId === request.competencyId) return 1;
  return (answers.get(skill.text) ?? 0) * sureness[skill.source];
}

function experienceShare(experience: MentoringExperience | null): number {
  return experience === null
    ? 0
    : mentoringExperiences.indexOf(experience) / (mentoringExperiences.length - 1);
}
