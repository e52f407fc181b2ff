import { createSuggestionBook } from '../database/repositories/suggestion-book.ts';
import { profileOf } from '../domain/pairs/mentor-profile.ts';
import { requestsOf, textOf } from '../domain/pairs/needs.ts';
import { type MentorProfile, rankMentors } from '../domain/pairs/suggest.ts';
import type { SuggestionDesk } from '../domain/pairs/suggestion-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { need } from '../domain/staff/powers.ts';
import { type DeskDeps, staffLook } from './desk-work.ts';
import type { MentorShelves } from './mentor-shelf.ts';

export function createSuggestionDesk(
  deps: Pick<DeskDeps, 'database' | 'clock'>,
  shelves: MentorShelves,
): SuggestionDesk {
  return {
    suggestionsFor: (staff, menteeId, limit) =>
      staffLook(deps, staff, 'pairs:read', async ({ sql, reach, at }) => {
        // Suggestions are people: a token that was given pairs alone sees none.
        need(staff, 'people:read');
        const book = createSuggestionBook(sql);
        const mentee = await book.mentee(menteeId, reach, at);
        if (mentee === null) throw new Refusal('mentee-unknown');
        const { answers, ...who } = mentee;
        const { profiles, labels, index } = await shelves.of(sql, reach.programmeId);
        const candidates = (await book.standings(mentee.personId, reach)).map((standing) => ({
          ...(profiles.get(standing.personId) ?? unheard(standing.personId)),
          ...standing,
        }));
        const needs = { ...who, requests: requestsOf(answers, labels), subject: textOf(answers.subject) };
        const ranked = rankMentors(needs, candidates, index, limit);
        const ids = ranked.map(({ personId }) => personId);
        const names = new Map((await book.names(ids, reach)).map((mentor) => [mentor.id, mentor]));
        return ranked.flatMap(({ personId, score, reasons }) => {
          const mentor = names.get(personId);
          return mentor === undefined ? [] : [{ mentor, score, reasons }];
        });
      }),
  };
}

/** Appointed by staff, without an application. */
function unheard(personId: string): MentorProfile {
  return profileOf({ personId, pupil: false, answers: {} }, new Map());
}
