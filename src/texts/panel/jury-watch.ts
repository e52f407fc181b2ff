import type { SheetState } from '../../domain/contests/judging.ts';
import type { Conflict } from '../../domain/contests/ranking/conflict.ts';
import { counted, type Forms } from '../plural.ts';

const sheetForms: Forms = ['лист', 'листа', 'листов'];
const workForms: Forms = ['работа', 'работы', 'работ'];
const jurorForms: Forms = ['члену жюри', 'членам жюри', 'членам жюри'];

/** The jury as staff see it. */
export const juryWatchWords = {
  tab: 'Ход оценки',
  jurors: 'Члены жюри',
  noJurors: 'В жюри пока никого нет.',
  name: 'Член жюри',
  chair: 'председатель',
  done: 'Готово',
  left: 'Осталось',
  begun: 'Начато',
  abstained: 'Отказы',
  conflicts: 'Конфликт интересов',
  lastAt: 'Последнее сохранение',
  never: 'ещё не начинал(а)',
  ofDue: (finished: number, due: number) => `${finished} из ${due}`,
  hopeless: (count: number, least: number) =>
    `${counted(count, workForms)} не получат места: оценить их может меньше ${least} членов жюри. Добавьте членов жюри.`,
  works: 'Работы и листы',
  noWorks: 'Принятых работ нет.',
  work: 'Работа',
  nomination: 'Номинация',
  workOf: (id: string) => `№ ${id}`,
  range: 'Расхождение',
  wideTitle: 'Мнения сильно разошлись',
  wideHint: (from: number) =>
    `Здесь оценки членов жюри расходятся на ${from} баллов из 100 и больше. Можно показать эти работы ещё раз: листы откроются, прежние баллы останутся, каждый член жюри получит одно сообщение.`,
  noWide: 'Работ с большим расхождением нет.',
  chooseWork: (id: string) => `Показать ещё раз работу № ${id}`,
  askAgain: 'Показать ещё раз',
  askAgainWarning: (works: number) => `Листы снова откроются: ${counted(works, workForms)}.`,
  askedAgain: (sheets: number, told: number) =>
    `Открыто снова: ${counted(sheets, sheetForms)}. Написали ${counted(told, jurorForms)}.`,
  shownAgain: 'показана ещё раз',
  cells: {
    untouched: '—',
    begun: 'начат',
    finished: 'готов',
    abstained: 'отказ',
    none: '',
    'own-entry': 'своя работа',
    'named-mentor': 'работа о нём',
    pair: 'своя пара',
    organization: 'своя организация',
  } satisfies Record<SheetState | Conflict | 'none', string>,
  total: (total: number) => total.toFixed(1).replace('.', ','),
  comments: 'Что написало жюри',
  noComments: 'Комментариев нет.',
  more: (count: number) => `Показать ещё ${count}`,
  filter: 'Показать номинацию',
  all: 'Все',
} as const;
