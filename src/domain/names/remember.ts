import {
  type CaseException,
  type CaseForms,
  formsOf,
  type Gender,
  grammaticalCases,
  type Names,
  nameParts,
} from './name-cases.ts';

/**
 * What a clerk's corrections of a full name teach about its parts, word by word; nothing where the words can't be told
 * apart. `given`: how the parts would be declined without it, so that only what differs is remembered.
 */
export function exceptionsIn(
  names: Names,
  gender: Gender | null,
  corrected: CaseForms,
  given: CaseForms,
): CaseException[] {
  const counts = nameParts.map((part) => words(names[part]).length);
  const total = counts.reduce((sum, each) => sum + each, 0);
  if (grammaticalCases.some((each) => words(corrected[each]).length !== total)) return [];
  return nameParts.flatMap((part, at): CaseException[] => {
    const from = counts.slice(0, at).reduce((sum, each) => sum + each, 0);
    const slice = (full: string) =>
      words(full)
        .slice(from, from + (counts[at] ?? 0))
        .join(' ');
    const forms = formsOf((each) => slice(corrected[each]));
    if (names[part] === '' || grammaticalCases.every((each) => forms[each] === slice(given[each]))) return [];
    return [{ part, gender, nominative: names[part], forms }];
  });
}

function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
