import type { Day } from '../calendar/day.ts';
import { plainHashtag } from '../posts/hashtags.ts';
import type { Contest, ContestKind } from './contest.ts';
import type { ContestTerms } from './terms.ts';

/** `id: null` is a new one. Whoever is left out is removed, or archived where entries belong to it. */
export type NominationDraft = {
  id: string | null;
  title: string;
  description: string;
  hashtags: string[];
  archived: boolean;
};
export type CriterionDraft = {
  id: string | null;
  title: string;
  hint: string;
  /** Relative to the others, above 0. */
  weight: number;
  /** The most points, 1–100. */
  scale: number;
};

/** All that staff set of a contest in one go; its version is what `If-Match` names. */
export type ContestSettings = {
  /** Of the roadmap that it is held for: its dates become tasks. `null`: a contest of its own. */
  itemId: string | null;
  title: string;
  summary: string;
  opensAt: Date;
  closesAt: Date;
  judgingUntil: Date | null;
  resultsOn: Day | null;
  startsAt: Date | null;
  endsAt: Date | null;
  terms: ContestTerms;
  announcement: string;
  nominations: NominationDraft[];
  criteria: CriterionDraft[];
};

export const contestLimits = {
  title: 200,
  summary: 4000,
  /** It goes into a message as well as onto the wall. */
  announcement: 3500,
  nominations: 30,
  nominationTitle: 200,
  description: 2000,
  hashtags: 10,
  hashtag: 100,
  criteria: 30,
  hint: 1000,
  perPerson: 50,
  team: 50,
  files: 10,
  seats: 5000,
  place: 300,
  prefix: 10,
  city: 100,
  /** Enclosures and materials together. */
  enclosures: 20,
} as const;

export function settingsOf(contest: Contest): ContestSettings {
  const { title, summary, opensAt, closesAt, judgingUntil, resultsOn, startsAt, endsAt, announcement } =
    contest;
  return {
    itemId: contest.itemId,
    title,
    summary,
    opensAt,
    closesAt,
    judgingUntil,
    resultsOn,
    startsAt,
    endsAt,
    terms: contest.terms,
    announcement,
    nominations: contest.nominations.map((each) => ({
      id: each.id,
      title: each.title,
      description: each.description,
      hashtags: each.hashtags,
      archived: each.archivedAt !== null,
    })),
    criteria: contest.criteria.map(({ id, title: name, hint, weight, scale }) => ({
      id,
      title: name,
      hint,
      weight,
      scale,
    })),
  };
}

/** What was typed without blanks around it, hashtags with their sign and each once, nothing of another kind of contest. */
export function tidySettings(kind: ContestKind, given: ContestSettings): ContestSettings {
  const { terms } = given;
  return {
    ...given,
    title: oneLine(given.title),
    summary: given.summary.trim(),
    announcement: given.announcement.trim(),
    startsAt: kind === 'event' ? given.startsAt : null,
    endsAt: kind === 'event' ? given.endsAt : null,
    terms: {
      ...terms,
      roles: [...new Set(terms.roles)],
      organizationIds: terms.organizationIds === null ? null : [...new Set(terms.organizationIds)],
      hashtags: tidyHashtags(terms.hashtags),
      remindDays: [...new Set(terms.remindDays)].sort((one, other) => other - one),
      event: { ...terms.event, place: oneLine(terms.event.place), link: terms.event.link.trim() },
      diplomaPrefix: oneLine(terms.diplomaPrefix),
      city: oneLine(terms.city),
    },
    nominations: given.nominations.map((each) => ({
      ...each,
      title: oneLine(each.title),
      description: each.description.trim(),
      hashtags: tidyHashtags(each.hashtags),
    })),
    criteria: given.criteria.map((each) => ({
      ...each,
      title: oneLine(each.title),
      hint: each.hint.trim(),
      weight: Math.round(each.weight * 100) / 100,
    })),
  };
}

/** «#МойНаставник2022»: as it was typed, with one #, the second spelling of one of them left out. */
export function tidyHashtags(tags: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const tag of tags) {
    const bare = tag.normalize('NFC').trim().replace(/^#+/, '').trim();
    if (bare !== '' && !known.has(plainHashtag(bare))) known.set(plainHashtag(bare), `#${bare}`);
  }
  return [...known.values()];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
