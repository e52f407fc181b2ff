import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of people: a key to look names up and sort them by, who is not the same person, and what was sent to whom. */
export class PeopleSearch1700000000013 implements MigrationInterface {
  readonly name = 'PeopleSearch1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

/** See `nameKey`, which says the same in TypeScript; a test holds both against each other. */
const letters = [
  ['абвгдежзийклмнопрстуфхцчшщъыьэюя', '0123456789abcdefghijklmnopqrstuv'],
  ['АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ', '0123456789abcdefghijklmnopqrstuv'],
  ['ёЁӝӜӟӞӥӤӧӦӵӴ', '55667788eenn'],
  ['abcdefghijklmnopqrstuvwxyz', '01m45k3l89abcdefaghij22lr7'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', '01m45k3l89abcdefaghij22lr7'],
] as const;
const [from, to] = [letters.map(([known]) => known).join(''), letters.map(([, sign]) => sign).join('')];

const up = [
  // Independent of the server's locale: that of a database may know no Russian letters, and then trigrams know none either.
  `create function name_key(words text) returns text language sql immutable strict parallel safe
   return rtrim(' ' || ltrim(regexp_replace(
     translate(regexp_replace(words, '[0-9]+', ' ', 'g'), '${from}', '${to}'), '[^0-9a-v]+', ' ', 'g')))`,
  `create function person_name_key() returns trigger language plpgsql as $$
   begin
     new.name_key := name_key(concat_ws(' ', new.surname, new.name, new.patronymic));
     return new;
   end $$`,
  `alter table person add column name_key text collate "C" not null default ''`,
  `create trigger person_name_key before insert or update of surname, name, patronymic on person
   for each row execute function person_name_key()`,
  'update person set surname = surname',
  'drop index person_programme',
  'create index person_names on person (programme_id, name_key, id)',
  'create index person_phone on person (phone) where phone is not null',
  // Trusted since PostgreSQL 13: an owner of the database may. Without it a search forgives no slips.
  `do $$ begin
     create extension if not exists pg_trgm;
     create index person_name_trigrams on person using gin (name_key gin_trgm_ops);
   exception when insufficient_privilege or undefined_file or feature_not_supported then
     raise notice 'pg_trgm is not to be had here';
   end $$`,
  'create index delivery_person on delivery (person_id, id)',
  `create index delivery_trouble on delivery (id) where state in ('failed', 'uncertain', 'expired')`,
  `create table known_apart (
    id bigint generated always as identity primary key,
    one_id bigint not null references person,
    other_id bigint not null references person,
    decided_by bigint references person,
    decided_at timestamptz not null,
    check (one_id < other_id),
    unique (one_id, other_id)
  )`,
];

const down = [
  'drop table known_apart',
  'drop index delivery_trouble',
  'drop index delivery_person',
  'drop index if exists person_name_trigrams',
  'drop index person_phone',
  'drop index person_names',
  'create index person_programme on person (programme_id)',
  'drop trigger person_name_key on person',
  'alter table person drop column name_key',
  'drop function person_name_key()',
  'drop function name_key(text)',
];
