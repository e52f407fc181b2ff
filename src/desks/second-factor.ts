import { createSecondFactorBook } from '../database/repositories/second-factor-book.ts';
import { createSessionBook } from '../database/repositories/staff-session-book.ts';
import type { Sql } from '../database/sql.ts';
import { Refusal } from '../domain/refusal.ts';
import { type KeptFactor, readFactorCode, takenStep } from '../domain/sign-in/second-factor.ts';
import type { Enrolment } from '../domain/sign-in/session-desk.ts';
import type { SessionToken } from '../domain/sign-in/sign-in-desk.ts';
import type { Staff } from '../domain/staff/staff.ts';
import {
  factorDelta,
  factorUri,
  newFactorSecret,
  newRecoveryCodes,
  readRecoveryCode,
} from './factor-codes.ts';
import { qrOf } from './qr.ts';
import { note, sessionOf } from './session-of.ts';
import type { SignInDeps } from './sign-in-desk.ts';

const contextOf = (personId: string) => `second factor:${personId}`;
const recoveryContextOf = (personId: string) => `recovery code:${personId}`;

export async function enrolFactor(deps: SignInDeps, staff: Staff): Promise<Enrolment> {
  sessionOf(staff);
  const { personId } = staff;
  const secret = newFactorSecret();
  const enrolled = await createSecondFactorBook(deps.database).enrol(
    personId,
    deps.vault.seal(secret, contextOf(personId)),
    deps.doorClock.now(),
  );
  if (!enrolled) throw new Refusal('factor-enrolled');
  const uri = factorUri(secret, '');
  return { secret, uri, qr: await qrOf(uri) };
}

export async function confirmFactor(
  deps: SignInDeps,
  staff: Staff,
  code: string,
): Promise<SessionToken & { recoveryCodes: string[] }> {
  return withCode(deps, staff, async (sql) => {
    const factor = await createSecondFactorBook(sql).ofPerson(staff.personId);
    if (factor === null) throw new Refusal('factor-missing');
    if (factor.confirmed) throw new Refusal('factor-enrolled');
    if (!(await takeCode(deps, sql, staff, factor, code))) return null;
    const recoveryCodes = await giveRecovery(deps, sql, staff);
    await note(deps, sql, staff, 'second-factor.enrolled', staff.personId, 'person');
    // Whoever came in before there was a second factor has not passed it.
    await createSessionBook(sql).endAll(staff.personId, deps.doorClock.now(), sessionOf(staff));
    return { ...(await stepUp(deps, sql, staff)), recoveryCodes };
  });
}

export async function passFactor(deps: SignInDeps, staff: Staff, code: string): Promise<SessionToken> {
  return withCode(deps, staff, async (sql) => {
    const book = createSecondFactorBook(sql);
    const factor = await book.ofPerson(staff.personId);
    if (factor === null || !factor.confirmed) throw new Refusal('factor-missing');
    if (await takeCode(deps, sql, staff, factor, code)) return stepUp(deps, sql, staff);
    const typed = readRecoveryCode(code);
    const hash = typed === null ? null : deps.vault.hash(typed, recoveryContextOf(staff.personId));
    if (hash === null || !(await book.spendRecovery(staff.personId, hash, deps.doorClock.now()))) return null;
    await note(deps, sql, staff, 'second-factor.recovered', staff.personId, 'person');
    return stepUp(deps, sql, staff);
  });
}

export async function renewRecovery(
  deps: SignInDeps,
  staff: Staff,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  return withCode(deps, staff, async (sql) => {
    const factor = await createSecondFactorBook(sql).ofPerson(staff.personId);
    if (factor === null || !factor.confirmed) throw new Refusal('factor-missing');
    if (!(await takeCode(deps, sql, staff, factor, code))) return null;
    await note(deps, sql, staff, 'second-factor.recovery-renewed', staff.personId, 'person');
    return { recoveryCodes: await giveRecovery(deps, sql, staff) };
  });
}

/** The try is counted and committed whatever comes of it; `null` of `work` is a wrong code. */
async function withCode<T>(
  deps: SignInDeps,
  staff: Staff,
  work: (sql: Sql) => Promise<T | null>,
): Promise<T> {
  sessionOf(staff);
  const at = deps.doorClock.now();
  const isAllowed = await createSecondFactorBook(deps.database).countTry(staff.personId, at);
  if (!isAllowed) throw new Refusal('factor-tries-over');
  const done = await deps.database.transaction(work);
  if (done === null) throw new Refusal('factor-wrong');
  return done;
}

async function takeCode(
  deps: SignInDeps,
  sql: Sql,
  { personId }: Staff,
  factor: KeptFactor,
  typed: string,
): Promise<boolean> {
  const code = readFactorCode(typed);
  if (code === null) return false;
  const now = deps.doorClock.now();
  const secret = deps.vault.open(factor.secret, contextOf(personId));
  const step = takenStep(now, factorDelta(secret, code, now), factor.lastStep);
  if (step === null) return false;
  await createSecondFactorBook(sql).use(personId, step, now);
  return true;
}

async function giveRecovery({ vault }: SignInDeps, sql: Sql, { personId }: Staff): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => vault.hash(code, recoveryContextOf(personId)));
  await createSecondFactorBook(sql).keepRecovery(personId, hashes);
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** The secret is made anew with every step up: whoever knew it before knows nothing of the session that may more. */
async function stepUp({ doorClock }: SignInDeps, sql: Sql, staff: Staff): Promise<SessionToken> {
  const token = await createSessionBook(sql).stepUp(sessionOf(staff), doorClock.now());
  if (token === null) throw new Refusal('session-over');
  return { token };
}
