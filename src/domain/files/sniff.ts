import { FileTrouble } from './stored-file.ts';

/** `kind`: families of one kind may carry each other's endings, as phones and offices name files carelessly. */
type Family = {
  kind?: 'office' | 'picture';
  is(bytes: Uint8Array): boolean;
  endings: Record<string, string>;
};

/** What people hand in. A name that claims one of these endings has to begin as such a file does. */
const families: readonly Family[] = [
  { is: begins('%PDF-'), endings: { pdf: 'application/pdf' } },
  {
    kind: 'office',
    is: begins('PK\u0003\u0004'),
    endings: {
      docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      odt: 'application/vnd.oasis.opendocument.text',
      ods: 'application/vnd.oasis.opendocument.spreadsheet',
      odp: 'application/vnd.oasis.opendocument.presentation',
      zip: 'application/zip',
    },
  },
  {
    kind: 'office',
    is: begins('\u00d0\u00cf\u0011\u00e0'),
    endings: {
      doc: 'application/msword',
      xls: 'application/vnd.ms-excel',
      ppt: 'application/vnd.ms-powerpoint',
    },
  },
  { kind: 'office', is: begins('{\\rtf'), endings: { rtf: 'application/rtf' } },
  { kind: 'picture', is: begins('\u00ff\u00d8\u00ff'), endings: { jpg: 'image/jpeg', jpeg: 'image/jpeg' } },
  { kind: 'picture', is: begins('\u0089PNG'), endings: { png: 'image/png' } },
  { kind: 'picture', is: begins('GIF8'), endings: { gif: 'image/gif' } },
  {
    kind: 'picture',
    is: (bytes) => begins('RIFF')(bytes) && begins('WEBP')(bytes.subarray(8)),
    endings: { webp: 'image/webp' },
  },
  {
    is: (bytes) => begins('ftyp')(bytes.subarray(4)),
    endings: { mp4: 'video/mp4', mov: 'video/quicktime', m4v: 'video/mp4', heic: 'image/heic' },
  },
  { is: begins('Rar!'), endings: { rar: 'application/vnd.rar' } },
  { is: begins('7z\u00bc\u00af'), endings: { '7z': 'application/x-7z-compressed' } },
  { is: isText, endings: { txt: 'text/plain', csv: 'text/csv' } },
];

/** Windows, Linux and macOS programs, scripts and shortcuts: never kept, whatever their name is. */
const programs = [
  begins('MZ'),
  begins('\u007fELF'),
  begins('#!'),
  begins('\u00ca\u00fe\u00ba\u00be'),
  begins('\u00cf\u00fa\u00ed\u00fe'),
  begins('L\u0000\u0000\u0000\u0001\u0014\u0002\u0000'),
];

/**
 * The type of a file by its bytes, checked against its name; the sender's word for it is never believed. Throws a
 * final `FileTrouble` for an empty file, a program, and a name that lies about what is inside.
 */
export function sniff(name: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new FileTrouble('empty', { final: true });
  if (programs.some((is) => is(bytes))) throw new FileTrouble('program', { final: true });
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const claimed = families.find((family) => Object.hasOwn(family.endings, ending));
  if (!claimed) return 'application/octet-stream';
  if (claimed.is(bytes)) return claimed.endings[ending] ?? 'application/octet-stream';
  const akin = families.find((family) => family.kind && family.kind === claimed.kind && family.is(bytes));
  if (!akin) throw new FileTrouble('not-what-its-name-says', { final: true });
  return Object.values(akin.endings)[0] ?? 'application/octet-stream';
}

function begins(signature: string): (bytes: Uint8Array) => boolean {
  const codes = [...signature].map((sign) => sign.charCodeAt(0));
  return (bytes) => codes.every((code, at) => bytes[at] === code);
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 4096).includes(0);
}
