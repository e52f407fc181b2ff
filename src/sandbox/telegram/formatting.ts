import { recordOf } from '../bodies.ts';
import type { TextMark } from '../chats.ts';
import { badRequest } from './refusal.ts';

export type Formatted = { text: string; marks: TextMark[] };

const tagTypes: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};

/** Text after entities: from `entities`, or parse_mode HTML. The Markdown modes are not played here. */
export function readFormatted(source: string, mode: string | undefined, entities: unknown): Formatted {
  if (mode === undefined || mode === '') return trimmed({ text: source, marks: marksOf(entities) });
  if (mode.toLowerCase() !== 'html')
    throw badRequest(`unsupported parse_mode ${mode}: this stand-in reads HTML`);
  return trimmed(parseHtml(source));
}

function marksOf(entities: unknown): TextMark[] {
  if (!Array.isArray(entities)) return [];
  return entities.map((one) => {
    const { type, offset, length, url } = recordOf(one);
    const link = typeof url === 'string' ? { url } : {};
    return { type: String(type), offset: Number(offset), length: Number(length), ...link };
  });
}

/** Telegram cuts white space off both ends. */
function trimmed({ text, marks }: Formatted): Formatted {
  const lead = text.length - text.trimStart().length;
  const cut = text.trim();
  const moved = marks
    .map((mark) => {
      const offset = Math.max(0, mark.offset - lead);
      const end = Math.min(cut.length, mark.offset + mark.length - lead);
      return { ...mark, offset, length: end - offset };
    })
    .filter((mark) => mark.length > 0);
  return { text: cut, marks: moved };
}

function parseHtml(source: string): Formatted {
  const marks: TextMark[] = [];
  const open: { tag: string; mark: TextMark }[] = [];
  let text = '';
  for (const [piece, tagText] of source.matchAll(/<([^>]*)>|[^<]+|</g)) {
    if (tagText === undefined) {
      if (piece === '<') throw badRequest("can't parse entities: Unclosed start tag");
      text += decoded(piece);
      continue;
    }
    const closing = /^\/\s*([\w-]*)\s*$/.exec(tagText)?.[1];
    if (closing !== undefined) {
      const last = open.pop();
      if (last?.tag !== closing.toLowerCase()) {
        throw badRequest(
          `can't parse entities: Unmatched end tag, expected "</${last?.tag ?? ''}>", found "</${closing}>"`,
        );
      }
      last.mark.length = text.length - last.mark.offset;
      if (last.mark.length > 0) marks.push(last.mark);
      continue;
    }
    open.push(startTag(tagText, text.length));
  }
  const unclosed = open.at(-1);
  if (unclosed)
    throw badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, marks: marks.sort((a, b) => a.offset - b.offset) };
}

function startTag(source: string, offset: number): { tag: string; mark: TextMark } {
  const tag = (/^[\w-]+/.exec(source)?.[0] ?? '').toLowerCase();
  const type = tagTypes[tag];
  if (!type) throw badRequest(`can't parse entities: Unsupported start tag "${tag}"`);
  const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i.exec(source);
  const url = tag === 'a' ? decoded(href?.[1] ?? href?.[2] ?? href?.[3] ?? '') : undefined;
  return { tag, mark: { type, offset, length: 0, ...(url !== undefined && { url }) } };
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot));/gi, (_, hex, decimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? '';
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** The entities that Telegram finds itself: what grammY reads commands by. */
export function foundMarks(text: string): TextMark[] {
  const commands = [...text.matchAll(/(?<=^|\s)\/[A-Za-z0-9_]{1,32}(?:@\w+)?/g)].map((found) => ({
    type: 'bot_command',
    offset: found.index,
    length: found[0].length,
  }));
  const links = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map((found) => ({
    type: 'url',
    offset: found.index,
    length: found[0].length,
  }));
  const tags = [...text.matchAll(/(?<=^|\s)#[\p{L}\p{N}_]+/gu)].map((found) => ({
    type: 'hashtag',
    offset: found.index,
    length: found[0].length,
  }));
  return [...commands, ...links, ...tags].sort((a, b) => a.offset - b.offset);
}
