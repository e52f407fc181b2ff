import { expect, test } from 'vitest';
import { sniff } from './sniff.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test.each([
  ['Приказ.pdf', '%PDF-1.7', 'application/pdf'],
  [
    'отчёт.DOCX',
    'PK\u0003\u0004....',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['photo.jpg', '\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['photo.jpg', '\u0089PNG', 'image/png'],
  ['старый.doc', '{\\rtf1', 'application/rtf'],
  ['видео.mp4', '....ftypisom', 'video/mp4'],
  ['список.txt', 'Иванов', 'text/plain'],
  ['план.pages', 'whatever', 'application/octet-stream'],
  ['без имени', '%PDF-1.7', 'application/octet-stream'],
])('%s that begins with %j is %s', (name, head, mime) => {
  expect(sniff(name, bytesOf(head))).toBe(mime);
});

test.each([
  ['Приказ.pdf', 'PK\u0003\u0004', 'not-what-its-name-says'],
  ['photo.jpg', '<svg onload=alert(1)>', 'not-what-its-name-says'],
  ['список.txt', 'a\u0000b', 'not-what-its-name-says'],
  ['Приказ.pdf', 'MZ\u0090', 'program'],
  ['без имени', '#!/bin/sh', 'program'],
  ['Приказ.pdf', '', 'empty'],
])('%s that begins with %j is refused for good', (name, head, code) => {
  expect(() => sniff(name, bytesOf(head))).toThrow(expect.objectContaining({ code, final: true }));
});

test.each(['constructor', '__proto__', 'toString'])('an ending like .%s is none that is known', (ending) => {
  expect(sniff(`отчёт.${ending}`, bytesOf('%PDF-1.7'))).toBe('application/octet-stream');
});
