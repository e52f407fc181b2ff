import type { NewFile } from './files.ts';

export type Body = { fields: Record<string, unknown>; files: Map<string, NewFile> };

/** Reads JSON, urlencoded and multipart bodies; throws a SyntaxError for what is none of them. */
export function readBody(contentType: string | undefined, raw: Buffer): Body {
  if (raw.length === 0) return { fields: {}, files: new Map() };
  const [type = ''] = (contentType ?? '').split(';');
  switch (type.trim().toLowerCase()) {
    case 'application/json':
      return { fields: recordOf(JSON.parse(raw.toString('utf8'))), files: new Map() };
    case 'application/x-www-form-urlencoded':
      return { fields: Object.fromEntries(new URLSearchParams(raw.toString('utf8'))), files: new Map() };
    case 'multipart/form-data':
      return readMultipart(contentType ?? '', raw);
    default:
      throw new SyntaxError(`unknown content type ${type}`);
  }
}

function readMultipart(contentType: string, raw: Buffer): Body {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) throw new SyntaxError('multipart without a boundary');
  const fields: Record<string, unknown> = {};
  const files = new Map<string, NewFile>();
  for (const part of partsOf(raw, `--${boundary}`)) {
    const headEnd = part.indexOf('\r\n\r\n');
    if (headEnd < 0) throw new SyntaxError('multipart part without a head');
    const head = part.toString('utf8', 0, headEnd);
    const bytes = part.subarray(headEnd + 4);
    const field = /[;\s]name="([^"]*)"/i.exec(head)?.[1] ?? '';
    const name = fileName(head);
    if (name === undefined) fields[field] = bytes.toString('utf8');
    else {
      const mime = /^content-type:\s*([^\r\n]+)/im.exec(head)?.[1]?.trim() ?? 'application/octet-stream';
      files.set(field, { bytes: Buffer.from(bytes), name, mime });
    }
  }
  return { fields, files };
}

function* partsOf(raw: Buffer, delimiter: string): Generator<Buffer> {
  let at = raw.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length;
    const next = raw.indexOf(`\r\n${delimiter}`, start);
    if (next < 0) return;
    yield raw.subarray(start + 2, next);
    at = next + 2;
  }
}

/** Quoted as browsers write it, or bare to the end of the line as grammY does. */
function fileName(head: string): string | undefined {
  const found = /filename="((?:[^"\\]|\\.)*)"|filename=([^\r\n]*)/i.exec(head);
  const name = found?.[1] ?? found?.[2];
  return name?.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
