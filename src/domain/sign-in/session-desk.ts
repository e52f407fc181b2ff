import type { Staff } from '../staff/staff.ts';
import type { SessionToken } from './sign-in-desk.ts';

/**
 * `enrol`: whoever has these roles must set it up now. `enter`: a code is asked for. `none`: not asked of these roles, nor set
 * up. `passed`: it is set up, and was passed.
 */
export type FactorState = 'enrol' | 'enter' | 'none' | 'passed';

export type SessionView = {
  factor: FactorState;
  /** Recovery codes that are left; 0 where nothing is set up. */
  recoveryLeft: number;
  /** In the sandbox nobody must set up anything. */
  sandbox: boolean;
  /** The person has a chat, so can sign in without a link of the operator's. */
  hasChat: boolean;
};

export type Enrolment = {
  /** For typing, in base32. */
  secret: string;
  uri: string;
  /** The same as SVG. */
  qr: string;
};

export type SessionLine = {
  id: string;
  /** «Firefox, Windows»; `null` where the browser does not say. */
  browser: string | null;
  network: string | null;
  createdAt: Date;
  seenAt: Date;
  /** The one that asks. */
  current: boolean;
};

/**
 * The session of whoever asks, and their second factor. A token of a program has none: `Refusal('session-needed')`.
 * Wrong codes are counted: `Refusal('factor-wrong' | 'factor-tries-over')`.
 */
export type SessionDesk = {
  view(staff: Staff): Promise<SessionView>;
  leave(staff: Staff): Promise<void>;
  /** A new secret each time until one is confirmed: `Refusal('factor-enrolled')`. */
  enrol(staff: Staff): Promise<Enrolment>;
  /** The first code; a new session in place of this one, and the recovery codes, shown once. */
  confirm(staff: Staff, code: string): Promise<SessionToken & { recoveryCodes: string[] }>;
  /** A code of the phone, or a recovery code; a new session in place of this one. */
  pass(staff: Staff, code: string): Promise<SessionToken>;
  /** In place of all there were, for a code of the phone. */
  renewRecovery(staff: Staff, code: string): Promise<{ recoveryCodes: string[] }>;
  sessions(staff: Staff): Promise<SessionLine[]>;
  /** `Refusal('session-unknown')` for one that is somebody else's, or over. */
  end(staff: Staff, sessionId: string): Promise<void>;
  /** How many were ended. */
  endOthers(staff: Staff): Promise<{ ended: number }>;
  /** A link and a code that join a chat to this person. */
  invite(staff: Staff): Promise<{ code: string; links: { name: string; link: string | null }[] }>;
};
