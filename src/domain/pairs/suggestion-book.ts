import type { Answers } from '../forms/form.ts';
import type { Reach } from '../staff/powers.ts';
import type { MentorStanding } from './suggest.ts';
import type { Suggestion } from './suggestion.ts';

/** What suggestions are made of. Each call is one query, however many mentors there are. */
export type SuggestionBook = {
  /** Another text as soon as anything that `profiles` or `labels` read has changed, or the synonyms have. */
  version(programmeId: string): Promise<string>;
  /** Everybody in the programme who says of themselves what they can do as a mentor. */
  profiles(programmeId: string): Promise<{ personId: string; pupil: boolean; answers: Answers }[]>;
  /** Of all competencies, archived ones too, by id. */
  labels(programmeId: string): Promise<Map<string, string>>;
  /** `null` for whoever is no mentee within the reach. */
  mentee(menteeId: string, reach: Reach, at: Date): Promise<MenteeRow | null>;
  /** Mentors within the reach, as they stand to this mentee. */
  standings(menteeId: string, reach: Reach): Promise<MentorStanding[]>;
  /** With the organization within the reach that they mentor in first. */
  names(personIds: readonly string[], reach: Reach): Promise<Suggestion['mentor'][]>;
};

export type MenteeRow = { personId: string; organizationIds: string[]; pupil: boolean; answers: Answers };
