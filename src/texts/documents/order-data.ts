import type { DocumentData } from '../../domain/documents/document-data.ts';
import type { OrderPaper, PaperPair, PaperPerson } from '../../domain/documents/order-paper.ts';
import { shortOf } from '../../domain/names/name-cases.ts';
import { dayText } from '../dates.ts';
import { formName } from './form-names.ts';
import { capital, peopleData, personData, signatureOf, withPost } from './worded-people.ts';

/** Written in by hand until the order is registered. */
const blank = { number: '________', day: '«____» ______________ 20___ г.' };

/** What the template of an order is filled with; the fields of `fieldsOfKind['pair-order']`. */
export function orderData(paper: OrderPaper): DocumentData {
  const acquainted = everybody(paper);
  return {
    Организация: paper.organizationName,
    'Организация кратко': paper.organizationShortName,
    Программа: paper.programmeName,
    Дата: `${dayText(paper.today)} г.`,
    'Номер приказа': paper.number ?? blank.number,
    'Дата приказа': paper.orderedOn === null ? blank.day : `${dayText(paper.orderedOn)} г.`,
    Основание: paper.basis,
    Пары: paper.pairs.map(pairData),
    'Всего пар': String(paper.pairs.length),
    Пункты: pointsOf(paper).map((text, at) => ({ '№': String(paper.pairs.length + at + 1), Текст: text })),
    ...personData('Контроль', paper.control),
    ...personData('Подписывает', paper.signer),
    'Подписывает должность': capital(paper.signer?.post.nominative ?? ''),
    Подпись: paper.signer === null ? '' : signatureOf(paper.signer.name.nominative),
    Ознакомлены: acquainted.map(({ name }) => ({
      ФИО: name.nominative,
      'ФИО кратко': shortOf(name.nominative),
    })),
  };
}

function pairData(pair: PaperPair, at: number): DocumentData {
  return {
    '№': String(at + 1),
    ...personData('Наставник', pair.mentor),
    ...peopleData('Наставляемые', pair.mentees),
    'Каждый наставляемый': pair.mentees.map((mentee) => personData('Наставляемый', mentee)),
    Форма: formName(pair.form),
    'Срок с': dayText(pair.fromOn),
    'Срок по': dayText(pair.toOn),
    Цель: pair.goal,
  };
}

/** The clerk's points, and who sees to it that the order is carried out as the last one. */
function pointsOf({ points, control }: OrderPaper): string[] {
  return [
    ...points,
    control === null
      ? 'Контроль за исполнением настоящего приказа оставляю за собой.'
      : `Контроль за исполнением настоящего приказа возложить на ${withPost(control, 'accusative')}.`,
  ];
}

/** Whoever is named in it, each once, mentors first. */
function everybody({ pairs, control }: OrderPaper): PaperPerson[] {
  const all = [
    ...pairs.map(({ mentor }) => mentor),
    ...pairs.flatMap(({ mentees }) => mentees),
    ...(control === null ? [] : [control]),
  ];
  const seen = new Set<string>();
  return all.filter(({ name, post }) => {
    const key = `${name.nominative}\n${post.nominative}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What a new order begins with; the clerk changes it. */
export const orderDefaults = {
  basis: (programmeName: string) =>
    `В целях реализации программы «${programmeName}» и на основании согласий участников`,
  points: [
    'Наставникам разработать персонализированные программы наставничества и согласовать их с куратором в течение месяца со дня издания приказа.',
    'Наставникам и наставляемым отмечать проведённые встречи.',
  ],
} as const;
