import { createPairBook } from '../../src/database/repositories/pair-book.ts';
import type { Database } from '../../src/database/sql.ts';
import type { Proposal } from '../../src/domain/pairs/check-proposal.ts';
import type { PairBook } from '../../src/domain/pairs/pair-book.ts';
import type { Person } from '../../src/domain/people/person.ts';
import type { Town } from './small-town.ts';

export const pairingAt = new Date('2022-09-05T10:00:00+04:00');

/** People who take part with an application and all consents, and pairs of them in whatever state. */
export function pairing(database: Database, town: Town, at = pairingAt) {
  const inBook = <T>(work: (book: PairBook) => Promise<T>): Promise<T> =>
    database.transaction((sql) => work(createPairBook(sql)));

  async function consents(personId: string, giver: 'self' | 'representative', givenBy = personId) {
    await database.query(
      `insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
       select $1, kind, $2, 1, '-', '-', '-', kind || $2, $3 from unnest('{personal-data,participation}'::text[]) kind
       on conflict do nothing`,
      [town.programme.id, giver, at],
    );
    await database.query(
      `insert into consent (person_id, given_by, text_id, way, given_at)
       select $1, $2, id, 'chat', $3 from consent_text where programme_id = $5 and giver = $4 on conflict do nothing`,
      [personId, givenBy, at, giver, town.programme.id],
    );
  }

  async function apply(
    person: Person,
    role: 'mentor' | 'mentee',
    { form, answers, organizationId }: { form: string; answers: object; organizationId: string },
  ): Promise<void> {
    await database.query(
      `insert into application (person_id, form, role, organization_id, state, answers, applied_at, decided_at)
       values ($1, $2, $3, $4, 'active', $5, $6, $6)`,
      [person.id, form, role, organizationId, JSON.stringify(answers), at],
    );
  }

  return {
    inBook,
    consents,
    async mentor(names: string, capacity = 2, organizationId = town.school.id): Promise<Person> {
      const person = await town.person(names, 'mentor', organizationId);
      await apply(person, 'mentor', {
        form: 'mentor',
        answers: { post: 'учитель физики', capacity, forms: { chosen: ['teacher-teacher'], own: [] } },
        organizationId,
      });
      await consents(person.id, 'self');
      return person;
    },
    async mentee(names: string, organizationId = town.school.id): Promise<Person> {
      const person = await town.person(names, 'mentee', organizationId);
      await apply(person, 'mentee', {
        form: 'mentee',
        answers: { post: 'учитель', began: 2021, wishes: 'Как вести журнал' },
        organizationId,
      });
      await consents(person.id, 'self');
      return person;
    },
    /** Under 18, with a mother who has consented. */
    async pupil(names: string, motherNames: string): Promise<{ pupil: Person; mother: Person }> {
      const pupil = await town.person(names, 'mentee', town.school.id);
      await database.query('update person set birth_year = 2008 where id = $1', [pupil.id]);
      await apply(pupil, 'mentee', {
        form: 'pupil',
        answers: { class: '8Б' },
        organizationId: town.school.id,
      });
      const mother = await town.person(motherNames, 'mentee', town.school.id);
      await database.query('delete from appointment where person_id = $1', [mother.id]);
      await database.query(
        `insert into representation (pupil_id, representative_id, relation) values ($1, $2, 'parent')`,
        [pupil.id, mother.id],
      );
      await consents(pupil.id, 'representative', mother.id);
      return { pupil, mother };
    },
    propose(
      mentor: Person,
      mentees: readonly Person[],
      given: Partial<Proposal> & { by?: string; organizationId?: string } = {},
      when = at,
    ): Promise<string> {
      const { by = null, organizationId = town.school.id, ...rest } = given;
      const proposal: Proposal = {
        mentorId: mentor.id,
        menteeIds: mentees.map(({ id }) => id),
        form: 'teacher-teacher',
        fromOn: '2022-09-15',
        toOn: '2023-05-31',
        goal: 'Освоиться в школе',
        ...rest,
      };
      return inBook((book) =>
        book.propose(proposal, { programmeId: town.programme.id, organizationId, by }, when),
      );
    },
    /** Everybody who is asked agrees. */
    async agree(pairId: string, when = at): Promise<void> {
      const pair = await inBook((book) => book.byId(pairId));
      for (const { personId, giver } of pair?.agreements ?? []) {
        await inBook((book) =>
          book.answer(pairId, { personId, giver, answer: 'agreed', givenBy: personId }, when),
        );
      }
    },
    /** From the first word to work. */
    async active(mentor: Person, mentees: readonly Person[], given: Partial<Proposal> = {}): Promise<string> {
      const pairId = await this.propose(mentor, mentees, given);
      await this.agree(pairId);
      await inBook((book) => book.markOrdered([pairId], '1', at));
      await inBook((book) => book.start(pairId, null, at));
      return pairId;
    },
    async state(pairId: string): Promise<string> {
      const [row] = await database.query<{ state: string; why: string | null }>(
        'select state, close_reason as why from pair where id = $1',
        [pairId],
      );
      return [row?.state, row?.why].filter(Boolean).join(' ');
    },
    async events(pairId: string): Promise<string[]> {
      const rows = await database.query<{ kind: string }>(
        'select kind from pair_event where pair_id = $1 order by id',
        [pairId],
      );
      return rows.map(({ kind }) => kind);
    },
  };
}
