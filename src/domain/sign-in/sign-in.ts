/**
 * Signing in to the panel, bound to the browser that asked.
 *
 * The browser gets a secret of its own (a cookie) and shows two digits. Whoever signs in proves in the chat that they are
 * staff, and names those digits; the chat then gives a link and a code, both good in that browser alone.
 *
 * What a deceiver can try, and why it fails. *Sends their own link of the bot to a member of staff*: the chat asks for
 * digits that this person does not see on a screen of theirs, shows from where and by what browser was asked, and a wrong
 * guess ends the request. *Guesses or is told the digits*: the link opens in the deceiver's browser only, and it lies in
 * the chat of the victim; the code would have to be read out, which the message warns of. *Steals the link*: without the
 * cookie of the browser that asked it opens nothing, and spends nothing. *Puts a cookie of theirs into a browser of
 * somebody else*: `__Host-` keeps other hosts from it, and the session's secret is made anew at every step up.
 * *Goes through all codes*: five tries, ten minutes, and only from the browser that asked.
 */
export const signInMinutes = 10;
/** Of the code that is typed instead of opening the link. */
export const codeTries = 5;
/** Requests of one network that nobody has answered yet; the oldest of more are over. */
export const mostWaiting = 20;

/** From where somebody asked: what tells their own request from a stranger's, and names no machine. */
export type SignInPlace = {
  /** Cut to `/24` or `/48`; empty where unknown. */
  network: string;
  /** What the browser calls itself. */
  agent: string;
};

/** A request as the chat shows it. */
export type SignInRequest = SignInPlace & {
  id: string;
  createdAt: Date;
  /** Two digits each, one of them right; the same whenever it is shown. */
  choices: readonly string[];
};

/** By the secret of a deep link, or by the digits that somebody read off the screen. */
export type SignInKey = { start: string } | { digits: string };

/** `taken`: another account has it. `unclear`: several browsers show these digits. */
export type SignInFound =
  | { found: 'request'; request: SignInRequest }
  | { found: 'nothing' | 'taken' | 'unclear' | 'too-many' };

/** The chat's side. Bound to one transaction; whatever is answered stays written, a wrong guess above all. */
export type SignInBook = {
  /** Takes the request for this account: from now on nobody else can answer it. */
  take(key: SignInKey, chatAccountId: string, at: Date): Promise<SignInFound>;
  /**
   * The digits that somebody pressed. Right: a link's secret (128 bits) and a code, which can't be had again. Wrong: the
   * request is over. `null`: it is over already, or not this account's.
   */
  answer(
    id: string,
    digits: string,
    chatAccountId: string,
    at: Date,
  ): Promise<{ right: true; secret: string; code: string } | { right: false } | null>;
  /** «Это не я». `false` where there is nothing to end. */
  refuse(id: string, chatAccountId: string, at: Date): Promise<boolean>;
};

export type NewSignIn = {
  /** 128 bits, for the cookie of the browser that asked. */
  browser: string;
  /** 128 bits, for the bots' deep links; see `startPayload`. */
  start: string;
  digits: string;
  expiresAt: Date;
};

/** How far the request of this browser has come; `over` is refused, spent, expired or unknown. */
export type SignInState = 'waiting' | 'taken' | 'offered' | 'over';

/** Whose chat answered. `other-browser` spends nothing; `wrong` says how many tries are left. */
export type SignInOpening =
  | { opened: true; personId: string }
  | { opened: false; why: 'over' | 'other-browser' }
  | { opened: false; why: 'wrong'; left: number };

/** The browser's side. */
export type SignInDoorBook = {
  begin(place: SignInPlace, at: Date): Promise<NewSignIn>;
  state(browser: string, at: Date): Promise<SignInState>;
  openByLink(browser: string, secret: string, at: Date): Promise<SignInOpening>;
  openByCode(browser: string, code: string, at: Date): Promise<SignInOpening>;
};

/** What deep links of this kind begin with: no invitation has an underscore there and is this long. */
const startPrefix = 'in_';

export function startPayload(secret: string): string {
  return `${startPrefix}${secret}`;
}

/** The secret in a deep link's payload; `null` for one of another kind. */
export function readStart(payload: string): string | null {
  return /^in_([A-Za-z0-9_-]{22})$/.exec(payload)?.[1] ?? null;
}

const lowest = 10;
const highest = 99;

/**
 * Two digits, of those that nobody shows just now as long as there are any. `random(n)`: evenly one of 0 … n - 1.
 */
export function chooseDigits(shown: readonly string[], random: (below: number) => number): string {
  const all = Array.from({ length: highest - lowest + 1 }, (_, index) => String(lowest + index));
  const free = all.filter((digits) => !shown.includes(digits));
  const from = free.length > 0 ? free : all;
  return from[random(from.length)] ?? String(lowest);
}

/**
 * The right digits among two others, in an order that tells nothing. They follow from `seed`, so that looking twice at a
 * request does not show which ones stay.
 */
export function choicesOf(digits: string, seed: string): string[] {
  let state = 0x811c9dc5;
  for (const sign of seed) state = Math.imul(state ^ sign.charCodeAt(0), 0x01000193);
  const next = (below: number) => {
    state ^= (state || 1) << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const others: string[] = [];
  while (others.length < 2) {
    const other = String(lowest + next(highest - lowest + 1));
    if (other !== digits && !others.includes(other)) others.push(other);
  }
  others.splice(next(3), 0, digits);
  return others;
}
