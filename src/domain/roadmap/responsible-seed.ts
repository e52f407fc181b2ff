import type { Role } from '../people/person.ts';
import { phraseKey } from './responsible.ts';

export type Partner = { name: string; shortName: string };
type Meaning =
  | { place: 'each-organization' | 'office'; role: Role; partner?: never }
  | { place: 'partner'; role: Role; partner: Partner };
export type SeedPhrase = Meaning & { phrase: string };

const inOffice = (role: Role): Meaning[] => [{ place: 'office', role }];
const inEach = (...roles: Role[]): Meaning[] => roles.map((role) => ({ place: 'each-organization', role }));
const ofPartner = (name: string, shortName: string): Meaning[] => [
  { place: 'partner', role: 'head', partner: { name, shortName } },
];

// What the words of such roadmaps usually mean. Rows that an import needs are copied from here into the programme's table, where the staff change them.
const meanings: readonly (readonly [Meaning[], readonly string[]])[] = [
  [
    inOffice('coordinator'),
    ['Управление образования', 'УО', 'Управление образования Администрации города Глазова'],
  ],
  [
    inOffice('coordinator'),
    [
      'Муниципальный координатор',
      'Координатор ЦМН',
      'Координатор УО',
      'Координатор',
      'Муниципальные координаторы',
    ],
  ],
  [
    inOffice('office-head'),
    ['Начальник УО', 'Начальник управления образования', 'Руководитель управления образования'],
  ],
  [
    inOffice('office-deputy-head'),
    ['Заместитель начальника УО', 'Заместитель начальника управления образования'],
  ],
  [
    inEach('head'),
    [
      'ОО',
      'Образовательные организации',
      'Общеобразовательные организации',
      'Руководители ОО',
      'Руководитель ОО',
      'Директор ОО',
      'Директора ОО',
      'Директор',
      'Руководители образовательных организаций',
      'Руководитель образовательной организации',
      'Администрация ОО',
      'Администрация образовательной организации',
    ],
  ],
  [
    inEach('deputy-head'),
    [
      'Заместитель директора',
      'Заместители директора',
      'Заместители директоров',
      'Заместитель директора ОО',
      'Заместители директоров ОО',
    ],
  ],
  [
    inEach('association-head'),
    ['Руководители ШМО', 'Руководитель ШМО', 'ШМО', 'Руководители методических объединений'],
  ],
  [
    inEach('curator'),
    [
      'Куратор',
      'Кураторы',
      'Куратор программы',
      'Кураторы программы',
      'Куратор программы наставничества',
      'Кураторы ОО',
      'Куратор ОО',
    ],
  ],
  [
    inEach('mentor', 'mentee'),
    ['Наставническая пара', 'Наставнические пары', 'Наставник-наставляемый', 'Наставники-наставляемые'],
  ],
  [inEach('mentor'), ['Наставник', 'Наставники', 'Педагоги-наставники', 'Педагог-наставник']],
  [inEach('mentee'), ['Наставляемый', 'Наставляемые']],
  [
    ofPartner('АОУ ДПО УР «Институт развития образования»', 'АОУ ДПО УР ИРО'),
    ['АОУ ДПО ИРО', 'АОУ ДПО УР ИРО', 'АОУ ДПО УР «Институт развития образования»', 'ИРО'],
  ],
  [
    ofPartner(
      'ФГБОУ ВО «Глазовский государственный педагогический институт имени В. Г. Короленко»',
      'ГГПИ им. В.Г. Короленко',
    ),
    ['ФГБОУ ВО «ГГПИ им. В.Г. Короленко»', 'ГГПИ им. В.Г. Короленко', 'ФГБОУ ВО «ГГПИ»', 'ГГПИ'],
  ],
  [ofPartner('МАУ ЦСОО «Перемена»', 'ЦСОО «Перемена»'), ['МАУ ЦСОО «Перемена»', 'ЦСОО «Перемена»']],
  [
    ofPartner('Профсоюзный комитет', 'Профсоюзный комитет'),
    ['Профсоюзный комитет', 'Профсоюзная организация', 'Профком'],
  ],
];

const seed: readonly SeedPhrase[] = meanings.flatMap(([targets, phrases]) =>
  phrases.flatMap((phrase) => targets.map((target) => ({ phrase, ...target }))),
);

/** The usual meanings of a phrase, worded as the roadmap words it; empty where there is none. */
export function usualMeanings(phrase: string): SeedPhrase[] {
  const key = phraseKey(phrase);
  return seed.filter((row) => phraseKey(row.phrase) === key).map((row) => ({ ...row, phrase }));
}
