import type { Person } from '../people/person.ts';
import type { Consent, ConsentText } from './consent.ts';

type Names = Pick<Person, 'surname' | 'name' | 'patronymic'>;

/** What the given copy of a consent states: who, what text, when and how (152-ФЗ art. 9 part 3 asks for the proof). */
export type ConsentRecord = {
  consent: Consent;
  text: ConsentText;
  person: Names;
  /** The same as the person, or whoever represents them. */
  givenBy: Names;
  relation: 'parent' | 'adoptive-parent' | 'guardian' | null;
  /** Of staff, for a paper original. */
  receivedBy: Names | null;
  /** Empty where none is known. */
  organizationName: string;
  evidence: Readonly<Record<string, string>>;
  scanName: string | null;
  timeZone: string;
};
