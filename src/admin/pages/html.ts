/** Markup that is safe to send: everything put into it was escaped, or is markup itself. */
export type Html = { readonly markup: string };

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Escapes whatever is put in, but for markup of its own. `null`, `undefined` and `false` put in nothing. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const markup = parts.reduce((before, part, at) => `${before}${markupOf(pieces[at - 1])}${part}`);
  return { markup };
}

/** An attribute that stands there or does not: `${has('checked', isChosen)}`. */
export function has(attribute: 'checked' | 'selected' | 'required' | 'multiple', is: boolean): Html {
  return { markup: is ? ` ${attribute}` : '' };
}

function markupOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  if ('markup' in piece) return piece.markup;
  return piece.map(markupOf).join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
