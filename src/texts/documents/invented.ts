import type { DocumentData } from '../../domain/documents/document-data.ts';
import { type Field, fieldsOfKind, type TemplateKind } from '../../domain/documents/fields.ts';

/** Every field of a kind filled with a word for itself: what a template shows where the programme has no data yet. */
export function inventedData(kind: TemplateKind): DocumentData {
  return filled(fieldsOfKind[kind], '');
}

function filled(fields: readonly Field[], mark: string): DocumentData {
  return Object.fromEntries(
    fields.map(({ name, list, isChoice }) => {
      if (isChoice === true) return [name, true];
      if (list !== undefined) return [name, [filled(list, ' 1'), filled(list, ' 2')]];
      return [name, name === '№' ? mark.trim() : `‹${name}${mark}›`];
    }),
  );
}
