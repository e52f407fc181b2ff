import type { Errand } from '../errands/errand.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { Audience } from '../mailings/mailing.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { ContestLack } from './check-settings.ts';
import type { Contest, ContestKind } from './contest.ts';
import type { ContestSettings } from './contest-settings.ts';
import type { EntryState } from './entry.ts';
import type { ContestStage } from './stage.ts';
import type { TemplateKey } from './templates.ts';

export type ContestSort = 'closes' | 'title' | 'created';
export type ContestFilter = { stage: ContestStage | null; kind: ContestKind | null };

export type ContestLine = Pick<Contest, 'id' | 'kind' | 'title' | 'opensAt' | 'closesAt' | 'startsAt'> & {
  stage: ContestStage;
  /** Handed in and live, within reach. */
  entries: number;
};

export type ContestFile = { id: string; name: string; mime: string; size: number };
export const filePurposes = ['announcement', 'material'] as const;
/** `announcement`: what goes along with the regulations; `material`: what participants get afterwards. */
export type FilePurpose = (typeof filePurposes)[number];

export type JurorView = {
  personId: string;
  name: string;
  organizations: string[];
  isChair: boolean;
  /** `null`: all of them. */
  nominationIds: string[] | null;
};

/** `by-hand`: nobody posts it for us; the rest is how far the job is. */
export type WallPost = {
  occasion: 'announcement' | 'results';
  text: string;
  state: 'planned' | 'claimed' | 'sent' | 'failed' | 'uncertain' | 'by-hand';
  /** `https://vk.com/wall-1_2`; `null` until it is there. */
  link: string | null;
};

/** Acts whose buttons depend on the stage. */
export type ContestActs = Record<
  'edit' | 'edit-criteria' | 'edit-jury' | 'announce' | 'cancel' | 'archive' | 'remove' | 'send-materials',
  boolean
>;

export type ContestView = Pick<
  Contest,
  | 'id'
  | 'itemId'
  | 'kind'
  | 'state'
  | 'templateKey'
  | 'copiedFrom'
  | 'createdAt'
  | 'announcedAt'
  | 'frozenAt'
  | 'checkedAt'
  | 'publishedAt'
  | 'archivedAt'
  | 'cancelledAt'
> & {
  stage: ContestStage;
  /** Of the roadmap, that it is held for. */
  item: { id: string; code: string; title: string } | null;
  /** Its version is that of the contest: works that come in leave it alone. */
  settings: ContestSettings;
  /** How many entries are in each state, within reach. */
  entries: Record<EntryState, number>;
  jury: JurorView[];
  regulations: ContestFile | null;
  files: (ContestFile & { purpose: FilePurpose })[];
  posts: WallPost[];
  isScored: boolean;
  /** What it lacks to be announced; empty once it is. */
  lacks: ContestLack[];
  may: ContestActs;
};

/** From what a contest begins. Dates of a copy are shifted to the next year whose close is still to come. */
export type ContestSource =
  | { from: 'template'; key: TemplateKey }
  | { from: 'blank'; kind: ContestKind }
  | { from: 'copy'; contestId: string };

export type JurorDraft = { personId: string; isChair: boolean; nominationIds: string[] | null };

export type Announcing = {
  /** For the community's wall; `null`: no post. */
  post: string | null;
  /** A mailing to these, kept as a draft or sent at once; `null`: none. */
  mailing: { text: string; audience: Audience; send: boolean } | null;
};

/**
 * Contests as staff set them up. They belong to the city: whoever reaches only their own organization sees all but drafts,
 * with the entries of their own. What lies beyond is `Refusal('contest-unknown')`.
 */
export type ContestDesk = {
  list(staff: Staff, query: ListQuery<ContestSort>, filter: ContestFilter): Promise<Page<ContestLine>>;
  get(staff: Staff, id: string): Promise<ContestView>;
  /** A draft. */
  create(staff: Staff, source: ContestSource, call: CallKey | null): Promise<{ id: string }>;
  /**
   * `version`: of the settings it is made upon; `Outdated` with the settings as they are otherwise. The refusals of
   * `checkSettings` and `checkChange`; `Refusal('nomination-unknown' | 'criterion-unknown' | 'organization-unknown')`.
   */
  edit(staff: Staff, id: string, version: string, next: ContestSettings): Promise<ContestView>;
  /** Again for somebody known: changes what they judge. Whoever could not judge gets the seat of a juror. */
  putJuror(staff: Staff, id: string, juror: JurorDraft): Promise<ContestView>;
  /** Their seat goes too where they judge nowhere else. `Refusal('juror-unknown')`. */
  removeJuror(staff: Staff, id: string, personId: string): Promise<ContestView>;
  /** A final `FileTrouble` for what can't be kept. */
  putRegulations(staff: Staff, id: string, file: { name: string; bytes: Uint8Array }): Promise<ContestView>;
  addFile(
    staff: Staff,
    id: string,
    purpose: FilePurpose,
    file: { name: string; bytes: Uint8Array },
  ): Promise<ContestView>;
  removeFile(staff: Staff, id: string, fileId: string): Promise<ContestView>;
  /**
   * Long work: each material to each who came to the event, or has an accepted work, once. `namesOthers`: the files go
   * only where others may be named. `Refusal('materials-none')`; `contest-stage` before the event or the end of taking works.
   */
  sendMaterials(staff: Staff, id: string, how: { namesOthers: boolean }): Promise<Errand>;
  /** Of the contest: regulations, protocol, enclosures. */
  readFile(staff: Staff, id: string, fileId: string): Promise<FileContent>;
  /**
   * With its post and its mailing in one transaction. `Refusal('contest-unready', { lacks })`; those of mailings, and
   * `may-not` where a mailing is wished and whoever announces may not write.
   */
  announce(
    staff: Staff,
    id: string,
    announcing: Announcing,
  ): Promise<{ contest: ContestView; mailingId: string | null }>;
  /** Somebody has put it onto the wall by hand. `Refusal('post-link-wrong' | 'contest-post-sent')`. */
  postedByHand(staff: Staff, id: string, occasion: WallPost['occasion'], link: string): Promise<ContestView>;
  /** Whoever takes part is told, with the reason. */
  cancel(staff: Staff, id: string, reason: string): Promise<ContestView>;
  archive(staff: Staff, id: string): Promise<ContestView>;
  /** A draft, for good. */
  remove(staff: Staff, id: string): Promise<void>;
};
