import { type CaseForms, formsOf, type GrammaticalCase, unchanged, type WordedPerson } from './name-cases.ts';

/**
 * A post in every case: «старший воспитатель» → «старшего воспитателя», «учитель физики и информатики» → «учителя физики
 * и информатики». What stands before the first noun agrees with it, what follows depends on it and stays. Several posts are
 * told apart by a comma or «и» before a word that is itself a post. Whom the rules do not know stays as written, in doubt.
 */
export function wordPost(post: string): WordedPerson {
  const nominative = post.trim().replace(/\s+/gu, ' ');
  if (nominative === '') return { nominative, forms: unchanged(''), isDoubtful: false };
  const pieces = splitPosts(nominative);
  const worded = pieces.map(({ text, isPost }) =>
    isPost ? declineOne(text) : { forms: unchanged(text), isKnown: true },
  );
  return {
    nominative,
    forms: formsOf((each) => worded.map(({ forms }) => forms[each]).join('')),
    isDoubtful: worded.some(({ isKnown }) => !isKnown),
  };
}

type Piece = { text: string; isPost: boolean };

function splitPosts(post: string): Piece[] {
  const parts = post.split(/(, | и )/u);
  return parts.map((text, at) => ({
    text,
    isPost: at === 0 || (at % 2 === 0 && headOf(text.split(' ')) !== null),
  }));
}

function declineOne(text: string): { forms: CaseForms; isKnown: boolean } {
  const words = text.split(' ');
  const head = headOf(words);
  if (head === null) return { forms: unchanged(text), isKnown: false };
  const { at, declension } = head;
  const forms = formsOf((each) =>
    words
      .map((word, index) => {
        if (index > at) return word;
        return index === at ? declineNoun(word, each) : declineAdjective(word, declension.gender, each);
      })
      .join(' '),
  );
  return { forms, isKnown: true };
}

type Gender = 'male' | 'female';
type Declension = { ends: RegExp; gender: Gender; forms: readonly string[] };

const order: readonly GrammaticalCase[] = [
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
];

/** How nouns that name people decline, by their ending; the first that fits. All are animate. */
const declensions: readonly Declension[] = [
  // Nouns that are adjectives: «заведующий», «рабочий», «вожатая».
  { ends: /(?<=[жчшщ])ий$/iu, gender: 'male', forms: ['его', 'ему', 'его', 'им', 'ем'] },
  { ends: /(?<=[гкх])ий$/iu, gender: 'male', forms: ['ого', 'ому', 'ого', 'им', 'ом'] },
  { ends: /ый$/iu, gender: 'male', forms: ['ого', 'ому', 'ого', 'ым', 'ом'] },
  { ends: /(?<=[жчшщ])ая$/iu, gender: 'female', forms: ['ей', 'ей', 'ую', 'ей', 'ей'] },
  { ends: /ая$/iu, gender: 'female', forms: ['ой', 'ой', 'ую', 'ой', 'ой'] },
  { ends: /ь$/iu, gender: 'male', forms: ['я', 'ю', 'я', 'ем', 'е'] },
  { ends: /(?<=ни|еви)ца$/iu, gender: 'female', forms: ['цы', 'це', 'цу', 'цей', 'це'] },
  { ends: /(?<=[гкхжчшщ])а$/iu, gender: 'female', forms: ['и', 'е', 'у', 'ой', 'е'] },
  { ends: /(?<=лец|вец|нец|дец)$/iu, gender: 'male', forms: ['а', 'у', 'а', 'ем', 'е'] },
  { ends: /(?<=[бвгдзйклмнпрстфхчш])$/iu, gender: 'male', forms: ['а', 'у', 'а', 'ом', 'е'] },
];

/** Nouns that begin a post or stand behind its adjectives; one in a compound («педагог-психолог») is enough. */
const heads =
  /(?:^|-)(?:учитель|учительница|преподаватель|преподавательница|воспитатель|воспитательница|руководитель|водитель|педагог|психолог|логопед|дефектолог|олигофренопедагог|сурдопедагог|тифлопедагог|методист|директор|заместитель|помощник|начальник|специалист|инспектор|инструктор|тренер|мастер|тьютор|концертмейстер|аккомпаниатор|хореограф|хормейстер|организатор|координатор|куратор|советник|консультант|библиотекарь|секретарь|лаборант|инженер|программист|администратор|бухгалтер|врач|фельдшер|диспетчер|завуч|ректор|проректор|декан|доцент|профессор|ассистент|студент|студентка|ученик|ученица|курсант|выпускник|выпускница|эксперт|модератор|наставник|стажёр|стажер|председатель|член|слесарь|токарь|повар|технолог|агроном|юрист|экономист|менеджер|оператор|артист|художник|режиссёр|режиссер|библиограф|заведующий|заведующая|управляющий|исполняющий|исполняющая|вожатый|вожатая|рабочий|служащий|ведущий)(?:-|$)/iu;

function headOf(words: readonly string[]): { at: number; declension: Declension } | null {
  for (const [at, word] of words.entries()) {
    const declension = heads.test(word) ? declensionOf(word) : null;
    if (declension !== null) return { at, declension };
    if (!isAdjective(word)) return null;
  }
  return null;
}

function declensionOf(word: string): Declension | null {
  return declensions.find(({ ends }) => ends.test(word)) ?? null;
}

/** Both halves of a compound decline: «педагога-психолога». */
function declineNoun(word: string, grammaticalCase: GrammaticalCase): string {
  return word
    .split('-')
    .map((half) => {
      const declension = declensionOf(half);
      if (declension === null || half === half.toUpperCase()) return half;
      return half.replace(declension.ends, formOf(declension.forms, grammaticalCase));
    })
    .join('-');
}

function isAdjective(word: string): boolean {
  return /(?:ый|ий|ой|ая|яя)$/iu.test(word) && !heads.test(word);
}

const maleSoft = ['его', 'ему', 'его', 'им', 'ем'];
const maleHard = ['ого', 'ому', 'ого', 'ым', 'ом'];

function declineAdjective(word: string, gender: Gender, grammaticalCase: GrammaticalCase): string {
  const stem = word.slice(0, -2);
  if (gender === 'female') {
    const soft = /яя$/iu.test(word) || /[жчшщ]$/iu.test(stem);
    return (
      stem +
      formOf(
        soft ? ['ей', 'ей', /яя$/iu.test(word) ? 'юю' : 'ую', 'ей', 'ей'] : ['ой', 'ой', 'ую', 'ой', 'ой'],
        grammaticalCase,
      )
    );
  }
  // «младший», «соседний», but «физический».
  const isSoft = /[жчшщн]$/iu.test(stem) && /ий$/iu.test(word);
  if (isSoft) return stem + formOf(maleSoft, grammaticalCase);
  const isVelar = /[гкх]$/iu.test(stem);
  return stem + formOf(isVelar ? ['ого', 'ому', 'ого', 'им', 'ом'] : maleHard, grammaticalCase);
}

function formOf(forms: readonly string[], grammaticalCase: GrammaticalCase): string {
  return forms[order.indexOf(grammaticalCase)] ?? '';
}
