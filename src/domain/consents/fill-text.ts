import type { Programme } from '../programme/programme.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { Refusal } from '../refusal.ts';
import type { ConsentDraft } from './consent-book.ts';

/** A body of so many signs is some twenty pages; title and summary share one message with buttons. */
const most = { title: 200, summary: 1000, body: 60_000 } as const;

/** As it is kept: ends of lines and of the text made plain, so that the same words are the same text. */
export function tidyDraft(draft: ConsentDraft): ConsentDraft {
  const tidy = {
    title: tidyText(draft.title).replace(/\s+/gu, ' '),
    summary: tidyText(draft.summary),
    body: tidyText(draft.body),
  };
  for (const field of ['title', 'summary', 'body'] as const) {
    if (tidy[field] === '') throw new Refusal('text-empty', { field });
    if (tidy[field].length > most[field]) throw new Refusal('text-too-long', { field, max: most[field] });
  }
  return tidy;
}

/**
 * The template with `{operator}`, `{address}`, `{contact}` and `{programme}` filled in.
 * `Refusal('operator-unknown' | 'placeholder-unknown')`: nobody consents towards somebody unnamed (art. 9 part 4 item 3).
 */
export function fillDraft(
  draft: ConsentDraft,
  { operator }: Pick<ProgrammeSettings, 'operator'>,
  programme: Pick<Programme, 'name'>,
): ConsentDraft {
  const [name, address, contact] = [operator.name.trim(), operator.address.trim(), operator.contact.trim()];
  const values = new Map([
    ['operator', name],
    ['address', address],
    // Where there is no other way to ask, one writes a letter.
    ['contact', contact || address],
    ['programme', programme.name.trim()],
  ]);
  const fill = (text: string) =>
    text.replace(/\{([^{}]*)\}/gu, (_, key: string) => {
      const value = values.get(key.trim());
      if (value === undefined) throw new Refusal('placeholder-unknown', { name: key.trim() });
      return value;
    });
  const filled = { title: fill(draft.title), summary: fill(draft.summary), body: fill(draft.body) };
  if (name === '' || address === '') throw new Refusal('operator-unknown');
  return filled;
}

function tidyText(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+$/gmu, '')
    .trim();
}
