import type { Trace } from './person-traces.ts';

const account = (condition: string) =>
  `exists (select from chat_account a where a.person_id = $1::bigint and (${condition}))`;
const byAccount = account('a.platform = t.platform and a.account_id = t.account_id');
const invited = 'select id from invitation where person_id = $1::bigint';
const accounts = 'select id from chat_account where person_id = $1::bigint';
const asked = `t.state->'data'->'account'`;
const inbox = account(
  `t.platform = a.platform and t.chat_key in (a.platform || ':' || a.chat_id, a.platform || ':' || a.account_id)`,
);
const delivery = `t.person_id = $1::bigint or ${byAccount}`;
const uses = `t.invitation_id in (${invited}) or t.chat_account_id in (${accounts})`;
/** Keys such as `person:7`, `form:account:vk:5`, `pressed:vk:5:12`; a question names who asked inside. */
const dialogue = `strpos(':' || t.key || ':', ':person:' || $1::bigint || ':') > 0
  or ${asked}->>'personId' = ($1::bigint)::text
  or ${account(`strpos(':' || t.key || ':', ':' || a.platform || ':' || a.account_id || ':') > 0
    or strpos(':' || t.key || ':', ':' || a.platform || ':' || a.chat_id || ':') > 0
    or ${asked}->>'accountId' = a.account_id and ${asked}->>'platform' = a.platform`)}`;

/** What was said, and how somebody is reached. */
export const talkTraces: readonly Trace[] = [
  {
    table: 'inbox',
    rows: inbox,
    columns: {
      id: 'id event_id',
      export: 'platform chat_key payload received_at handled_at attempts retry_at error',
    },
    // An event that is not handled yet would bring the account back.
    erase: [
      `update inbox t set payload = '{}', chat_key = '', error = null, handled_at = coalesce(t.handled_at, clock_timestamp())
       where ${inbox}`,
    ],
  },
  {
    table: 'page_link',
    rows: `t.chat_account_id in (${accounts})`,
    columns: {
      id: 'id chat_account_id',
      export: 'purpose created_at expires_at opened_at session_until',
      secret: 'secret_hash session_hash',
    },
    erase: [`delete from page_link t where t.chat_account_id in (${accounts})`],
  },
  {
    table: 'invitation_use',
    rows: uses,
    columns: { id: 'id invitation_id chat_account_id', export: 'platform used_at' },
    erase: [`delete from invitation_use t where ${uses}`],
  },
  {
    table: 'invitation',
    rows: 't.person_id = $1::bigint',
    columns: { id: 'id person_id', export: 'created_at expires_at', secret: 'link_hash code_hash' },
    erase: ['delete from invitation where person_id = $1::bigint'],
  },
  {
    table: 'reminder',
    rows: 't.person_id = $1::bigint',
    columns: {
      id: 'id task_id person_id delivery_id consent_text_id',
      export: 'rule_key due_on state reason created_at settled_at',
    },
    erase: ['delete from reminder where person_id = $1::bigint'],
  },
  {
    table: 'weekly_summary',
    rows: 't.person_id = $1::bigint',
    columns: { id: 'person_id delivery_id', export: 'monday skipped_reason settled_at' },
    erase: ['delete from weekly_summary where person_id = $1::bigint'],
  },
  {
    table: 'mailing_recipient',
    rows: 't.person_id = $1::bigint',
    columns: {
      id: 'id mailing_id person_id delivery_id',
      export: 'state reason platform settled_at',
    },
    // How many were written to stays true; it leads to a person without a name. The message itself is blanked below.
    erase: [
      `update mailing_recipient set state = 'skipped', reason = 'erasing', settled_at = $2::timestamptz
       where person_id = $1::bigint and state in ('planned', 'queued')`,
    ],
  },
  {
    table: 'delivery',
    rows: delivery,
    columns: {
      id: 'id person_id replaces_id claimed_by',
      export: `platform account_id chat_id outgoing priority state not_before expires_at attempts claimed_at message_id
        error created_at settled_at`,
    },
    // The words and buttons of such a message are about somebody else.
    shown: {
      outgoing: `case when t.outgoing->'message' ? 'namesOthers' then t.outgoing #- '{message,text}' #- '{message,buttons}' else t.outgoing end`,
    },
    // Reminders and summaries of others may refer to a row that left for an account which was theirs before.
    erase: [
      `update delivery t set outgoing = '{}', account_id = '', chat_id = '', person_id = null, message_id = null,
         error = 'erased', settled_at = coalesce(t.settled_at, clock_timestamp()),
         state = case when t.state in ('planned', 'claimed') then 'expired' else t.state end
       where ${delivery}`,
    ],
  },
  {
    table: 'dialogue',
    rows: dialogue,
    columns: { export: 'key state updated_at' },
    erase: [`delete from dialogue t where ${dialogue}`],
  },
];
