import snowball from 'snowball-stemmers';

const stemmer = snowball.newStemmer('russian');

/** Stemming is what takes the time, and people say the same words again and again. */
const stems = new Map<string, string>();
const remembered = 20_000;

/** Shorter ones are abbreviations (ОГЭ, ИИ, ОВЗ) as often as words: their letters are all they have. */
const stemmedFrom = 4;
const rootLength = 5;

/** Nothing hangs on them, not even in a phrase. */
const skipped = new Set(
  (
    'а без бы в во да для до же за и из или к как ко ли на над но о об обо от по под при про с со так то у что чтобы ' +
    'я мы вы он она они мой моя мои моих мне меня нас нам нами вас вам ваш ваша их им его ее свой своя свои своего своих себя это этот эта эти тот та те ' +
    'который которая которые весь все всех очень уже еще когда где чем кто там тут'
  ).split(' '),
);

/** Said in every request, and so of no weight; yet they may be a part of a phrase: «не хотят учиться». */
export const lightStems: ReadonlySet<string> = new Set(
  (
    'не нет ни ничего хочу хотят хочется хотелось нужно нужна нужен нужны надо могу можно умею умеем знаю помощь помочь помогу помогаю помогите ' +
    'есть быть делать сделать научиться научите учу один одного два первый раз дали работа работать работы опыт опыта много мало ' +
    'правильно лучше начать боюсь страх получается вопрос вопросы молодой новый класс классе класса классом урок урока уроке уроки уроках дети детей детьми ' +
    'ребенок ребята школа школе школьный ученик ученики учитель учителя педагог организация организовать проводить провожу владею'
  )
    .split(' ')
    .map(stemOf),
);

export type Word = { stem: string; root: string | null; isLight: boolean };

/** The words that carry something, in their order; «ё» is «е», forms of a word are one. */
export function wordsOf(text: string): Word[] {
  const found =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.filter((word) => !skipped.has(word)).map(wordOf);
}

function wordOf(word: string): Word {
  return wordOfStem(stemOf(word));
}

export function wordOfStem(stem: string): Word {
  return { stem, root: rootOf(stem), isLight: lightStems.has(stem) || /^\p{N}+$/u.test(stem) };
}

function stemOf(word: string): string {
  if (word.length < stemmedFrom) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer.stem(word);
  if (stems.size >= remembered) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** What «родители» and «родительский» share, which stemming leaves apart. */
function rootOf(stem: string): string | null {
  return stem.length >= rootLength ? stem.slice(0, rootLength) : null;
}
