import type { BaseImport } from '../bases/base-desk.ts';
import type { Base } from '../bases/city-base.ts';
import type { ConsentGiver, ConsentKind } from '../consents/consent.ts';
import type { ConsentDraft, ConsentLack } from '../consents/consent-book.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { Choice } from '../forms/form.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { PageVisit } from './page-link.ts';

export type ConsentTemplate = { kind: ConsentKind; giver: ConsentGiver; version: number } & ConsentDraft;

/**
 * What coordinators and curators keep in order. Whoever is neither, or came by another link, gets
 * `Refusal('not-found')`; so does a curator for what only coordinators do: everything but the consents on paper
 * and the bases, which reach as far as their organizations.
 */
export type StaffDesk = {
  /** Throws where the visitor is no staff. */
  welcome(visit: PageVisit): Promise<{ isCoordinator: boolean }>;
  lacks(visit: PageVisit): Promise<ConsentLack[]>;
  /** A signed original has come in; `scan` may be missing. */
  receivePaper(
    visit: PageVisit,
    received: { personId: string; kind: ConsentKind; scan: Pick<FileContent, 'name' | 'bytes'> | null },
  ): Promise<void>;
  /** An empty spreadsheet to fill in. */
  baseTemplate(visit: PageVisit, base: Base): Promise<FileContent>;
  exportBase(visit: PageVisit, base: Base): Promise<FileContent>;
  /** The refusals of `BaseDesk.import`. */
  importBase(
    visit: PageVisit,
    base: Base,
    bytes: Uint8Array,
    options: { onlyGood: boolean },
  ): Promise<BaseImport>;
  templates(visit: PageVisit): Promise<ConsentTemplate[]>;
  /** As it would be published, placeholders filled in; the refusals of `ConsentBook.publish`. */
  preview(visit: PageVisit, draft: ConsentDraft): Promise<ConsentDraft>;
  publish(visit: PageVisit, kind: ConsentKind, giver: ConsentGiver, draft: ConsentDraft): Promise<void>;
  competencies(visit: PageVisit): Promise<Choice[]>;
  addCompetency(visit: PageVisit, name: string): Promise<void>;
  archiveCompetency(visit: PageVisit, id: string): Promise<void>;
  settings(visit: PageVisit): Promise<ProgrammeSettings>;
  saveSettings(visit: PageVisit, settings: ProgrammeSettings): Promise<void>;
};
