import type { FormDesk } from './form-desk.ts';
import type { LinkTo, PageVisit } from './page-link.ts';
import type { TalkDesk } from './talk-desk.ts';

/** What our own page may do. Each call is one transaction, and shows and changes what is the visitor's alone. */
export type PageDesk = {
  links: PageLinks;
  forms: FormDesk;
  talks: TalkDesk;
};

export type PageLinks = {
  /** Where the link would lead now; opens nothing. */
  look(secret: string): Promise<LinkTo | null>;
  /** `null` for a link that is spent, expired or unknown. */
  open(secret: string): Promise<{ session: string } | null>;
  /** `null` once the visit is over. */
  visit(session: string): Promise<PageVisit | null>;
  end(session: string): Promise<void>;
};
