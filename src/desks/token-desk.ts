import { createApiTokenBook } from '../database/repositories/api-token-book.ts';
import { noteAudit } from '../database/repositories/audit-book.ts';
import { Refusal } from '../domain/refusal.ts';
import { mostTokens, type TokenDesk } from '../domain/sign-in/token-desk.ts';
import { need } from '../domain/staff/powers.ts';
import { sessionOf } from './session-of.ts';
import type { SignInDeps } from './sign-in-desk.ts';

export function createTokenDesk({ database, doorClock }: SignInDeps): TokenDesk {
  return {
    async list(staff) {
      sessionOf(staff);
      return createApiTokenBook(database).live(staff.personId, doorClock.now());
    },
    async make(staff, token) {
      const sessionId = sessionOf(staff);
      for (const scope of token.scopes) need(staff, scope);
      return database.transaction(async (sql) => {
        const at = doorClock.now();
        const book = createApiTokenBook(sql);
        await sql.query('select from person where id = $1 for no key update', [staff.personId]);
        if ((await book.live(staff.personId, at)).length >= mostTokens) throw new Refusal('too-many-tokens');
        const made = await book.create(staff.personId, token, at, sessionId);
        const after = { scopes: [...token.scopes], days: token.days };
        const entry = { action: 'token.made', subject: { kind: 'token', id: made.id }, after };
        await noteAudit(sql, staff, entry, at);
        return made;
      });
    },
    async revoke(staff, tokenId) {
      sessionOf(staff);
      await database.transaction(async (sql) => {
        const at = doorClock.now();
        const revoked = await createApiTokenBook(sql).revoke(staff.personId, tokenId, at);
        if (!revoked) throw new Refusal('token-unknown');
        await noteAudit(sql, staff, { action: 'token.revoked', subject: { kind: 'token', id: tokenId } }, at);
      });
    },
  };
}
