import type { Staff } from '../staff/staff.ts';
import type { Suggestion } from './suggestion.ts';

/**
 * Mentors for a mentee, the best first, as far as whoever asks may see pairs. Nobody is among them who has no place left, who was
 * proposed to this mentee and declined, who is proposed to or paired with them now, or who is the mentee. Empty where nobody is left.
 */
export type SuggestionDesk = {
  /** `Refusal('mentee-unknown')` for whoever is no mentee within the reach. */
  suggestionsFor(staff: Staff, menteeId: string, limit: number): Promise<Suggestion[]>;
};
