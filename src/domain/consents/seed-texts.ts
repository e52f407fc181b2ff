import type { ConsentGiver, ConsentKind } from './consent.ts';
import type { ConsentDraft } from './consent-book.ts';
import {
  actions,
  bodyOf,
  type Clause,
  manner,
  onBehalf,
  operator,
  termAndWithdrawal,
  who,
} from './seed-clauses.ts';
import { distribution, pupilMedia } from './seed-publishing.ts';

const personalDataPurpose =
  'Участие в программе «{programme}»: ведение муниципальных баз наставников и наставляемых, подбор и сопровождение наставнических пар, приказы, мониторинг и отчётность, напоминания о сроках и ответы на обращения.';

const personalData: Record<ConsentGiver, ConsentDraft> = {
  self: {
    title: 'Согласие на обработку персональных данных',
    summary: [
      'Мы сохраним то, что вы расскажете о себе в анкете: имя, организацию, опыт, контакт.',
      'Это нужно для участия в программе наставничества; без отдельного согласия мы ничего не публикуем.',
      'Отозвать согласие можно в любой момент: /privacy.',
    ].join('\n'),
    body: bodyOf([
      who.self,
      operator,
      { heading: 'Зачем', text: personalDataPurpose },
      {
        heading: 'Какие данные',
        text: 'Фамилия, имя, отчество; год рождения; номер телефона; образовательная организация, должность или класс, предмет, стаж, квалификационная категория; опыт наставничества, компетенции, запросы, пожелания и формы наставничества; роль, пары, мероприятия и результаты участия; у законного представителя — кем он приходится ученику; идентификаторы учётных записей в мессенджерах, переписка с ботом и присланные в него файлы.',
      },
      actions,
      onBehalf,
      termAndWithdrawal,
      manner,
    ]),
  },
  representative: {
    title: 'Согласие законного представителя на обработку персональных данных ученика',
    summary: [
      'Мы сохраним имя, школу, класс и год рождения ученика, его запросы и участие в программе.',
      'Это нужно, чтобы ученик участвовал в программе; без отдельного согласия мы ничего не публикуем.',
      'Отозвать согласие можно в любой момент: /privacy.',
    ].join('\n'),
    body: bodyOf([
      who.representative,
      operator,
      { heading: 'Зачем', text: personalDataPurpose },
      {
        heading: 'Какие данные',
        text: 'Ученика: фамилия, имя, отчество; год рождения; образовательная организация и класс; запросы, пожелания, компетенции; роль, пары, мероприятия и результаты участия; идентификаторы учётных записей в мессенджерах, переписка с ботом и присланные в него файлы. Мои собственные данные обрабатываются по моему отдельному согласию.',
      },
      actions,
      onBehalf,
      termAndWithdrawal,
      manner,
    ]),
  },
};

const rules: Clause = {
  heading: 'На что',
  text: 'На участие в программе «{programme}» наставником или наставляемым: знакомство с парой, встречи, персонализированная программа, мероприятия, опросы в начале и в конце. Участие добровольное и бесплатное. Закрепление в паре оформляется приказом. Выйти можно в любой момент, это не влияет ни на работу, ни на учёбу, ни на оценки.',
};

const participationData: Clause = {
  heading: 'Какие данные для этого нужны',
  text: 'Фамилия, имя, отчество, образовательная организация, должность или класс, роль в программе, пара, мероприятия и результаты участия. Другие данные обрабатываются по отдельному согласию на обработку персональных данных.',
};

const participation: Record<ConsentGiver, ConsentDraft> = {
  self: {
    title: 'Согласие на участие в программе наставничества',
    summary: [
      'Вы соглашаетесь стать наставником или наставляемым.',
      'Участие добровольное и бесплатное, пару закрепляет приказ.',
      'Выйти из программы можно в любой момент: /privacy.',
    ].join('\n'),
    body: bodyOf([
      who.self,
      operator,
      rules,
      participationData,
      actions,
      onBehalf,
      termAndWithdrawal,
      manner,
    ]),
  },
  representative: {
    title: 'Согласие законного представителя на участие ученика в программе наставничества',
    summary: [
      'Вы соглашаетесь, чтобы ученик стал наставляемым или наставником.',
      'Участие добровольное и бесплатное, о встречах знает куратор школы.',
      'Забрать согласие можно в любой момент: /privacy.',
    ].join('\n'),
    body: bodyOf([
      who.representative,
      operator,
      {
        ...rules,
        text: `${rules.text} Встречи с учеником проходят в образовательной организации, на мероприятиях программы или с моего ведома; о каждой знает куратор.`,
      },
      participationData,
      actions,
      onBehalf,
      termAndWithdrawal,
      manner,
    ]),
  },
};

/**
 * What a programme begins with until staff write their own: our words for everything that 152-ФЗ art. 9 part 4 and
 * art. 10.1 ask a consent to name. Rows in the making, as the phrases of `responsible-seed.ts` are: the books that
 * need them see no texts.
 */
export const seedTexts: Readonly<Record<ConsentKind, Record<ConsentGiver, ConsentDraft>>> = {
  'personal-data': personalData,
  participation,
  distribution,
  'pupil-media': pupilMedia,
};
