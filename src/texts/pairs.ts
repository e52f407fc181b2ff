import type { CloseReason, PairState } from '../domain/pairs/pair.ts';
import { mentorWords } from './forms/mentor-words.ts';
import { shortName } from './people.ts';

/** In brackets or in the middle of a sentence: «пара …». */
export const pairStateWords: Readonly<Record<PairState, string>> = {
  proposed: 'предложена',
  agreed: 'согласована',
  ordered: 'закреплена приказом',
  active: 'работает',
  completed: 'завершена',
  'ended-early': 'завершена досрочно',
  declined: 'не состоялась',
};

export const closeReasonWords: Readonly<Record<CloseReason, string>> = {
  'mentor-left': 'наставник вышел из программы',
  'mentee-left': 'наставляемый вышел из программы',
  replaced: 'наставник заменён',
  'by-agreement': 'по соглашению сторон',
  'no-fit': 'не сработались',
  other: 'другая причина',
  mentor: 'наставник не согласен',
  mentee: 'наставляемый не согласен',
  representative: 'законный представитель не согласен',
  withdrawn: 'предложение отозвано',
  expired: 'никто не ответил две недели',
};

/** «Учитель — учитель», as the form of the mentor says it. */
export function mentoringFormWords(form: string): string {
  return mentorWords.questions.forms?.options?.[form] ?? form;
}

/** «Котов П. И.»; who was erased since has no name any more. */
export function memberName(person: Parameters<typeof shortName>[0]): string {
  return person.surname === '' ? 'данные удалены' : shortName(person);
}
