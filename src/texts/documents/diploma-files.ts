import type { DiplomaKind } from '../../domain/diplomas/diploma.ts';
import { diplomaKindNames } from './diploma-sheet.ts';
import { fileNameOf } from './file-names.ts';

/** «Диплом МН-2022-0001 Иванова Мария Петровна.pdf» */
export function diplomaFileName(kind: DiplomaKind, number: string, name: string): string {
  return fileNameOf([diplomaKindNames[kind], number === '' ? '(образец)' : number, name], 'pdf');
}

export const diplomaArchiveName = 'Дипломы.zip';
