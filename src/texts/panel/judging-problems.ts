import type { Refusal } from '../../domain/refusal.ts';
import { counted, type Forms } from '../plural.ts';

type Words = { title: string; detail?: string };

/** Why a sheet or the results of a contest can't be written. */
export const judgingProblems: Readonly<Record<string, Words | ((facts: Refusal['facts']) => Words)>> = {
  'points-wrong': ({ scale }) => ({
    title: 'Таких баллов на шкале нет',
    detail: `Можно поставить от 0 до ${scale}, с шагом в половину балла.`,
  }),
  'sheet-finished': {
    title: 'Лист уже завершён',
    detail: 'Исправить его можно, только если координатор попросит посмотреть работу ещё раз.',
  },
  'sheet-abstained': {
    title: 'Вы отказались оценивать эту работу',
    detail: 'Если передумали, сначала верните её себе.',
  },
  'sheet-incomplete': {
    title: 'Не по всем критериям стоят баллы',
    detail: 'Поставьте баллы по каждому критерию, потом завершите лист.',
  },
  'results-unfinished': (facts) => ({
    title: 'Ещё не всё готово к подведению итогов',
    detail: `${unfinishedWords(facts)} Дождитесь или подведите итоги так, указав причину.`,
  }),
  'results-empty': {
    title: 'Подводить итоги не по чему',
    detail: 'В конкурсе нет ни одной принятой работы.',
  },
  'results-unchecked': {
    title: 'Итоги ещё не подведены',
    detail: 'Сначала проверьте и зафиксируйте места.',
  },
  'results-unpublished': {
    title: 'Итоги ещё не опубликованы',
    detail: 'Сообщать участникам можно только после публикации.',
  },
};

const sheetForms: Forms = ['лист', 'листа', 'листов'];
const workForms: Forms = ['работе', 'работам', 'работам'];

function unfinishedWords({ sheets, entries, activity }: Refusal['facts']): string {
  const parts = [
    ...(Number(sheets) > 0 ? [`Не завершено: ${counted(Number(sheets), sheetForms)} оценки.`] : []),
    ...(Number(entries) > 0 ? [`Не принято решение по ${counted(Number(entries), workForms)}.`] : []),
    ...(Number(activity) > 0 ? ['Счётчики публикаций ещё не закреплены.'] : []),
  ];
  return parts.join(' ');
}
