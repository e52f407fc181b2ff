import type { FastifyRequest } from 'fastify';
import { fileNameOf } from '../file-name.ts';

/** What a form of ours sent, each field as often as it was sent. */
export type Posted = {
  all(name: string): string[];
  /** The first of this name, trimmed; empty where there is none. */
  one(name: string): string;
  file(name: string): PostedFile | null;
};

export type PostedFile = { name: string; bytes: Uint8Array };

/** Reads plain forms and those with files alike. Who sends has been asked for before, so that nobody else fills the memory. */
export async function readPosted(request: FastifyRequest): Promise<Posted> {
  const fields = new Map<string, string[]>();
  const files = new Map<string, PostedFile>();
  const put = (name: string, value: unknown) => {
    // No database keeps a zero; what came as JSON was looked at before.
    if (typeof value === 'string')
      fields.set(name, [...(fields.get(name) ?? []), value.replaceAll('\0', '')]);
  };
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'field') put(part.fieldname, part.value);
      else await keep(part);
    }
  } else {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>))
      for (const each of Array.isArray(value) ? value : [value]) put(name, each);
  }

  async function keep(part: { fieldname: string; filename: string; toBuffer(): Promise<Buffer> }) {
    const bytes = await part.toBuffer();
    // A file field that was left empty comes as a file of no name.
    if (bytes.length > 0) files.set(part.fieldname, { name: fileNameOf(part.filename), bytes });
  }

  return {
    all: (name) => fields.get(name) ?? [],
    one: (name) => (fields.get(name)?.[0] ?? '').trim(),
    file: (name) => files.get(name) ?? null,
  };
}
