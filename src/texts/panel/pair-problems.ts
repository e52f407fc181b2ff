import type { ConsentKind } from '../../domain/consents/consent.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { consentNames } from '../consent-names.ts';
import { counted } from '../plural.ts';

type Words = { title: string; detail?: string };

const placeForms = ['место', 'места', 'мест'] as const;

/** Why a pair can't be as it was wished. */
export const pairProblems: Readonly<Record<string, Words | ((facts: Refusal['facts']) => Words)>> = {
  'own-mentor': { title: 'Нельзя быть наставником самому себе' },
  'mentees-missing': { title: 'Выберите от одного до десяти наставляемых' },
  'term-invalid': {
    title: 'Такого срока не бывает',
    detail: 'Начало — не позже конца, а пара длится не дольше двух лет.',
  },
  'goal-too-long': { title: 'Цель слишком длинная', detail: 'Уложитесь в тысячу знаков.' },
  'not-taking-part': {
    title: 'Кто-то из пары сейчас не участвует в программе',
    detail: 'Проверьте заявки наставника и наставляемого.',
  },
  'form-unfit': {
    title: 'Эта форма наставничества не для этой пары',
    detail:
      'Ученикам подходят формы «… — ученик», работающим — «… — учитель»; ученик может быть наставником только ученика.',
  },
  'representative-missing': {
    title: 'У ученика нет законного представителя в программе',
    detail: 'Без него согласие на пару дать некому: пригласите родителя.',
  },
  'consent-missing': ({ kind }) => ({
    title: 'Не хватает согласия',
    detail: `Нет согласия: ${consentNames[kind as ConsentKind] ?? 'на участие'}. Без согласий обеих сторон пару создать нельзя.`,
  }),
  'pair-exists': { title: 'Эти двое уже в паре', detail: 'Найдите их пару на доске.' },
  'capacity-reached': ({ capacity, load }) => ({
    title: 'У наставника не осталось мест',
    detail: `Готов взять: ${capacity}, уже занято: ${counted(Number(load), placeForms)}. Выберите другого или завершите одну из пар.`,
  }),
  'same-mentor': { title: 'Это тот же наставник', detail: 'Выберите другого.' },
  'not-asked': { title: 'Этого человека о паре не спрашивали' },
  'meeting-invalid': {
    title: 'Так встречу не записать',
    detail: 'Нужны тема и день не позже сегодняшнего.',
  },
  'programme-too-long': { title: 'Программа слишком длинная', detail: 'Сократите строки.' },
  'activity-dates': {
    title: 'У занятия конец раньше начала',
    detail: 'Поправьте даты в плане занятий.',
  },
};
