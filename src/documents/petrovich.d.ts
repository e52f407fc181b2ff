declare module 'petrovich' {
  type Word = { gender: 'male' | 'female'; first?: string; middle?: string; last?: string };
  type Case = 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';
  function petrovich(word: Word, grammaticalCase: Case): Word;
  export = petrovich;
}
