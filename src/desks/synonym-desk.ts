import { createSynonymBook } from '../database/repositories/synonym-book.ts';
import { listSynonyms, lockSynonym, synonymOf } from '../database/repositories/synonym-list.ts';
import type { SynonymDesk, SynonymView } from '../domain/competencies/synonym-desk.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';
import type { MentorShelves } from './mentor-shelf.ts';

/** So many lines show whether a table of synonyms does what it should. */
const trialLines = 10;

export function createSynonymDesk(deps: DeskDeps, shelves: MentorShelves): SynonymDesk {
  return {
    list: (staff, filter, query) =>
      staffLook(deps, staff, 'settings:read', async ({ sql, reach }) => {
        await createSynonymBook(sql).list(reach.programmeId);
        return listSynonyms(sql, reach.programmeId, filter, query);
      }),
    one: (staff, id) =>
      staffLook(deps, staff, 'settings:read', ({ sql, reach }) => synonymOf(sql, reach.programmeId, id)),
    add: (staff, words, call) =>
      staffWork(deps, staff, 'settings:write', ({ sql, reach, once, note }) =>
        once(call, async () => {
          const added = await createSynonymBook(sql).add(reach.programmeId, words);
          await note({ action: 'synonym.added', subject: subject(added.id), after: { group: added.words } });
          return { id: added.id };
        }),
      ),
    change: (staff, id, changed, version) =>
      staffWork(deps, staff, 'settings:write', async ({ sql, reach, at, note }) => {
        const before = await lockSynonym(sql, reach.programmeId, id);
        checkVersion(before, version);
        const book = createSynonymBook(sql);
        // Brought back first: what is archived is not changed.
        if (changed.archived === false) await book.archive(reach.programmeId, id, null);
        if (changed.words !== undefined) await book.change(reach.programmeId, id, changed.words);
        if (changed.archived === true) await book.archive(reach.programmeId, id, at);
        const after = await synonymOf(sql, reach.programmeId, id);
        await note({
          action: 'synonym.changed',
          subject: subject(before.id),
          before: noted(before),
          after: noted(after),
        });
        return after;
      }),
    tryOut: (staff, request) =>
      staffLook(deps, staff, 'settings:read', async ({ sql, reach }) => {
        const { index, profiles } = await shelves.of(sql, reach.programmeId);
        const mentors = new Map<string, number>();
        for (const { skills } of profiles.values()) {
          for (const text of new Set(skills.map((skill) => skill.text))) {
            mentors.set(text, (mentors.get(text) ?? 0) + 1);
          }
        }
        return [...index.match(request)]
          .filter(([text]) => mentors.has(text))
          .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
          .slice(0, trialLines)
          .map(([text, strength]) => ({
            text,
            mentors: mentors.get(text) ?? 0,
            strength: Math.round(strength * 100) / 100,
          }));
      }),
  };
}

const subject = (id: string) => ({ kind: 'synonym', id });

const noted = ({ words, archived }: SynonymView) => ({ group: words, archived });
