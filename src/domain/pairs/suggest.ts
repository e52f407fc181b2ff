import type { CompetencyIndex } from './competency-index.ts';
import type { Line } from './needs.ts';
import { type Fit, type MentoringExperience, mentoringExperiences, type Reason } from './suggestion.ts';

export type MenteeNeeds = {
  personId: string;
  organizationIds: readonly string[];
  /** Registered as a pupil or a student. */
  pupil: boolean;
  requests: readonly Line[];
  subject: string | null;
};

export type MentorCandidate = {
  personId: string;
  organizationIds: readonly string[];
  pupil: boolean;
  skills: readonly Line[];
  subject: string | null;
  /** Forms of mentoring they named; empty where nobody asked. */
  forms: readonly string[];
  experience: MentoringExperience | null;
  /** Mentees they are ready to take, and those they have or are proposed. */
  capacity: number;
  load: number;
  onLeave: boolean;
  /** Can be asked in the bot. */
  reachable: boolean;
  /** Proposed to this mentee and declined, or theirs already. */
  apart: boolean;
};

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
 * Mentors for a mentee, the best first; who may not become theirs is left out: themselves, on leave, without a place,
 * declined or had already, a pupil for somebody who works. Equals stand by load, then by id, so that the order is always the same.
 */
export function rankMentors(
  mentee: MenteeNeeds,
  mentors: readonly MentorCandidate[],
  index: CompetencyIndex,
): RankedMentor[] {
  const asked = mentee.requests.map((request) => ({ request, answers: index.match(request.text) }));
  const subjects = mentee.subject === null ? null : index.match(mentee.subject);
  return mentors
    .filter((mentor) => isPossible(mentee, mentor))
    .map((mentor) => ({ mentor, ranked: judge(mentee, mentor, asked, subjects) }))
    .toSorted(
      (a, b) => b.ranked.score - a.ranked.score || a.mentor.load - b.mentor.load || byId(a.ranked, b.ranked),
    )
    .map(({ ranked }) => ranked);
}

function byId(a: RankedMentor, b: RankedMentor): number {
  const [x, y] = [a.personId, b.personId];
  return x.length - y.length || (x < y ? -1 : Number(x > y));
}

function isPossible(mentee: MenteeNeeds, mentor: MentorCandidate): boolean {
  if (mentor.personId === mentee.personId || mentor.apart || mentor.onLeave) return false;
  return mentor.load < mentor.capacity && (!mentor.pupil || mentee.pupil);
}

type Asked = readonly { request: Line; answers: ReadonlyMap<string, number> }[];

/** What speaks for a mentor; from it follow both the place and the reasons, so that they never say different things. */
type Merits = {
  fits: Fit[];
  /** How much of all that is asked for the fits are, 0 to 1. */
  share: number;
  isNear: boolean;
  subject: string | null;
  form: string | null;
};

function judge(
  mentee: MenteeNeeds,
  mentor: MentorCandidate,
  asked: Asked,
  subjects: ReadonlyMap<string, number> | null,
): RankedMentor {
  const { subject, forms } = mentor;
  const merits: Merits = {
    ...fitsOf(mentor.skills, asked),
    isNear: mentor.organizationIds.some((id) => mentee.organizationIds.includes(id)),
    subject: subject !== null && (subjects?.get(subject) ?? 0) >= enough.subject ? subject : null,
    form: forms.find((form) => form.endsWith('-pupil') === mentee.pupil) ?? null,
  };
  return {
    personId: mentor.personId,
    score: scoreOf(merits, mentor),
    reasons: reasonsOf(merits, mentor, asked.length),
  };
}

function scoreOf({ fits, share, isNear, subject, form }: Merits, mentor: MentorCandidate): number {
  const { capacity, load, forms } = mentor;
  const formShare = form === null ? 0 : 1;
  const score =
    weight.competencies * (fits.length > 0 ? 0.5 + share / 2 : 0) +
    weight.organization * Number(isNear) +
    weight.subject * Number(subject !== null) +
    (weight.room / 2) * (1 / (1 + load) + (capacity - load) / capacity) +
    weight.form * (forms.length === 0 ? 0.5 : formShare) +
    weight.experience * experienceShare(mentor.experience) +
    weight.reachable * Number(mentor.reachable);
  return Math.round(score * 1000) / 1000;
}

function reasonsOf(
  { fits, isNear, subject, form }: Merits,
  mentor: MentorCandidate,
  needed: number,
): Reason[] {
  const { capacity, load, experience } = mentor;
  const reasons: (Reason | false)[] = [
    fits.length > 0 && { kind: 'competencies', fits, needed },
    fits.length === 0 && needed > 0 && { kind: 'no-competencies', needed },
    subject !== null && { kind: 'same-subject', subject },
    isNear && { kind: 'same-organization' },
    { kind: 'capacity', left: capacity - load, of: capacity },
    form !== null && { kind: 'form', form },
    form === null && mentor.forms.length > 0 && { kind: 'other-forms' },
    experience !== null && experience !== 'none' && { kind: 'experience', experience },
    !mentor.reachable && { kind: 'unreachable' },
  ];
  return reasons.filter((reason) => reason !== false);
}

/** What of the requests the mentor can do, the surest first, and how much of all that is asked for this is. */
function fitsOf(skills: readonly Line[], asked: Asked): { fits: Fit[]; share: number } {
  const found: (Fit & { strength: number })[] = [];
  let whole = 0;
  let sum = 0;
  for (const { request, answers } of asked) {
    const best = bestOf(skills, request, answers);
    whole += urgency[request.source];
    if (best === null) continue;
    sum += urgency[request.source] * best.strength;
    found.push({ request: request.text, competency: best.text, strength: best.strength });
  }
  const fits = found
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ request, competency }) => ({ request, competency }));
  return { fits, share: whole === 0 ? 0 : sum / whole };
}

function bestOf(skills: readonly Line[], request: Line, answers: ReadonlyMap<string, number>) {
  let best: { text: string; strength: number } | null = null;
  for (const { text, source, competencyId } of skills) {
    const isSame = competencyId !== null && competencyId === request.competencyId;
    const strength = isSame ? 1 : (answers.get(text) ?? 0) * sureness[source];
    if (strength >= enough.competency && strength > (best?.strength ?? 0)) best = { text, strength };
  }
  return best;
}

function experienceShare(experience: MentoringExperience | null): number {
  return experience === null
    ? 0
    : mentoringExperiences.indexOf(experience) / (mentoringExperiences.length - 1);
}
