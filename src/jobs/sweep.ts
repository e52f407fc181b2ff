import type { Clock } from '../domain/calendar/clock.ts';
import type { DeliveryOrder } from '../domain/delivery/delivery.ts';
import type { Log } from '../domain/log.ts';
import { named } from '../domain/messages/named.ts';
import { channelOf, type MayNameOthers } from '../domain/people/channel.ts';
import type { Programme } from '../domain/programme/programme.ts';
import { Refusal } from '../domain/refusal.ts';
import { planConsentReminders } from '../domain/reminders/consent-reminders.ts';
import {
  type Due,
  type DueReminder,
  type Merged,
  mergeReminders,
} from '../domain/reminders/merge-reminders.ts';
import type { Moment } from '../domain/reminders/moment.ts';
import { horizonOf, planReminders } from '../domain/reminders/plan-reminders.ts';
import type { DueMail } from '../domain/reminders/reminder-book.ts';
import { isAppoint } from '../domain/reminders/rules.ts';
import type { TaskCard } from '../domain/tasks/task.ts';
import { type ReminderLine, reminderMessage } from '../texts/reminders.ts';
import { type InTransaction, programmesAtWork, type RoundBooks, unasked } from './rounds.ts';

/** Reminders, not messages: several of one person leave as one. */
export type SweepReport = { planned: number; sent: number; skipped: number };
export type Sweep = () => Promise<SweepReport>;

const taskPage = 1000;

/**
 * The minute's look for what is due. Works in many small transactions, each of which leaves the rows whole: after a
 * kill at any point the next sweep goes on. Any number of sweeps may run at once.
 */
export function createSweep(deps: {
  inTransaction: InTransaction;
  clock: Clock;
  log: Log;
  /** Everywhere, if not given. */
  mayNameOthers?: MayNameOthers;
  /** People told in one transaction. */
  chunk?: number;
}): Sweep {
  const { inTransaction, clock, log, mayNameOthers = () => true, chunk = 50 } = deps;
  return async () => {
    const report: SweepReport = { planned: 0, sent: 0, skipped: 0 };
    for (const { programme, moment } of await programmesAtWork(inTransaction, clock)) {
      await syncTasks(inTransaction, programme, moment, log);
      await inTransaction(({ reminders }) => reminders.reopenUnsent(programme.id));
      report.planned += await planAll(inTransaction, programme, moment);
      report.planned += await planConsents(inTransaction, programme, moment, log);
      await tellAll(inTransaction, programme, moment, { chunk, log, mayNameOthers, report });
    }
    return report;
  };
}

/** Tasks that could not be brought up to date must not silence the reminders of those that exist. */
async function syncTasks(
  inTransaction: InTransaction,
  programme: Programme,
  moment: Moment,
  log: Log,
): Promise<void> {
  try {
    await inTransaction((books) => books.syncTasks(programme.id, moment.at));
  } catch (error) {
    log.error(
      { programmeId: programme.id, fault: faultOf(error) },
      'the tasks could not be brought up to date',
    );
  }
}

async function planAll(inTransaction: InTransaction, programme: Programme, moment: Moment): Promise<number> {
  const { today } = moment;
  let planned = 0;
  for (let afterId: string | undefined = '0'; afterId !== undefined; ) {
    afterId = await inTransaction(async ({ reminders }) => {
      const rules = await reminders.rulesOf(programme.id);
      const coordinatorIds = await reminders.coordinatorIdsOf(programme.id);
      const tasks = await reminders.tasksToPlan({
        programmeId: programme.id,
        today,
        horizon: horizonOf(rules, today),
        afterId: afterId ?? '0',
        size: taskPage,
      });
      planned += await reminders.plan(planReminders({ tasks, rules, coordinatorIds, today }));
      return tasks.length < taskPage ? undefined : tasks.at(-1)?.id;
    });
  }
  return planned;
}

/** Consents that could not be planned must not silence the reminders of tasks. */
async function planConsents(
  inTransaction: InTransaction,
  programme: Programme,
  moment: Moment,
  log: Log,
): Promise<number> {
  try {
    return await inTransaction(async ({ reminders, consents }) => {
      for (const { kind, giver } of await reminders.consentTextsInUse(programme.id, moment.today)) {
        await consents.current(programme.id, kind, giver, moment.at);
      }
      const wanted = await reminders.consentsWanted(programme.id, moment.today);
      return reminders.planConsents(planConsentReminders(wanted, moment.today));
    });
  } catch (error) {
    // Nobody can be asked while the settings do not name whom the consent is given to; staff are told elsewhere.
    if (error instanceof Refusal && error.code === 'operator-unknown') return 0;
    log.error({ programmeId: programme.id, fault: faultOf(error) }, 'consents could not be asked for');
    return 0;
  }
}

