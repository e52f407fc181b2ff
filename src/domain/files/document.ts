/**
 * A document of ours, as the row `stored_file.recipe` keeps it until its bytes are first needed. Ids only; the same recipe
 * is the same row.
 */
export type DocumentRecipe =
  /** The whole text of a consent, unsigned. */
  | { document: 'consent-text'; textId: string }
  /** What somebody agreed to, with who, when and how. */
  | { document: 'consent'; consentId: string }
  /** Everything stored about a person; `request` makes each one a file of its own. */
  | { document: 'dossier'; personId: string; format: 'pdf' | 'json'; requestId: string }
  /** A paper of a contest whose print is gone, in the words that are kept of it. */
  | { document: 'diploma'; diplomaId: string }
  /** A QR code that staff scan at the door of an event; `address` is the one it was asked for under. */
  | { document: 'ticket'; address: string }
  /** An event for somebody's calendar, as it stands now. `at`: of what was changed last, so that a change makes a new file. */
  | { document: 'event-calendar'; contestId: string; at: string }
  /** A base of the programme as a spreadsheet for this person of the staff. */
  | { document: 'base'; base: 'mentors' | 'mentees'; staffId: string; at: string };

/** Renders a document from rows as they are now. */
export type DocumentMaker = {
  make(recipe: DocumentRecipe): Promise<{ mime: string; bytes: Uint8Array }>;
};

/** Files as dialogues order them. Bound to one transaction. */
export type FileDesk = {
  /** A file that somebody sent: fetched later, by the platform's own adapter. Returns its id. */
  want(
    personId: string | null,
    file: {
      platform: string;
      name: string;
      mime: string;
      size: number | null;
      source: Record<string, string>;
    },
  ): Promise<string>;
  /** The row of a document of ours, fit for `Message.files`. `personId`: whose data it holds; `null` for nobody's. */
  document(recipe: DocumentRecipe, name: string, personId: string | null): Promise<string>;
};
