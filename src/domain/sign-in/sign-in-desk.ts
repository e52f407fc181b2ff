import type { SignInPlace, SignInState } from './sign-in.ts';

/** Where the chat is opened: one line for each platform. */
export type BotLink = {
  platform: string;
  name: string;
  /** `null` where its bot has never been started. */
  link: string | null;
  /** The link as SVG, to be photographed by a phone. */
  qr: string | null;
};

/** What the browser that asked shows, and keeps in a cookie (`browser`). */
export type SignInBegun = {
  browser: string;
  digits: string;
  expiresAt: Date;
  /** The bots are the stand-ins of this machine: none has an address of its own. */
  sandbox: boolean;
  bots: BotLink[];
};

/** Who is entered as an administrator by a link. */
export type NewAdministrator = { surname: string; name: string; patronymic: string };
/** What is founded along with them where there is no programme yet. */
export type NewProgramme = { name: string; timeZone: string; officeName: string };

export type AdministratorLinkView = {
  /** There is no programme: it is founded with the administrator. */
  needsProgramme: boolean;
  /** The link was made for somebody who is entered already. */
  isKnown: boolean;
};

/** A new session; the token goes into a cookie and is kept nowhere. */
export type SessionToken = { token: string };

/** Coming in: for whoever has not signed in. */
export type SignInDesk = {
  begin(place: SignInPlace): Promise<SignInBegun>;
  state(browser: string): Promise<SignInState>;
  /**
   * By the link or by the code that the chat gave. `Refusal('sign-in-over' | 'other-browser' | 'sign-in-code-wrong' |
   * 'not-staff')`.
   */
  open(
    browser: string,
    key: { secret: string } | { code: string },
    place: SignInPlace,
  ): Promise<SessionToken>;
  /** `Refusal('administrator-link-over')`; spends nothing. */
  lookAtLink(secret: string): Promise<AdministratorLinkView>;
  /** `Refusal('administrator-link-over' | 'names-needed' | 'programme-needed' | 'time-zone-wrong')`. */
  openLink(
    secret: string,
    given: { administrator: NewAdministrator | null; programme: NewProgramme | null },
    place: SignInPlace,
  ): Promise<SessionToken>;
};
