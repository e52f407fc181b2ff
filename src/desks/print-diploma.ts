import { type DiplomaPdf, renderDiploma } from '../documents/diploma-pdf.ts';
import type { DiplomaDesign } from '../domain/diplomas/design.ts';
import type { DiplomaFacts, Recipient } from '../domain/diplomas/diploma.ts';
import type { PersonToWord } from '../domain/documents/order-book.ts';
import type { CaseException, Gender } from '../domain/names/name-cases.ts';
import { diplomaSheet } from '../texts/documents/diploma-sheet.ts';
import { wordPerson } from './order-wording.ts';

/** The paper as it is now. `picture`: the bytes of `design.picture`. */
export function printDiploma(
  facts: DiplomaFacts,
  design: DiplomaDesign,
  picture: Uint8Array | null = null,
): Promise<DiplomaPdf> {
  return renderDiploma(diplomaSheet(facts, design), picture);
}

/** Whom a paper is given to, worded as an order words them; in doubt where the rules are, and nobody has looked yet. */
export function wordRecipient(
  person: PersonToWord,
  exceptions: readonly CaseException[],
  given: { gender?: Gender | null; post?: string } = {},
): { recipient: Recipient; isDoubtful: boolean } {
  const { name, post, gender, nameForms, postForms, doubtful } = wordPerson(person, exceptions, given);
  return {
    recipient: {
      name: { nominative: name, forms: nameForms },
      post: { nominative: post, forms: postForms },
      gender,
    },
    isDoubtful: doubtful,
  };
}
