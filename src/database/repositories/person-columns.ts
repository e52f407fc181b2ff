/** Ids as text also where a row is made to JSON, which would turn a bigint into a number. */
export const personColumns = `person.id::text, person.programme_id::text as "programmeId", person.surname, person.name, person.patronymic`;

/** Whoever may be shown: not those who have not said their name yet, nor those who were erased. */
export const isNamed = `person.surname <> '' and person.erased_at is null`;
