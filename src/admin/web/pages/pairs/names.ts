import { pairPanelWords as words } from '../../../../texts/panel/pairs.ts';
import { fullName, shortName } from '../../../../texts/people.ts';

type Names = { surname: string; name: string; patronymic: string };

/** Who was erased since has no name any more. */
export function shownName(person: Names): string {
  return person.surname === '' ? words.erased : shortName(person);
}

export function wholeName(person: Names): string {
  return person.surname === '' ? words.erased : fullName(person);
}

export function pairNames({ mentor, mentees }: { mentor: Names; mentees: readonly Names[] }): string {
  return `${shownName(mentor)} — ${mentees.map(shownName).join(', ')}`;
}
