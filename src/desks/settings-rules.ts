import { createCalendarBook } from '../database/repositories/calendar-book.ts';
import { createReminderBook } from '../database/repositories/reminder-book.ts';
import { createReminderRules } from '../database/repositories/reminder-rules.ts';
import { difference } from '../domain/audit/audit.ts';
import { addDays } from '../domain/calendar/day.ts';
import { isWorkingDay } from '../domain/calendar/working-time.ts';
import type { ForecastDay, RuleView, SettingsDesk } from '../domain/programme/settings-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { forecastReminders } from '../domain/reminders/forecast.ts';
import type { ReminderRule } from '../domain/reminders/reminder.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';

type Rules = Pick<SettingsDesk, 'rules' | 'rule' | 'addRule' | 'changeRule' | 'removeRule' | 'forecast'>;

/** So far ahead a forecast looks, and at so many tasks of one person. */
const forecastDays = 60;
const forecastTasks = 300;

export function createRuleSettings(deps: DeskDeps): Rules {
  const subject = (key: string) => ({ kind: 'reminder-rule', id: key });
  return {
    // The first look makes the usual rules: hence a transaction.
    rules: (staff) =>
      staffWork(deps, staff, 'settings:read', ({ sql, reach }) =>
        createReminderRules(sql).all(reach.programmeId),
      ),
    rule: (staff, key) => staffWork(deps, staff, 'settings:read', (look) => ruleOf(look, key)),

    addRule: (staff, rule, call) =>
      staffWork(deps, staff, 'settings:write', (work) =>
        work.once(call, async () => {
          const book = createReminderRules(work.sql);
          await book.lock(work.reach.programmeId);
          await book.all(work.reach.programmeId);
          const key = await book.add(work.reach.programmeId, rule);
          await work.note({ action: 'reminder-rule.added', subject: subject(key), after: rule });
          return { key };
        }),
      ),

    changeRule: (staff, key, rule, version) =>
      staffWork(deps, staff, 'settings:write', async (work) => {
        const book = createReminderRules(work.sql);
        await book.lock(work.reach.programmeId);
        const before = await ruleOf(work, key);
        checkVersion(before, version);
        await book.change(work.reach.programmeId, { ...rule, key });
        const after = await ruleOf(work, key);
        await work.note({
          action: 'reminder-rule.changed',
          subject: subject(key),
          ...difference(before, after),
        });
        return after;
      }),

    removeRule: (staff, key) =>
      staffWork(deps, staff, 'settings:write', async (work) => {
        const book = createReminderRules(work.sql);
        await book.lock(work.reach.programmeId);
        const before = await ruleOf(work, key);
        if ((await book.all(work.reach.programmeId)).length === 1) throw new Refusal('rule-last');
        await book.remove(work.reach.programmeId, key);
        await work.note({ action: 'reminder-rule.removed', subject: subject(key), before });
      }),

    forecast: (staff, personId, rules) =>
      staffLook(deps, staff, 'settings:read', (look) => forecast(look, personId, rules)),
  };
}

async function ruleOf({ sql, reach }: Look, key: string): Promise<RuleView> {
  const rules = await createReminderRules(sql).all(reach.programmeId);
  const found = rules.find((rule) => rule.key === key);
  if (found === undefined) throw new Refusal('rule-unknown');
  return found;
}

async function forecast(
  look: Look,
  personId: string,
  given: readonly Omit<RuleView, 'key'>[] | null,
): Promise<ForecastDay[]> {
  const { sql, reach, today } = look;
  const reminders = createReminderBook(sql);
  const [person] = await sql.query(
    `select from person where id = $1 and programme_id = $2 and surname <> '' and erased_at is null`,
    [personId, reach.programmeId],
  );
  if (person === undefined) throw new Refusal('person-unknown');
  const coordinatorIds = await reminders.coordinatorIdsOf(reach.programmeId);
  const all = await reminders.tasksToPlan({
    programmeId: reach.programmeId,
    today: addDays(today, forecastDays),
    horizon: addDays(today, 2 * forecastDays),
    afterId: '0',
    size: 5000,
  });
  const tasks = all
    .filter(({ holderIds }) => holderIds.includes(personId) || coordinatorIds.includes(personId))
    .sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
    .slice(0, forecastTasks);
  const exceptions = await createCalendarBook(sql).exceptions(today, addDays(today, forecastDays));
  const found = forecastReminders({
    personId,
    tasks,
    rules: given === null ? await reminders.rulesOf(reach.programmeId) : asked(given),
    coordinatorIds,
    today,
    days: forecastDays,
    isWorkingDay: (day) => isWorkingDay({ exceptions }, day),
  });
  const ids = [...new Set(found.flatMap((each) => each.reminders.map(({ taskId }) => taskId)))];
  const cards = new Map((await reminders.cardsOf(ids)).map((card) => [card.id, card]));
  return found.map(({ day, reminders: rows }) => ({
    day,
    tasks: rows.flatMap(({ taskId, ruleKey }) => {
      const card = cards.get(taskId);
      if (card === undefined) return [];
      const { itemTitle: title, organizationName, dueOn } = card;
      return [{ taskId, title, organizationName, dueOn, ruleKey }];
    }),
  }));
}

function asked(rules: readonly Omit<RuleView, 'key'>[]): ReminderRule[] {
  return rules.flatMap(({ active, ...rule }, turn) =>
    active ? [{ ...rule, key: `asked-${turn + 1}` }] : [],
  );
}
