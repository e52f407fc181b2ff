import { noteAudit } from '../database/repositories/audit-book.ts';
import { createSignInDoorBook } from '../database/repositories/sign-in-book.ts';
import type { Sql } from '../database/sql.ts';
import { Refusal } from '../domain/refusal.ts';
import { type SignInOpening, type SignInPlace, startPayload } from '../domain/sign-in/sign-in.ts';
import type { BotLink, SignInDesk } from '../domain/sign-in/sign-in-desk.ts';
import { lookAtLink, openLink } from './administrator-links.ts';
import { beginSession } from './begin-session.ts';
import type { DeskDeps } from './desk-work.ts';
import { qrOf } from './qr.ts';
import type { SignInNeeds } from './sign-in-needs.ts';

export type SignInDeps = Pick<DeskDeps, 'database' | 'clock'> & SignInNeeds;

/** Coming in: by the chat, or by a link for administrators. */
export function createSignInDesk(deps: SignInDeps): SignInDesk {
  const { database, clock, factorFree } = deps;
  return {
    async begin(place) {
      const { browser, start, digits, expiresAt } = await createSignInDoorBook(database).begin(
        place,
        clock.now(),
      );
      // The sandbox's links look like real ones, and would lead to a stranger's bot.
      const bots = factorFree ? [] : await botLinks(database, startPayload(start));
      return { browser, digits, expiresAt, sandbox: factorFree, bots };
    },
    state: (browser) => createSignInDoorBook(database).state(browser, clock.now()),
    async open(browser, key, place) {
      const end = await database.transaction(async (sql) => {
        const book = createSignInDoorBook(sql);
        const opening =
          'secret' in key
            ? await book.openByLink(browser, key.secret, clock.now())
            : await book.openByCode(browser, key.code, clock.now());
        return opening.opened ? begin(deps, sql, opening.personId, place) : opening;
      });
      // Only now: a wrong code has to stay counted.
      if ('token' in end) return end;
      throw refusalFor(end);
    },
    lookAtLink: (secret) => lookAtLink(deps, secret),
    openLink: (secret, given, place) => openLink(deps, secret, given, place),
  };
}

async function begin(deps: SignInDeps, sql: Sql, personId: string, place: SignInPlace) {
  const session = await beginSession(sql, deps, personId, place);
  if (session === null) throw new Refusal('not-staff');
  const { token, id, programmeId } = session;
  const from = { via: 'panel', id, network: place.network === '' ? null : place.network } as const;
  const entry = { action: 'session.begun', subject: { kind: 'session', id } };
  await noteAudit(sql, { personId, programmeId, from }, entry, deps.doorClock.now());
  return { token };
}

function refusalFor(opening: Exclude<SignInOpening, { opened: true }>): Refusal {
  if (opening.why === 'wrong') return new Refusal('sign-in-code-wrong', { left: opening.left });
  return new Refusal(opening.why === 'over' ? 'sign-in-over' : 'other-browser');
}

async function botLinks(sql: Sql, payload: string): Promise<BotLink[]> {
  const bots = await sql.query<Omit<BotLink, 'qr'>>(
    `select platform.key as platform, name, setting.value->>'link' || $1 as link
     from platform left join setting on setting.key = 'bot:' || platform.key order by name`,
    [payload],
  );
  return Promise.all(
    bots.map(async (bot) => ({ ...bot, qr: bot.link === null ? null : await qrOf(bot.link) })),
  );
}
