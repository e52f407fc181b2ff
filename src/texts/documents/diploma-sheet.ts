import type { DiplomaDesign } from '../../domain/diplomas/design.ts';
import type { DiplomaFacts, DiplomaKind } from '../../domain/diplomas/diploma.ts';
import { fillLine, readLine } from '../../domain/diplomas/line.ts';
import type { DiplomaSheet } from '../../domain/diplomas/sheet.ts';
import { dayText } from '../dates.ts';
import { diplomaData } from './diploma-data.ts';
import { typeset } from './typeset.ts';

/** A line that is filled with more than this is cut: nobody reads it on a diploma. */
const longest = 900;

export const diplomaKindNames: Readonly<Record<DiplomaKind, string>> = {
  diploma: 'Диплом',
  gratitude: 'Благодарственное письмо',
  certificate: 'Сертификат',
};

/** One paper as it is printed; a design that `checkDesign` finds fault with loses its broken lines. */
export function diplomaSheet(facts: DiplomaFacts, design: DiplomaDesign): DiplomaSheet {
  const values = diplomaData(facts);
  // «Команда приняла участие».
  const gender = facts.recipient === null ? 'female' : facts.recipient.gender;
  const filled = (text: string) => cut(typeset(fillLine(readLine(text) ?? [], values, gender)));
  const whom = facts.recipient?.name.nominative ?? facts.team;
  return {
    title: cut(`${diplomaKindNames[facts.kind]} № ${facts.number}. ${whom}`),
    author: cut(facts.office),
    issuedOn: facts.issuedOn,
    orientation: design.orientation,
    accent: design.accent,
    frame: design.frame,
    above: filled(design.above),
    heading: filled(design.heading),
    under: filled(design.under),
    lines: design.lines
      .map(({ style, text }) => ({ style, text: filled(text) }))
      .filter(({ text }) => text !== ''),
    signatures: (facts.signatures ?? design.signatures).map(({ post, name }) => ({
      post: cut(typeset(post)),
      name: cut(name.trim().replace(/\s+/gu, '\u00a0')),
    })),
    number: `№\u00a0${facts.number}`,
    placeAndDate: typeset(
      [facts.city, `${dayText(facts.issuedOn)} г.`].filter((word) => word !== '').join(', '),
    ),
    checkWords: 'Проверить подлинность:',
    checkUrl: facts.verificationUrl,
    picturePlace: design.picture?.place ?? null,
  };
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
