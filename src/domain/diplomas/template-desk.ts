import type { FileContent } from '../files/stored-file.ts';
import type { Staff } from '../staff/staff.ts';
import type { DesignFault } from './check-design.ts';
import type { DiplomaDesign, PicturePlace } from './design.ts';
import type { DiplomaKind } from './diploma.ts';
import type { PictureFault } from './picture.ts';

/** Never changed once it is kept: a change is the next version of the same name. */
export type DiplomaTemplate = {
  id: string;
  kind: DiplomaKind;
  name: string;
  version: number;
  design: DiplomaDesign;
  createdAt: Date;
  /** Of the staff; empty for somebody erased since. */
  createdBy: string;
  archivedAt: Date | null;
};

export type TemplatesOfKind = {
  kind: DiplomaKind;
  /** What is printed by where there is no other, and what a new one begins with. */
  builtIn: DiplomaDesign;
  /** What is printed by unless another one is chosen; `null`: the built-in one. */
  currentId: string | null;
  versions: DiplomaTemplate[];
};

export type DesignDraft = { kind: DiplomaKind; name: string; design: DiplomaDesign };

/** Designs of diplomas, letters and certificates; they are the city's. */
export type DiplomaTemplateDesk = {
  list(staff: Staff): Promise<TemplatesOfKind[]>;
  /** Kept only where there is no fault. `Refusal('file-unknown')` for a picture that nobody uploaded here. */
  save(
    staff: Staff,
    draft: DesignDraft,
  ): Promise<{ template: DiplomaTemplate | null; faults: DesignFault[] }>;
  /** Filled with somebody invented. `Refusal('design-faulty')`. */
  preview(staff: Staff, draft: Omit<DesignDraft, 'name'>): Promise<FileContent>;
  /** A picture for a design; kept while a design has it. */
  putPicture(
    staff: Staff,
    place: PicturePlace,
    bytes: Uint8Array,
  ): Promise<{ fileId: string } | PictureFault>;
  archive(staff: Staff, id: string, archived: boolean): Promise<DiplomaTemplate>;
};
