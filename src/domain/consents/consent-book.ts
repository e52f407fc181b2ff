import type { Consent, ConsentGiver, ConsentKind, ConsentScope, ConsentText } from './consent.ts';

export type ConsentDraft = { title: string; summary: string; body: string };

/** Texts of consents and what people gave. Bound to one transaction. */
export type ConsentBook = {
  /**
   * The version in force. A programme that never published one gets the default text at its first need.
   * `Refusal('operator-unknown')` while the settings do not name the operator: such a consent would be void.
   */
  current(programmeId: string, kind: ConsentKind, giver: ConsentGiver, at: Date): Promise<ConsentText>;
  /** `null` for one that is none. */
  textById(textId: string): Promise<ConsentText | null>;
  /** What staff edit: the newest template of each, placeholders unfilled. */
  templates(
    programmeId: string,
  ): Promise<({ kind: ConsentKind; giver: ConsentGiver; version: number } & ConsentDraft)[]>;
  /**
   * A new version, filled in; text that says the same keeps its version. `by`: a coordinator, `null` on the command line.
   * `Refusal('text-empty' | 'text-too-long' | 'placeholder-unknown' | 'operator-unknown' | 'may-not-decide')`.
   */
  publish(
    programmeId: string,
    kind: ConsentKind,
    giver: ConsentGiver,
    draft: ConsentDraft,
    by: string | null,
    at: Date,
  ): Promise<ConsentText>;
  /**
   * Once per person, text and scope; the second time is the same consent, another scope takes the place of the first.
   * `Refusal('text-outdated')` for an earlier version, `Refusal('may-not-decide')` where it is not theirs to give.
   */
  give(given: {
    personId: string;
    givenBy: string;
    textId: string;
    way: 'chat' | 'page';
    scope?: ConsentScope;
    /** Where and by which message: platform, account, event, the words of the button. */
    evidence: Readonly<Record<string, string>>;
    at: Date;
  }): Promise<Consent>;
  /** A signed original was received by staff. `Refusal('may-not-decide')` where they are not the person's curator or coordinator. */
  receivePaper(received: {
    personId: string;
    kind: ConsentKind;
    scanFileId: string | null;
    receivedBy: string;
    at: Date;
  }): Promise<Consent>;
  /** Newest first, the withdrawn ones too. */
  ofPerson(personId: string): Promise<Consent[]>;
  byId(consentId: string): Promise<Consent | null>;
  /** By the person, or whoever represents them: ends all they gave of this kind. `Refusal('consent-unknown')`. Twice is once. */
  withdraw(consentId: string, by: string, at: Date): Promise<Consent>;
  /**
   * What everybody who takes part still lacks, for those this person answers for: curators their organization,
   * coordinators all. `at` says who is under 18 by then; now by the database where it is not given.
   */
  lacking(staffId: string, at?: Date): Promise<ConsentLack[]>;
};

export type ConsentLack = {
  personId: string;
  surname: string;
  name: string;
  patronymic: string;
  organizationName: string;
  /** `outdated` ones too. */
  kinds: ConsentKind[];
};
