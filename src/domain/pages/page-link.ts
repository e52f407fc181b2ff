import type { Visitor } from '../people/people-book.ts';

/** A link opens once and within half an hour; the visit it begins lasts an hour. */
export const linkMinutes = 30;
export const visitMinutes = 60;

export const pagePurposes = ['form', 'privacy', 'consents'] as const;
/** What a page was opened for: where it begins. It shows nothing but one's own. */
export type PagePurpose = (typeof pagePurposes)[number];

export type PageLinkBook = {
  /** 128 bits; only its hash is kept. */
  create(chatAccountId: string, purpose: PagePurpose, at: Date): Promise<{ secret: string }>;
  /** Whether a link of this account for this purpose is unspent and will be for some minutes yet. */
  isOffered(chatAccountId: string, purpose: PagePurpose, at: Date): Promise<boolean>;
};

/** `panel`: links of staff that were given before the panel was; they open nothing. */
export type LinkTo = 'page' | 'panel';

/** The page's own side. */
export type PageVisitBook = {
  /** Where the link would lead now; opens nothing, since messengers look at links before people do. */
  look(secret: string, at: Date): Promise<LinkTo | null>;
  /** Spends the link. `null` for one that is spent, expired or unknown. */
  open(secret: string, at: Date): Promise<{ session: string } | null>;
  /** `null` once the visit is over. */
  visit(session: string, at: Date): Promise<PageVisit | null>;
  end(session: string, at: Date): Promise<void>;
};

export type PageVisit = Visitor & { purpose: PagePurpose };
