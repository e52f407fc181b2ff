import type { DocumentData } from '../../domain/documents/document-data.ts';
import type { PaperPair, PaperPerson } from '../../domain/documents/order-paper.ts';
import type { PersonalProgramme } from '../../domain/pairs/personal-programme.ts';
import { dayText } from '../dates.ts';
import { type BasePlace, placeData } from './base-data.ts';
import { formName } from './form-names.ts';
import { capital, peopleData, personData, signatureOf } from './worded-people.ts';

export type ProgrammePaper = {
  place: BasePlace;
  pair: PaperPair;
  programme: PersonalProgramme;
  /** Who approves it; `null` where nobody leads the organization here. */
  head: PaperPerson | null;
};

/** What the template of a personal programme is filled with. */
export function programmeData({ place, pair, programme, head }: ProgrammePaper): DocumentData {
  return {
    ...placeData(place),
    ...personData('Наставник', pair.mentor),
    ...peopleData('Наставляемые', pair.mentees),
    'Каждый наставляемый': pair.mentees.map((mentee) => personData('Наставляемый', mentee)),
    Форма: formName(pair.form),
    'Срок с': dayText(pair.fromOn),
    'Срок по': dayText(pair.toOn),
    Цель: pair.goal,
    Задачи: programme.tasks.map((text, at) => ({ '№': String(at + 1), Текст: text })),
    Мероприятия: programme.activities.map(({ what, fromOn, toOn }, at) => ({
      '№': String(at + 1),
      Текст: what,
      Когда: spanOf(fromOn, toOn),
    })),
    'Ожидаемые результаты': programme.results,
    ...personData('Утверждает', head),
    'Утверждает должность': capital(head?.post.nominative ?? ''),
    Подпись: head === null ? '' : signatureOf(head.name.nominative),
  };
}

function spanOf(fromOn: string | null, toOn: string | null): string {
  if (fromOn !== null && toOn !== null && fromOn !== toOn) return `${dayText(fromOn)} – ${dayText(toOn)}`;
  const day = toOn ?? fromOn;
  return day === null ? 'в течение срока' : dayText(day);
}
