/**
 * JSON that jsonb takes. It refuses U+0000 and halves of a surrogate pair; both come from outside (an emoji cut in
 * two), and one such character must not keep a whole batch of updates out of the inbox.
 */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}

export function storable(text: string): string {
  return text.replaceAll('\0', '').replace(loneSurrogate, '\ufffd');
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
