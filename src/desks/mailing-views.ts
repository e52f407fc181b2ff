import { createCalendarBook } from '../database/repositories/calendar-book.ts';
import { addDays } from '../domain/calendar/day.ts';
import type { WorkingTime } from '../domain/calendar/working-time.ts';
import type { Mailing } from '../domain/mailings/mailing.ts';
import type { MailingBook } from '../domain/mailings/mailing-book.ts';
import type { MailingProgress, MailingView } from '../domain/mailings/mailing-desk.ts';
import { finishedAt } from '../domain/mailings/pace.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Look } from './desk-work.ts';

/** `Refusal('mailing-unknown')`. */
export async function mailingOf({ reach }: Look, book: MailingBook, id: string): Promise<Mailing> {
  return known(await book.byId(reach.programmeId, reach.organizationIds, id));
}

/** The same, with nobody else at it until the transaction ends. */
export async function lockedMailing({ reach }: Look, book: MailingBook, id: string): Promise<Mailing> {
  return known(await book.lock(reach.programmeId, reach.organizationIds, id));
}

function known(mailing: Mailing | null): Mailing {
  if (mailing === null) throw new Refusal('mailing-unknown');
  return mailing;
}

export function mustBeDraft({ state }: Mailing): void {
  if (state !== 'draft') throw new Refusal('mailing-passed', { state });
}

/** As staff see it, with the names of whom it concerns. */
export async function shownMailing({ sql }: Look, mailing: Mailing): Promise<MailingView> {
  const { programmeId: _, ...shown } = mailing;
  const people = await sql.query<{ id: string; name: string }>(
    `select id::text, concat_ws(' ', surname, name, nullif(patronymic, '')) as name from person
     where id = any($1::bigint[]) order by surname, name, patronymic, id`,
    [[mailing.authorId, ...mailing.audience.personIds]],
  );
  return {
    ...shown,
    authorName: people.find(({ id }) => id === mailing.authorId)?.name ?? '',
    people: people.filter(({ id }) => mailing.audience.personIds.includes(id)),
  };
}

export async function progressOf(look: Look, book: MailingBook, mailing: Mailing): Promise<MailingProgress> {
  const counts = await book.countsOf(mailing.id);
  const isUnderWay = mailing.state === 'sending' && counts.planned + counts.queued > 0;
  const waiting = isUnderWay ? await book.waitingBefore(mailing) : 0;
  return {
    state: mailing.state,
    counts,
    finishesAt: isUnderWay ? finishedAt(await workingTimeOf(look), look.at, waiting + counts.queued) : null,
  };
}

export async function workingTimeOf({ sql, reach, today }: Look): Promise<WorkingTime> {
  const [hours] = await sql.query<Omit<WorkingTime, 'exceptions'>>(
    `select time_zone as "timeZone", work_from as "workFrom", work_to as "workTo" from programme where id = $1`,
    [reach.programmeId],
  );
  if (hours === undefined) throw new Refusal('programme-unknown');
  return { ...hours, exceptions: await createCalendarBook(sql).exceptions(today, addDays(today, 400)) };
}
