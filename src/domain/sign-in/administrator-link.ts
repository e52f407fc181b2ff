/** Long enough for whoever installs the programme to come back to it on the next day. */
export const administratorLinkHours = 24;

/** What a link opens: `personId: null` is for somebody who is not entered yet. */
export type OpenAdministratorLink = { id: string; personId: string | null; atStart: boolean };

/** One-time links that make administrators: printed at the first start, and by `nastavnik admin invite`. */
export type AdministratorLinkBook = {
  /** Of 128 bits, only the hash is kept. `atStart`: takes the place of the one that was printed before. */
  create(link: { personId: string | null; atStart: boolean }, at: Date): Promise<{ secret: string }>;
  /** `null` for one that is spent, expired or unknown; spends nothing. */
  look(secret: string, at: Date): Promise<OpenAdministratorLink | null>;
  /** Spends it; locked, so that of two who open it one does. */
  open(secret: string, at: Date): Promise<OpenAdministratorLink | null>;
  /** Whether anybody is an administrator at all. */
  hasAdministrator(): Promise<boolean>;
};
