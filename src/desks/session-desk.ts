import { createPeopleBook } from '../database/repositories/people-book.ts';
import { createSecondFactorBook } from '../database/repositories/second-factor-book.ts';
import { createSessionBook } from '../database/repositories/staff-session-book.ts';
import { showCode } from '../domain/people/invitation.ts';
import { Refusal } from '../domain/refusal.ts';
import { browserOf } from '../domain/sign-in/browser.ts';
import type { FactorState, SessionDesk, SessionLine, SessionView } from '../domain/sign-in/session-desk.ts';
import { needsSecondFactor, type Staff } from '../domain/staff/staff.ts';
import { confirmFactor, enrolFactor, passFactor, renewRecovery } from './second-factor.ts';
import { note, sessionOf } from './session-of.ts';
import type { SignInDeps } from './sign-in-desk.ts';

export function createSessionDesk(deps: SignInDeps): SessionDesk {
  const { database, clock, doorClock } = deps;
  return {
    view: (staff) => viewOf(deps, staff),
    async leave(staff) {
      await createSessionBook(database).endById(staff.personId, sessionOf(staff), doorClock.now());
    },
    enrol: (staff) => enrolFactor(deps, staff),
    confirm: (staff, code) => confirmFactor(deps, staff, code),
    pass: (staff, code) => passFactor(deps, staff, code),
    renewRecovery: (staff, code) => renewRecovery(deps, staff, code),
    async sessions(staff) {
      const own = sessionOf(staff);
      const rows = await createSessionBook(database).live(staff.personId, doorClock.now());
      return rows.map(
        ({ agent, ...row }): SessionLine => ({
          ...row,
          browser: browserOf(agent),
          current: row.id === own,
        }),
      );
    },
    async end(staff, sessionId) {
      const own = sessionOf(staff);
      await database.transaction(async (sql) => {
        const ended = await createSessionBook(sql).endById(staff.personId, sessionId, doorClock.now());
        if (!ended) throw new Refusal('session-unknown');
        await note(deps, sql, staff, 'session.ended', sessionId === own ? own : sessionId);
      });
    },
    async endOthers(staff) {
      const own = sessionOf(staff);
      return database.transaction(async (sql) => {
        const ended = await createSessionBook(sql).endAll(staff.personId, doorClock.now(), own);
        if (ended > 0) await note(deps, sql, staff, 'session.others-ended', own);
        return { ended };
      });
    },
    async invite(staff) {
      sessionOf(staff);
      return database.transaction(async (sql) => {
        const { code, links } = await createPeopleBook(sql).invite(staff.personId, clock.now());
        await note(deps, sql, staff, 'person.invited', staff.personId, 'person');
        return { code: showCode(code), links };
      });
    },
  };
}

async function viewOf({ database, factorFree }: SignInDeps, staff: Staff): Promise<SessionView> {
  sessionOf(staff);
  const book = createSecondFactorBook(database);
  const [row] = await database.query<{ enrolled: boolean; hasChat: boolean }>(
    `select exists (select from second_factor where person_id = $1 and confirmed_at is not null) as enrolled,
       exists (select from chat_account where person_id = $1) as "hasChat"`,
    [staff.personId],
  );
  const enrolled = row?.enrolled ?? false;
  return {
    factor: factorOf(staff, enrolled),
    recoveryLeft: enrolled ? await book.recoveryLeft(staff.personId) : 0,
    sandbox: factorFree,
    hasChat: row?.hasChat ?? false,
  };
}

function factorOf({ trusted, appointments }: Staff, enrolled: boolean): FactorState {
  if (enrolled) return trusted ? 'passed' : 'enter';
  return trusted || !needsSecondFactor(appointments) ? 'none' : 'enrol';
}
