import type { TemplateKind } from '../../domain/documents/fields.ts';
import type { DocxBlock, DocxPlan } from '../../domain/files/docx-plan.ts';

type Paragraph = Extract<DocxBlock, { kind: 'paragraph' }>;

const gap: DocxBlock = { kind: 'gap' };
const line = (text: string, more: Partial<Paragraph> = {}): DocxBlock => ({
  kind: 'paragraph',
  text,
  ...more,
});
const head = (text: string): DocxBlock => line(text, { align: 'center', bold: true, keep: true });
const body = (text: string): DocxBlock => line(text, { align: 'justify', indent: true });
/** The paragraph comes once for each entry of the list. */
const each = (list: string, text: string): DocxBlock =>
  body(`{#${list} [loopOver: "paragraph"]}${text}{/${list}}`);

const order: readonly DocxBlock[] = [
  head('{Организация}'),
  gap,
  head('ПРИКАЗ'),
  gap,
  { kind: 'ends', left: '{Дата приказа}', right: '№ {Номер приказа}' },
  gap,
  line('О закреплении наставнических пар', { bold: true }),
  gap,
  body('{Основание}'),
  line('ПРИКАЗЫВАЮ:', { bold: true, keep: true }),
  each(
    'Пары',
    '{№}. Закрепить наставником {Наставник с должностью вин} за {Наставляемые с должностью тв} на срок с {Срок с} г. по {Срок по} г. (форма наставничества «{Форма}»).',
  ),
  each('Пункты', '{№}. {Текст}'),
  gap,
  body('Приложение: согласия участников на обработку персональных данных.'),
  gap,
  gap,
  { kind: 'ends', left: '{Подписывает должность}', right: '{Подпись}' },
  gap,
  gap,
  line('С приказом ознакомлены:', { keep: true }),
  {
    kind: 'table',
    widths: [70, 50, 50],
    frame: false,
    rows: [['{#Ознакомлены}{ФИО кратко}', '________________', '«____» __________ 20___ г.{/Ознакомлены}']],
  },
];

const programme: readonly DocxBlock[] = [
  line('УТВЕРЖДАЮ', { align: 'right' }),
  line('{Утверждает должность}', { align: 'right' }),
  line('______________ {Подпись}', { align: 'right' }),
  line('«____» ______________ 20___ г.', { align: 'right' }),
  gap,
  head('ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА НАСТАВНИЧЕСТВА'),
  head('{Организация}'),
  gap,
  body('Наставник: {Наставник}, {Наставник должность}'),
  body(
    '{#Каждый наставляемый [loopOver: "paragraph"]}Наставляемый: {Наставляемый}, {Наставляемый должность}{/}',
  ),
  body('Форма наставничества: {Форма}'),
  body('Срок: с {Срок с} г. по {Срок по} г.'),
  body('Цель: {Цель}'),
  gap,
  head('Задачи'),
  each('Задачи', '{№}. {Текст}'),
  gap,
  head('План мероприятий'),
  {
    kind: 'table',
    widths: [12, 98, 35, 25],
    frame: true,
    head: ['№', 'Мероприятие', 'Срок', 'Отметка'],
    rows: [['{#Мероприятия}{№}', '{Текст}', '{Когда}', '{/Мероприятия}']],
  },
  gap,
  head('Ожидаемые результаты'),
  body('{Ожидаемые результаты}'),
  gap,
  { kind: 'ends', left: 'Наставник ______________', right: '{Наставник кратко}' },
  body('{#Каждый наставляемый [loopOver: "paragraph"]}Наставляемый ______________ {Наставляемый кратко}{/}'),
];

const consent: readonly DocxBlock[] = [
  head('{Заголовок}'),
  gap,
  each('Абзацы', '{Текст}'),
  gap,
  body('Фамилия, имя, отчество: {ФИО}'),
  body('Адрес: ____________________________________________________'),
  body('Документ, удостоверяющий личность: _________________________'),
  body(
    '{#Даёт представитель [loopOver: "paragraph"]}Законный представитель (фамилия, имя, отчество, адрес, документ, основание): ____________________________________________________{/}',
  ),
  gap,
  { kind: 'ends', left: '«____» ______________ 20___ г.', right: 'Подпись ______________' },
  gap,
  line('{Версия текста}'),
];

const base = (title: string, list: string, columns: readonly [string, string, number][]): DocxPlan => {
  const cells = columns.map(([, field]) => `{${field}}`);
  cells[0] = `{#${list}}${cells[0]}`;
  cells[cells.length - 1] += `{/${list}}`;
  return {
    landscape: true,
    blocks: [
      head('{Организация}'),
      head(title),
      line('По состоянию на {Дата}, всего: {Всего}', { align: 'center' }),
      gap,
      {
        kind: 'table',
        widths: columns.map(([, , wide]) => wide),
        frame: true,
        head: columns.map(([heading]) => heading),
        rows: [cells],
      },
    ],
  };
};

/** The templates a programme prints by until its administrators upload their own. */
export const defaultTemplates: Readonly<Record<TemplateKind, DocxPlan>> = {
  'pair-order': { blocks: order },
  'personal-programme': { blocks: programme },
  consent: { blocks: consent },
  'mentor-base': base('БАЗА НАСТАВНИКОВ', 'Наставники', [
    ['№', '№', 10],
    ['ФИО', 'ФИО', 45],
    ['Организация', 'Организация участника', 35],
    ['Должность', 'Должность', 32],
    ['Компетенции', 'Компетенции', 55],
    ['Опыт', 'Опыт', 25],
    ['Формы', 'Формы', 28],
    ['Наставляемые', 'Наставляемые', 27],
  ]),
  'mentee-base': base('БАЗА НАСТАВЛЯЕМЫХ', 'Наставляемые', [
    ['№', '№', 10],
    ['ФИО', 'ФИО', 45],
    ['Организация', 'Организация участника', 35],
    ['Год рождения или класс', 'Год рождения или класс', 25],
    ['Запросы', 'Запросы', 60],
    ['Наставник', 'Наставник', 42],
    ['Период', 'Период', 40],
  ]),
};
