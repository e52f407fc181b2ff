import type { Trace } from './person-traces.ts';

const isOwn = 't.person_id = $1::bigint';
const ownAccounts = 't.chat_account_id in (select id from chat_account where person_id = $1::bigint)';

/** How somebody of the staff comes in. */
export const signInTraces: readonly Trace[] = [
  {
    table: 'sign_in',
    rows: ownAccounts,
    columns: {
      id: 'id chat_account_id',
      export: 'network agent created_at expires_at refused_at opened_at code_tries',
      secret: 'browser_hash start_hash digits link_hash code_hash',
    },
    erase: [`delete from sign_in t where ${ownAccounts}`],
  },
  {
    table: 'recovery_code',
    rows: isOwn,
    columns: { id: 'id person_id', export: 'used_at', secret: 'code_hash' },
    erase: ['delete from recovery_code where person_id = $1::bigint'],
  },
  {
    table: 'second_factor',
    rows: isOwn,
    columns: {
      id: 'person_id',
      export: 'created_at confirmed_at tried tried_since',
      secret: 'secret last_step',
    },
    erase: ['delete from second_factor where person_id = $1::bigint'],
  },
  {
    table: 'api_token',
    rows: isOwn,
    columns: {
      id: 'id person_id',
      export: 'name scopes second_factor created_at expires_at used_at used_network revoked_at',
      secret: 'token_hash',
    },
    erase: ['delete from api_token where person_id = $1::bigint'],
  },
  {
    table: 'administrator_link',
    rows: isOwn,
    columns: {
      id: 'id person_id',
      export: 'at_start created_at expires_at opened_at',
      secret: 'secret_hash',
    },
    erase: ['delete from administrator_link where person_id = $1::bigint'],
  },
];
