import type { Sql } from '../../src/database/sql.ts';
import type { Role } from '../../src/domain/people/person.ts';

/** An invented city whose tasks are rows of their own making, not read out of a roadmap. */
export type TaskCity = {
  programmeId: string;
  organization(name: string, kind?: string): Promise<string>;
  /** `on`: linked to these platforms. */
  person(names: string, appointments: Record<string, Role[]>, on?: string[]): Promise<string>;
  /** One item with one occurrence in one organization. */
  task(task: {
    organizationId: string;
    roles?: Role[];
    opensOn?: string | null;
    dueOn: string | null;
    title?: string;
  }): Promise<string>;
};

export async function buildTaskCity(sql: Sql): Promise<TaskCity> {
  const insert = async (into: string, params: readonly unknown[]): Promise<string> => {
    const [row] = await sql.query<{ id: string }>(`insert into ${into} returning id`, params);
    return row!.id;
  };
  const programmeId = await insert(
    `programme (key, name) values ('city-' || gen_random_uuid(), 'Город')`,
    [],
  );
  const roadmapId = await insert(
    `roadmap (programme_id, title, period_from, period_to, source_hash)
     values ($1, 'Дорожная карта', '2022-01-01', '2024-12-31', '-')`,
    [programmeId],
  );
  let position = 0;

  return {
    programmeId,

    organization: (name, kind = 'school') =>
      insert(`organization (programme_id, kind, name, short_name) values ($1, $2, $3, $3)`, [
        programmeId,
        kind,
        name,
      ]),

    async person(names, appointments, on = ['telegram']) {
      const [surname = '', name = '', patronymic = ''] = names.split(' ');
      const id = await insert(`person (programme_id, surname, name, patronymic) values ($1, $2, $3, $4)`, [
        programmeId,
        surname,
        name,
        patronymic,
      ]);
      for (const [organizationId, roles] of Object.entries(appointments)) {
        for (const role of roles) {
          await insert('appointment (person_id, organization_id, role) values ($1, $2, $3)', [
            id,
            organizationId,
            role,
          ]);
        }
      }
      for (const platform of on) {
        await insert('chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)', [
          platform,
          id,
          id,
        ]);
      }
      return id;
    },

    async task({ organizationId, roles = ['deputy-head'], opensOn = null, dueOn, title = 'Мероприятие' }) {
      position += 1;
      const itemId = await insert(
        `roadmap_item (roadmap_id, section, code, title, position, deadline, responsible, result)
         values ($1, 'Раздел', $2, $3, $4, '', '{}', 'Приказ')`,
        [roadmapId, `1.${position}`, title, position],
      );
      const occurrenceId = await insert(
        'occurrence (item_id, from_on, to_on, standing_text) values ($1, $2, $3, $4)',
        [itemId, opensOn, dueOn, dueOn === null ? 'по мере необходимости' : null],
      );
      return insert(
        'task (occurrence_id, organization_id, roles, opens_on, due_on) values ($1, $2, $3, $4, $5)',
        [occurrenceId, organizationId, roles, opensOn, dueOn],
      );
    },
  };
}
