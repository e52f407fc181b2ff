import { nearestOf } from '../documents/check-tags.ts';
import { type DiplomaDesign, designLimits } from './design.ts';
import { diplomaFields } from './fields.ts';
import { type Piece, readLine } from './line.ts';

/** Where a fault stands: lines and signatures count from 0. */
export type DesignPlace = 'above' | 'heading' | 'under' | `line-${number}` | `signature-${number}`;

export type DesignFault =
  /** `nearest`: the field that was probably meant. */
  | { code: 'field-unknown'; at: DesignPlace; name: string; nearest: string | null }
  /** A brace or bracket without its other half. */
  | { code: 'braces'; at: DesignPlace }
  /** `{он|она|неизвестно}` has three words, no more and no less. */
  | { code: 'choice-of-three'; at: DesignPlace; name: string }
  | { code: 'too-long'; at: DesignPlace; most: number }
  /** A heading, a post or a name under the text that is not there. */
  | { code: 'empty'; at: DesignPlace }
  | { code: 'too-many-lines' | 'too-many-signatures'; most: number }
  | { code: 'no-signature' }
  /** Nowhere does it say to whom it is given. */
  | { code: 'no-name' };

/** What keeps a design from being printed; nothing where it can be. */
export function checkDesign(design: DiplomaDesign): DesignFault[] {
  const texts: [DesignPlace, string, number][] = [
    ['above', design.above, designLimits.text],
    ['heading', design.heading, designLimits.heading],
    ['under', design.under, designLimits.text],
    ...design.lines.map(({ text }, at): [DesignPlace, string, number] => [
      `line-${at}`,
      text,
      designLimits.text,
    ]),
  ];
  const faults = texts.flatMap(([at, text, most]) => textFaults(at, text, most));
  if (design.heading.trim() === '') faults.push({ code: 'empty', at: 'heading' });
  if (design.lines.length > designLimits.lines)
    faults.push({ code: 'too-many-lines', most: designLimits.lines });
  if (!texts.some(([, text]) => fieldsOf(readLine(text) ?? []).some(isName)))
    faults.push({ code: 'no-name' });
  return [...faults, ...signatureFaults(design)];
}

function textFaults(at: DesignPlace, text: string, most: number): DesignFault[] {
  if (text.length > most) return [{ code: 'too-long', at, most }];
  const pieces = readLine(text);
  if (pieces === null) return [{ code: 'braces', at }];
  const unknown = fieldsOf(pieces)
    .filter((name) => !diplomaFields.some((each) => each.name === name))
    .map(
      (name): DesignFault => ({ code: 'field-unknown', at, name, nearest: nearestOf(diplomaFields, name) }),
    );
  const uneven = choicesOf(pieces)
    .filter((words) => words.length !== 3)
    .map((words): DesignFault => ({ code: 'choice-of-three', at, name: words.join('|') }));
  return [...unknown, ...uneven];
}

function signatureFaults({ signatures }: DiplomaDesign): DesignFault[] {
  if (signatures.length === 0) return [{ code: 'no-signature' }];
  if (signatures.length > designLimits.signatures)
    return [{ code: 'too-many-signatures', most: designLimits.signatures }];
  return signatures.flatMap(({ post, name }, index): DesignFault[] => {
    const at: DesignPlace = `signature-${index}`;
    // Without a name there is a line, and the name is written by hand.
    if (post.trim() === '') return [{ code: 'empty', at }];
    const isLong = Math.max(post.length, name.length) > designLimits.signature;
    return isLong ? [{ code: 'too-long', at, most: designLimits.signature }] : [];
  });
}

function isName(field: string): boolean {
  return field === 'Команда' || (/^Кто(?: |$)/u.test(field) && !field.startsWith('Кто должность'));
}

function flat(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => (piece.kind === 'optional' ? flat(piece.pieces) : [piece]));
}

function fieldsOf(pieces: readonly Piece[]): string[] {
  return flat(pieces).flatMap((piece) => (piece.kind === 'field' ? [piece.name] : []));
}

function choicesOf(pieces: readonly Piece[]): (readonly string[])[] {
  return flat(pieces).flatMap((piece) => (piece.kind === 'choice' ? [piece.words] : []));
}
