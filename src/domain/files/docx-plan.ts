export const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A document for printing as plain data: texts say what stands in it, `documents` how it looks. */
export type DocxPlan = { landscape?: boolean; blocks: readonly DocxBlock[] };

export type DocxBlock =
  /** `indent`: the first line set in, as in a letter. `keep`: on one page with what follows. */
  | {
      kind: 'paragraph';
      text: string;
      align?: 'left' | 'center' | 'right' | 'justify';
      bold?: boolean;
      indent?: boolean;
      keep?: boolean;
    }
  /** One line, its ends at both margins: date and number, post and signature. */
  | { kind: 'ends'; left: string; right: string }
  | { kind: 'gap' }
  /** Widths in millimetres. `frame`: lines around the cells; the head comes again on every page. */
  | {
      kind: 'table';
      widths: readonly number[];
      head?: readonly string[];
      rows: readonly (readonly string[])[];
      frame: boolean;
    };
