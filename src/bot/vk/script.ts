export type PackedCall = { method: string; params: Record<string, string | number> };

/** VKScript that makes the calls one after another and gives their answers as a list. */
export function scriptOf(calls: readonly PackedCall[]): string {
  return `return [${calls.map(({ method, params }) => `API.${method}(${JSON.stringify(params)})`).join(',')}];`;
}

/**
 * Text that means the same inside a script's literal: separators that end a line in some scripts become line feeds,
 * other control signs and halves of surrogate pairs, which JSON writes as \u escapes, go.
 */
export function scriptSafe(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
