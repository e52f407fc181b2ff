import { createApplicationBook } from '../../src/database/repositories/application-book.ts';
import { createPeopleBook } from '../../src/database/repositories/people-book.ts';
import type { Database, Sql } from '../../src/database/sql.ts';
import type { ConsentGiver, ConsentKind } from '../../src/domain/consents/consent.ts';
import type { ChatAccount } from '../../src/domain/people/channel.ts';
import type { ApplicationCard, RegistrationForm } from '../../src/domain/registration/application.ts';
import type { Submission } from '../../src/domain/registration/application-book.ts';
import type { Town } from './small-town.ts';

export const applyingAt = new Date('2022-09-05T10:00:00+04:00');
let accounts = 0;

/** People who come to a small town's bot to register, their consents given by hand. */
export function applicants(database: Database, town: Town) {
  const books = createApplicationBook(database);

  async function account(platform = 'telegram'): Promise<ChatAccount> {
    const id = String(7000 + ++accounts);
    return (await createPeopleBook(database).visitor(platform, id, id, applyingAt)).account;
  }

  async function consent(
    personId: string,
    kind: ConsentKind,
    {
      giver = 'self',
      version = 1,
      sql = database,
    }: { giver?: ConsentGiver; version?: number; sql?: Sql } = {},
  ): Promise<string> {
    await sql.query(
      `insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
       values ($1, $2, $3, $4, 'Согласие', '-', '-', $2 || $3 || $4::int, $5) on conflict do nothing`,
      [town.programme.id, kind, giver, version, applyingAt],
    );
    const [given] = await sql.query<{ id: string }>(
      `insert into consent (person_id, given_by, text_id, way, given_at)
       select $1, $1, id, 'chat', $5 from consent_text
       where programme_id = $6 and kind = $2 and giver = $3 and version = $4 returning id`,
      [personId, kind, giver, version, applyingAt, town.programme.id],
    );
    return given!.id;
  }

  const submission = (names: string, given: Partial<Submission> = {}): Submission => {
    const [surname = '', name = '', patronymic = ''] = names.split(' ');
    return {
      role: 'mentor',
      organizationId: town.school.id,
      answers: { post: 'учитель' },
      person: { surname, name, patronymic, phone: '+79120000001', birthYear: null },
      duplicateOf: null,
      ...given,
    };
  };

  return {
    books,
    account,
    consent,
    submission,
    async begin(form: RegistrationForm = 'mentor', from?: ChatAccount) {
      const used = from ?? (await account());
      return { account: used, ...(await books.begin(used, form, town.programme.id, applyingAt)) };
    },
    /** From the first word to «отправить». */
    async applied(
      names: string,
      given: Partial<Submission> = {},
      form: RegistrationForm = 'mentor',
      from?: ChatAccount,
    ): Promise<ApplicationCard> {
      const { personId, applicationId } = await this.begin(form, from);
      for (const kind of ['personal-data', 'participation'] as const) await consent(personId, kind);
      return books.submit(applicationId, submission(names, given), applyingAt);
    },
    async rolesOf(personId: string): Promise<string[]> {
      const rows = await database.query<{ role: string }>(
        'select role from appointment where person_id = $1 and ended_at is null order by role',
        [personId],
      );
      return rows.map(({ role }) => role);
    },
    async eventsOf(applicationId: string): Promise<string[]> {
      const rows = await database.query<{ kind: string; by: string | null }>(
        'select kind, person_id as by from application_event where application_id = $1 order by id',
        [applicationId],
      );
      return rows.map(({ kind, by }) => `${kind} ${by ?? '-'}`);
    },
  };
}
