import type { FileContent } from '../files/stored-file.ts';
import type { Staff } from '../staff/staff.ts';
import type { TemplateFault } from './check-tags.ts';
import type { Field, TemplateKind } from './fields.ts';
import type { Template } from './template-book.ts';

export type TemplateReport = {
  /** Kept only where there is no fault. */
  template: Template | null;
  faults: TemplateFault[];
  /** Fields it has nowhere, and hardly does without. */
  missing: string[];
};

export type KindOfTemplate = {
  kind: TemplateKind;
  fields: readonly Field[];
  /** What is printed by; `null`: our own. */
  currentId: string | null;
  versions: Template[];
};

/** Templates of the programme. Only administrators upload and take back. */
export type TemplateDesk = {
  list(staff: Staff): Promise<KindOfTemplate[]>;
  /** What `inspectDocx` refuses is a `Refusal`; what can't be filled in stands in the report. */
  upload(
    staff: Staff,
    kind: TemplateKind,
    file: { name: string; bytes: Uint8Array },
  ): Promise<TemplateReport>;
  /** Prints by it no longer, or again. `Refusal('template-unknown')`. */
  archive(staff: Staff, id: string, archived: boolean): Promise<Template>;
  file(staff: Staff, id: string): Promise<FileContent>;
  /** Our own template of the kind, to begin with. */
  ownFile(staff: Staff, kind: TemplateKind): Promise<FileContent>;
  /** Filled with real data of the programme, or invented ones where there are none. `id: null`: our own of the kind. */
  preview(staff: Staff, which: { kind: TemplateKind; id: string | null }): Promise<FileContent>;
};