type Telling = { log: Log; mayNameOthers: MayNameOthers; report: SweepReport };

async function tellAll(
  inTransaction: InTransaction,
  programme: Programme,
  moment: Moment,
  { chunk, ...telling }: Telling & { chunk: number },
): Promise<void> {
  const { log, mayNameOthers, report } = telling;
  for (let afterId: string | undefined = '0'; afterId !== undefined; ) {
    const page = { programmeId: programme.id, moment, afterId, size: chunk };
    const personIds: string[] = await inTransaction(({ reminders }) => reminders.peopleDue(page));
    try {
      count(report, await inTransaction((books) => tell(books, personIds, moment, mayNameOthers)));
    } catch (error) {
      // One person's trouble must not silence the others: try them one by one.
      log.warn({ people: personIds.length, fault: faultOf(error) }, 'a chunk of reminders failed');
      await tellOneByOne(inTransaction, personIds, moment, telling);
    }
    afterId = personIds.at(-1);
  }
}

async function tellOneByOne(
  inTransaction: InTransaction,
  personIds: readonly string[],
  moment: Moment,
  { log, mayNameOthers, report }: Telling,
): Promise<void> {
  for (const personId of personIds) {
    try {
      count(report, await inTransaction((books) => tell(books, [personId], moment, mayNameOthers)));
    } catch (error) {
      log.error({ personId, fault: faultOf(error) }, 'a person’s reminders failed');
    }
  }
}

/** Merges these people's due rows, orders the messages and settles the rows: one transaction. */
async function tell(
  { reminders, outbox }: RoundBooks,
  personIds: readonly string[],
  moment: Moment,
  mayNameOthers: MayNameOthers,
): Promise<Merged> {
  if (personIds.length === 0) return { send: [], skip: [] };
  const mails = (await reminders.claim(personIds, moment)).map((mail) => ({
    mail,
    merged: mergeReminders(mail.recipient, mail.rows, moment.today),
  }));
  const send = mails.flatMap(({ merged }) => merged.send);
  const skip = mails.flatMap(({ merged }) => merged.skip);
  const cards = new Map(
    (await reminders.cardsOf([...new Set(send.flatMap(({ taskId }) => taskId ?? []))])).map((card) => [
      card.id,
      card,
    ]),
  );
  const letters = mails.flatMap(({ mail, merged }) =>
    letterOf(mail, merged.send, cards, moment, mayNameOthers),
  );
  const deliveryIds = await outbox.put(letters.map((letter) => letter.order));
  const sent = letters.flatMap(({ rows }, index) => {
    const deliveryId = deliveryIds[index];
    if (deliveryId === undefined) throw new Error('the outbox gave fewer ids than orders');
    return rows.map(({ id }) => ({ id, deliveryId }));
  });
  await reminders.settle({ sent, skipped: skip, at: moment.at });
  return { send, skip };
}

function letterOf(
  { person, accounts, preferred }: DueMail,
  rows: readonly Due[],
  cards: ReadonlyMap<string, TaskCard>,
  moment: Moment,
  mayNameOthers: MayNameOthers,
): { order: DeliveryOrder; rows: readonly Due[] }[] {
  const channel = channelOf(accounts, preferred);
  if (rows.length === 0 || channel === null) return [];
  const consents = rows.filter((row) => row.taskId === null);
  const lines = rows.flatMap((row): ReminderLine[] => {
    if (row.taskId === null) return [];
    const task = cards.get(row.taskId);
    return task === undefined ? [] : [{ task, about: aboutOf(row) }];
  });
  const message = named(mayNameOthers(channel.platform), (mayName) =>
    reminderMessage(person, lines, moment.today, mayName, consents),
  );
  return [{ order: unasked(person.id, channel, message, moment), rows }];
}

function aboutOf(row: DueReminder): ReminderLine['about'] {
  if (isAppoint(row.ruleKey)) return 'appoint';
  return row.answers ? 'own' : 'control';
}

function count(report: SweepReport, { send, skip }: Merged): void {
  report.sent += send.length;
  report.skipped += skip.length;
}

/** The kind of an error: its message may name people. */
function faultOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
