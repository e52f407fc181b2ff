import type { Gender, NamePart } from '../domain/names/name-cases.ts';

/** Ends of a word in the genitive, dative, accusative, instrumental and prepositional, put in place of what `ends` matches. */
export type NameRule = {
  part: NamePart;
  gender?: Gender;
  ends: RegExp;
  forms: readonly [string, string, string, string, string] | 'unchanged';
};

/**
 * Where petrovich is wrong. Rules by the ending where there is one, single words where stress or a vowel that drops out
 * decides. The first that fits wins. Sources: Зализняк, Грамматический словарь; Граудина et al., Словарь вариантов.
 */
export const nameRules: readonly NameRule[] = [
  // Stress on the ending: «Ильичом», but «Никитичем».
  {
    part: 'patronymic',
    ends: /(?<=^(?:иль|кузьм|лук|фом|мин|саввв))ич$/iu,
    forms: ['ича', 'ичу', 'ича', 'ичом', 'иче'],
  },
  // «Рашид оглы» is one name of two words.
  { part: 'patronymic', ends: /(?:оглы|улы|кызы|гызы)$/iu, forms: 'unchanged' },
  { part: 'name', gender: 'male', ends: /(?<=^иль)я$/iu, forms: ['и', 'е', 'ю', 'ёй', 'е'] },
  { part: 'name', gender: 'female', ends: /(?:гуль|гюль|жамиль)$/iu, forms: 'unchanged' },
  { part: 'name', gender: 'female', ends: /(?<=^любов)ь$/iu, forms: ['и', 'и', 'ь', 'ью', 'и'] },
  { part: 'name', gender: 'female', ends: /ь$/iu, forms: ['и', 'и', 'ь', 'ью', 'и'] },
  // Women's surnames that end in a consonant, «й» or «ь» stay as they are.
  { part: 'surname', gender: 'female', ends: /[бвгджзйклмнпрстфхцчшщь]$/iu, forms: 'unchanged' },
  // Parts of a double surname that are no surnames of their own.
  { part: 'surname', ends: /^(?:бонч|грум|сен|сан|ван|фон|де|ди|ла|ле|дер|мак)$/iu, forms: 'unchanged' },
  { part: 'surname', ends: /(?<=[а-яё]{2})ия$/iu, forms: ['ии', 'ии', 'ию', 'ией', 'ии'] },
  // «Лихой»: petrovich has «Лихым».
  {
    part: 'surname',
    gender: 'male',
    ends: /(?<=[а-яё]{2}[гкх])ой$/iu,
    forms: ['ого', 'ому', 'ого', 'им', 'ом'],
  },
  // «Кузнец, Швец» keep the vowel that «Кравец» drops: two consonants stand before it.
  {
    part: 'surname',
    gender: 'male',
    ends: /(?<=[бвгджзклмнпрстфхцчшщ]{2})ец$/iu,
    forms: ['еца', 'ецу', 'еца', 'ецом', 'еце'],
  },
  // «Стрелец», «Малец» get a soft sign for the vowel.
  {
    part: 'surname',
    gender: 'male',
    ends: /(?<=[аеёиоуыэюя]л)ец$/iu,
    forms: ['ьца', 'ьцу', 'ьца', 'ьцом', 'ьце'],
  },
  {
    part: 'surname',
    gender: 'male',
    ends: /(?<=^(?:кор|греб|перст|пл|рем))ень$/iu,
    forms: ['ня', 'ню', 'ня', 'нем', 'не'],
  },
  { part: 'surname', gender: 'male', ends: /аяц$/iu, forms: ['айца', 'айцу', 'айца', 'айцем', 'айце'] },
  {
    part: 'surname',
    gender: 'male',
    ends: /(?<=^(?:вороб|солов|мурав|реп|руч))ей$/iu,
    forms: ['ья', 'ью', 'ья', 'ьём', 'ье'],
  },
  {
    part: 'surname',
    gender: 'male',
    ends: /(?<=^(?:ор|коз|ос|кот))[её]л$/iu,
    forms: ['ла', 'лу', 'ла', 'лом', 'ле'],
  },
  { part: 'surname', gender: 'male', ends: /(?<=^боб)[её]р$/iu, forms: ['ра', 'ру', 'ра', 'ром', 'ре'] },
  {
    part: 'surname',
    gender: 'male',
    ends: /(?<=^(?:пев|бо|каза|скворе|кова|кобза|понома|пуга|шмел|коро|бог))ль$/iu,
    forms: ['ля', 'лю', 'ля', 'лём', 'ле'],
  },
  {
    part: 'surname',
    gender: 'male',
    ends: /(?<=^(?:кобза|понома|глуха|снегу|госуда|туха))рь$/iu,
    forms: ['ря', 'рю', 'ря', 'рём', 'ре'],
  },
  { part: 'surname', gender: 'male', ends: /ь$/iu, forms: ['я', 'ю', 'я', 'ем', 'е'] },
];
