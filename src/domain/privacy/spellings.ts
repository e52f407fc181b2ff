type Names = { surname: string; name: string; patronymic: string };

/** Stands where a name stood in somebody else's words. */
export const erasedMark = '[удалено]';

export type Spellings = {
  /** A regular expression that PostgreSQL (`~`) understands as JavaScript does: every text that names the person has it. */
  hint: string;
  /** The text with the person's name and phone replaced; the same text where it names them not. */
  redact(text: string): string;
};

/**
 * How people write of this person: surname, name and patronymic in any order and case, with initials, name and patronymic
 * alone, the bare surname, the phone. What would name somebody else just as well is left: `others` are all the others of the
 * programme. `null` for a person without a name and a phone.
 */
export function spellingsOf(
  person: Names & { phone: string | null },
  others: readonly Names[],
): Spellings | null {
  const phone = phonePattern(person.phone);
  const names = namePatterns(person, others);
  if (names.length === 0 && phone === null) return null;
  const patterns = [
    ...names.map(({ source, flags }) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, `gu${flags}`)),
    ...(phone === null ? [] : [new RegExp(`(?<!\\d)(?:\\+?7|8)?[\\s(-]*${phone}(?!\\d)`, 'gu')]),
  ];
  const hints = [
    ...(person.surname === '' ? [] : [inAnyCase(stemOf(person.surname))]),
    ...(person.patronymic === '' ? [] : [inAnyCase(stemOf(person.patronymic))]),
    ...(phone === null ? [] : [phone]),
  ];
  return {
    hint: hints.join('|'),
    redact: (text) => patterns.reduce((left, pattern) => left.replace(pattern, erasedMark), text),
  };
}

/** The longest spellings first, so that no part of one stays behind. */
function namePatterns(person: Names, others: readonly Names[]): { source: string; flags: string }[] {
  const { surname, name, patronymic } = person;
  if (surname === '' || name === '') return [];
  const same = (key: keyof Names) => others.filter((each) => alike(each[key], person[key]));
  const bearers = same('surname');
  const [s, n, p] = [inflected(surname), inflected(name), inflected(patronymic)];
  const gap = '\\s+';
  const found: { source: string; flags: string }[] = [];
  const add = (free: boolean, flags: string, ...sources: string[]) => {
    if (free) found.push(...sources.map((source) => ({ source, flags })));
  };
  const calledAlike = bearers.filter((each) => alike(each.name, name));
  if (patronymic !== '') {
    const free = !calledAlike.some((each) => alike(each.patronymic, patronymic));
    add(free, 'i', [s, n, p].join(gap), [n, p, s].join(gap));
  }
  add(calledAlike.length === 0, 'i', [s, n].join(gap), [n, s].join(gap));
  const initials = initialsPattern(person);
  const initialed = bearers.some(
    (each) => startsAlike(each.name, name) && startsAlike(each.patronymic, patronymic),
  );
  add(!initialed, 'i', `${s}\\s+${initials}`, `${initials}\\s*${s}`);
  if (patronymic !== '') {
    const free = !same('name').some((each) => alike(each.patronymic, patronymic));
    add(free, 'i', [n, p].join(gap));
  }
  const capital = inflected(`${surname.slice(0, 1).toUpperCase()}${surname.slice(1).toLowerCase()}`);
  add(bearers.length === 0, '', s, capital, capital.toUpperCase());
  return found;
}

/** «Н. Ю.», or «Н.» where no other initial follows. */
function initialsPattern({ name, patronymic }: Names): string {
  const first = `${literal(name.slice(0, 1))}\\.`;
  if (patronymic === '') return `${first}(?!\\s*\\p{L}\\.)`;
  return `${first}(?:\\s*${literal(patronymic.slice(0, 1))}\\.|(?!\\s*\\p{L}\\.))`;
}

/** The ten digits however they are grouped. */
function phonePattern(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\D/gu, '').slice(-10);
  return digits.length < 7 ? null : [...digits].join('[\\s()-]*');
}

function alike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase() || (one !== '' && stemOf(one) === stemOf(other));
}

function startsAlike(one: string, other: string): boolean {
  return one.slice(0, 1).toLowerCase() === other.slice(0, 1).toLowerCase();
}

/** What all cases of a name begin with; short names are left whole. */
function stemOf(word: string): string {
  const stem = word.toLowerCase().replace(/[аеёиоуыэюяйь]{1,2}$/u, '');
  return stem.length < 3 ? word.toLowerCase() : stem;
}

const endings =
  'ыми|ими|ами|ями|ого|его|ому|ему|ьей|ьею|ой|ою|ей|ею|ий|ый|ая|яя|ую|юю|ом|ем|ём|ым|им|ых|их|ах|ях|ам|ям|ов|ев|ья|ьи|ье|ью|ье|а|я|о|е|и|ы|у|ю|й|ь';

function inflected(word: string): string {
  if (word === '') return '';
  const stem = stemOf(word);
  const written = literal(word.slice(0, stem.length));
  return stem.length < 3 || !/\p{Script=Cyrillic}$/u.test(word) ? literal(word) : `${written}(?:${endings})?`;
}

/** Not every database knows which Cyrillic letters are one letter. */
function inAnyCase(stem: string): string {
  return [...stem]
    .map((sign) => (/\p{L}/u.test(sign) ? `[${sign}${sign.toUpperCase()}]` : literal(sign)))
    .join('');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
