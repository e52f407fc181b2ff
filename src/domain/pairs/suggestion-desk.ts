import type { Suggestion } from './suggestion.ts';

/** How far whoever asks may see mentors: a city, or some organizations. */
export type SuggestionReach = { programmeId: string; organizationIds: readonly string[] | null };

/**
 * Mentors for a mentee, the best first. Nobody is among them who has no room left, who has been proposed to this mentee and
 * declined, who is paired or proposed to them now, or who is the mentee. Empty where nobody is left.
 * `Refusal('mentee-unknown')` for whoever is no mentee within the reach.
 */
export type SuggestionDesk = {
  suggestionsFor(menteeId: string, reach: SuggestionReach, limit: number): Promise<Suggestion[]>;
};
