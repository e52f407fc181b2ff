import type { Clock } from '../domain/calendar/clock.ts';
import type { Vault } from '../domain/sign-in/vault.ts';

/** What signing in needs besides what desks have. */
export type SignInNeeds = {
  vault: Vault;
  /**
   * The machine's, also in the sandbox: phones count by it, and no session shall end because the time machine was used.
   */
  doorClock: Clock;
  /**
   * In the sandbox alone nobody must prove twice who they are. It follows from there being no token at all, and a
   * database of the sandbox is never opened with one.
   */
  factorFree: boolean;
};
