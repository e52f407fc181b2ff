import { createPost } from '../bot/dialogues/post.ts';
import { noteAudit } from '../database/repositories/audit-book.ts';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import { createDeskBooks } from '../database/repositories/desk-books.ts';
import { createOnceBook } from '../database/repositories/once-book.ts';
import { type Database, QueryFailed, type Sql } from '../database/sql.ts';
import type { AuditEntry } from '../domain/audit/audit.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import { type Day, toDay } from '../domain/calendar/day.ts';
import type { FileShelf } from '../domain/files/stored-file.ts';
import type { Message } from '../domain/messages/message.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import type { CallKey } from '../domain/staff/once.ts';
import { need, type Power, type Reach } from '../domain/staff/powers.ts';
import type { Staff } from '../domain/staff/staff.ts';

export type DeskDeps = {
  database: Database;
  clock: Clock;
  mayNameOthers: MayNameOthers;
  /** Known once the server listens. */
  pageUrl(): string | null;
  files: FileShelf;
  /** A job puts what is planned for it onto the community's wall; otherwise somebody does so by hand. */
  postsToWall?: boolean;
  /** Messages lie in the outbox. */
  answered?(): void;
  /** Long work lies in its rows. */
  wake?(): void;
  /** Something is due that need not wait for its minute. */
  ring?(): void;
};

/** What somebody of the staff looks at. */
export type Look = {
  sql: Sql;
  staff: Staff;
  /** How far the power reaches that the call needs; every query is bound to it. */
  reach: Reach;
  at: Date;
  /** In the zone of the programme. */
  today: Day;
};

/** What somebody of the staff does: one transaction, in which the audit is written, too. */
export type Work = Look & {
  books: ReturnType<typeof createDeskBooks>;
  /** Writes to a person, if any channel of theirs is open; at night in the morning. */
  tell(personId: string, message: (mayNameOthers: boolean) => Message): Promise<boolean>;
  note(entry: AuditEntry): Promise<void>;
  /** A round has something to tell or to do: once this is committed it need not wait for its minute. */
  due(): void;
  /** Does what creates something once for each key of the caller's; see `OnceBook`. */
  once<Answer>(call: CallKey | null, work: () => Promise<Answer>): Promise<Answer>;
};

/** `Refusal('second-factor-needed' | 'may-not')` before anything is read. */
export async function staffLook<T>(
  { database, clock }: Pick<DeskDeps, 'database' | 'clock'>,
  staff: Staff,
  power: Power,
  look: (look: Look) => Promise<T>,
): Promise<T> {
  return look(await lookOf(database, clock, staff, need(staff, power)));
}

/** As `staffLook`; what was told and noted is committed with what was done. */
export async function staffWork<T>(
  deps: DeskDeps,
  staff: Staff,
  power: Power,
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const reach = need(staff, power);
  let isDue = false;
  const result = await unlessDeadlocked(() =>
    deps.database.transaction(async (sql) => {
      const look = await lookOf(sql, deps.clock, staff, reach);
      const books = createDeskBooks(sql);
      const post = createPost(
        { people: books.people, outbox: createOutbox(sql) },
        look.at,
        deps.mayNameOthers,
      );
      const done = await work({
        ...look,
        books,
        tell: post.tell,
        note: (entry) => noteAudit(sql, staff, entry, look.at),
        due() {
          isDue = true;
        },
        once: (call, make) => createOnceBook(sql).once(staff.personId, call, look.at, make),
      });
      await post.leave();
      return done;
    }),
  );
  deps.answered?.();
  deps.wake?.();
  if (isDue) deps.ring?.();
  return result;
}

const tries = 3;
const deadlock = '40P01';

/** Of two who lock the same rows in opposite orders PostgreSQL sends one away, with nothing done: that one begins anew. */
async function unlessDeadlocked<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof QueryFailed) || error.code !== deadlock || tried === tries) throw error;
    }
  }
}

async function lookOf(sql: Sql, clock: Clock, staff: Staff, reach: Reach): Promise<Look> {
  const at = clock.now();
  const [programme] = await sql.query<{ zone: string }>(
    'select time_zone as zone from programme where id = $1',
    [reach.programmeId],
  );
  return { sql, staff, reach, at, today: toDay(at, programme?.zone ?? 'UTC') };
}
