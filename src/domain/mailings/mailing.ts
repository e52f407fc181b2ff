import type { ConsentKind } from '../consents/consent.ts';
import type { PairState } from '../pairs/pair.ts';
import type { Platform } from '../people/channel.ts';
import type { Role } from '../people/person.ts';
import type { ApplicationState } from '../registration/application.ts';

export const mailingStates = ['draft', 'sending', 'paused', 'stopped', 'done'] as const;
export type MailingState = (typeof mailingStates)[number];

export const recipientStates = ['planned', 'queued', 'sent', 'failed', 'uncertain', 'skipped'] as const;
/** `queued`: a delivery is in the outbox. `uncertain`: the request left, the answer never came; never sent again. */
export type RecipientState = (typeof recipientStates)[number];

/**
 * Why somebody is not written to: no open chat, a pause of their own, their data is about to be erased, no channel of theirs may
 * carry names, the mailing was stopped, they heard it under another row of theirs before these were joined.
 */
export const skipReasons = ['no-channel', 'paused', 'erasing', 'names-others', 'stopped', 'told'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Whoever fits all that is given, and the people named one by one besides. Nothing given is nobody. */
export type Audience = {
  /** Empty: any role. */
  roles: Role[];
  /** Empty: any organization in reach. */
  organizationIds: string[];
  /** Empty: whoever takes part now, by appointment or a confirmed application. */
  applicationStates: ApplicationState[];
  /** Only mentors and mentees of a pair in one of these; empty: whatever their pairs. */
  pairStates: PairState[];
  /** Only whoever has not given what is needed of this kind, or an earlier version of it. */
  lacks: ConsentKind | null;
  personIds: string[];
};

/** What is written and to whom; changed in a draft only. */
export type MailingDraft = {
  /** For staff alone. */
  title: string;
  /** `{имя}` and `{имя-отчество}` are filled in for each reader. */
  text: string;
  /** Staff have not confirmed that nobody but the reader is named, be it in a file. */
  namesOthers: boolean;
  /** What takes the place of text and files where the channel may not name anybody; `null`: nothing is written there. */
  otherText: string | null;
  audience: Audience;
};

export type MailingFile = { id: string; name: string; mime: string; size: number };

export type Mailing = MailingDraft & {
  id: string;
  programmeId: string;
  /** How far the author's word reached; `null` for the whole city. */
  organizationIds: string[] | null;
  authorId: string;
  files: MailingFile[];
  state: MailingState;
  copiedFrom: string | null;
  createdAt: Date;
  startedAt: Date | null;
  settledAt: Date | null;
};

export type RecipientCounts = Record<RecipientState, number>;

/** Before it is sent: how many it would reach. */
export type MailingForecast = {
  total: number;
  /** By the platform that would be written to; without those below. */
  byPlatform: Record<Platform, number>;
  skipped: Partial<Record<SkipReason, number>>;
  /** Those of `byPlatform` who get `otherText`. */
  otherText: number;
};
