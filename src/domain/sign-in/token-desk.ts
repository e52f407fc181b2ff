import type { Power } from '../staff/powers.ts';
import type { Staff } from '../staff/staff.ts';

/** A year at most: programs that nobody looks after lose their access by themselves. */
export const tokenDays = { usual: 90, most: 366 } as const;
/** More than anybody keeps an overview of. */
export const mostTokens = 20;

export type TokenLine = {
  id: string;
  name: string;
  scopes: Power[];
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  usedNetwork: string | null;
};

export type NewToken = { name: string; scopes: readonly Power[]; days: number };

/**
 * Tokens of programs that act for whoever made them: they may what that person may at the moment of the call, and of that
 * only what they were made for. Only a session makes one, never another token: `Refusal('session-needed')`.
 */
export type TokenDesk = {
  /** Those that are neither revoked nor expired. */
  list(staff: Staff): Promise<TokenLine[]>;
  /** 256 bits, shown once. `Refusal('may-not' | 'too-many-tokens')`. */
  make(staff: Staff, token: NewToken): Promise<{ id: string; token: string; expiresAt: Date }>;
  /** `Refusal('token-unknown')`. */
  revoke(staff: Staff, tokenId: string): Promise<void>;
};

export type ApiTokenBook = {
  live(personId: string, at: Date): Promise<TokenLine[]>;
  /** `sessionId`: of whoever makes it; `null` for one that passed no second factor. */
  create(
    personId: string,
    token: NewToken,
    at: Date,
    sessionId: string | null,
  ): Promise<{ id: string; token: string; expiresAt: Date }>;
  /** `false` for one that is somebody else's, or revoked. */
  revoke(personId: string, tokenId: string, at: Date): Promise<boolean>;
  /** All of somebody's; how many there were. */
  revokeAll(personId: string, at: Date): Promise<number>;
  /** See `StaffDoor.byToken`. */
  byToken(token: string, network: string | null, at: Date): Promise<Staff | null>;
};
