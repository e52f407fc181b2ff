import type { Staff } from './staff.ts';

/** A session lives half a working day without a touch, and never longer than a week. */
export const sessionIdleHours = 12;
export const sessionDays = 7;

export type NewSession = {
  personId: string;
  /** The second factor was passed just now. */
  secondFactor: boolean;
  /** What the browser calls itself, cut short: so that people tell their sessions apart. */
  agent: string;
  network: string | null;
};

/** Who calls; rights are read anew with each call. */
export type StaffDoor = {
  /** Whose session this is, and notes that it lives; `null` once it is over. */
  bySession(token: string, network: string | null, at: Date): Promise<Staff | null>;
  /** Whose program this is; `null` for a token that is revoked, expired or unknown. */
  byToken(token: string, network: string | null, at: Date): Promise<Staff | null>;
};

export type SessionBook = {
  /** 256 bits; only the hash is kept. */
  begin(session: NewSession, at: Date): Promise<{ id: string; token: string }>;
  end(token: string, at: Date): Promise<void>;
  /** `false` for one that is somebody else's, or over. */
  endById(personId: string, sessionId: string, at: Date): Promise<boolean>;
  /** All of somebody's but `except`; how many there were. */
  endAll(personId: string, at: Date, except: string | null): Promise<number>;
  /** The second factor was passed: a new token in place of the one before, which opens nothing any more. */
  stepUp(sessionId: string, at: Date): Promise<string | null>;
  /** Of this person, the one seen last first. */
  live(personId: string, at: Date): Promise<LiveSession[]>;
};

export type LiveSession = {
  id: string;
  agent: string;
  network: string | null;
  createdAt: Date;
  seenAt: Date;
};
