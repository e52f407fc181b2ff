import type { TemplateKind } from './fields.ts';

export type Template = {
  id: string;
  kind: TemplateKind;
  version: number;
  fileId: string;
  fileName: string;
  size: number;
  uploadedAt: Date;
  uploadedBy: string;
  archivedAt: Date | null;
};

/** Templates that administrators upload; bound to one transaction. */
export type TemplateBook = {
  /** All versions, the newest first. */
  list(programmeId: string): Promise<Template[]>;
  /** The one that is printed by now; `null`: our own. */
  current(programmeId: string, kind: TemplateKind): Promise<Template | null>;
  byId(programmeId: string, id: string): Promise<Template | null>;
  add(
    template: { programmeId: string; kind: TemplateKind; fileId: string; by: string },
    at: Date,
  ): Promise<Template>;
  archive(id: string, at: Date | null): Promise<void>;
};
