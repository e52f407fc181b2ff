import type { Reason } from '../../domain/pairs/suggestion.ts';
import { mentoringFormWords } from '../pairs.ts';
import { counted } from '../plural.ts';

const placeForms = ['место', 'места', 'мест'] as const;

export const suggestionWords = {
  title: 'Подходящие наставники',
  hint: 'Лучшие — первыми. Решаете вы: нажмите «Предложить», и оба получат вопрос в чате.',
  propose: 'Предложить',
  proposeTo: (name: string) => `Предложить пару: ${name}`,
  none: 'Подходящих наставников пока нет',
  noneHint: 'У всех заняты места, или наставников ещё нет в базе. Пригласите новых или освободите место.',
  why: 'Почему подходит',
} as const;

const experienceWords: Record<string, string> = {
  'to-3': 'наставник до трёх лет',
  'to-10': 'наставник от трёх до десяти лет',
  'over-10': 'наставник больше десяти лет',
};

/** «Поможет: классное руководство (нужно: дети не слушаются)». */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'competencies':
      return `Поможет с ${reason.fits.length} из ${reason.needed}: ${reason.fits.map(fitText).join('; ')}`;
    case 'no-competencies':
      return 'О нужных темах наставник ничего не написал';
    case 'same-subject':
      return `Тот же предмет: ${reason.subject}`;
    case 'same-organization':
      return 'Из той же организации';
    case 'form':
      return `Готов к форме «${mentoringFormWords(reason.form)}»`;
    case 'other-forms':
      return 'Выбирал другие формы наставничества';
    case 'capacity':
      return `Свободно: ${counted(reason.left, placeForms)} из ${reason.of}`;
    case 'experience':
      return experienceWords[reason.experience] ?? 'Опыта наставничества пока нет';
    case 'unreachable':
      return 'Не в боте: согласие возьмите на бумаге';
  }
}

function fitText({ request, competency }: { request: string; competency: string }): string {
  return request.toLowerCase() === competency.toLowerCase()
    ? `«${competency}»`
    : `«${competency}» (нужно: «${request}»)`;
}

/** Speaks against rather than for. */
export function isDoubt({ kind }: Pick<Reason, 'kind'>): boolean {
  return kind === 'no-competencies' || kind === 'other-forms' || kind === 'unreachable';
}
