import { html } from '../pages/html.ts';

/** As much of the text as fits into so many bytes of markup, words whole, with «…» where something is missing. */
export function clipped(text: string, bytes: number): string {
  if (sizeOf(text) <= bytes) return text;
  const signs = [...text];
  let [fits, fails] = [0, signs.length];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (sizeOf(signs.slice(0, middle).join('')) + 3 <= bytes) fits = middle;
    else fails = middle;
  }
  const cut = signs.slice(0, fits).join('');
  const whole = cut.replace(/\s+\S*$/, '');
  return `${whole.length > cut.length / 2 ? whole : cut}…`;
}

function sizeOf(text: string): number {
  return Buffer.byteLength(html`${text}`.markup);
}
