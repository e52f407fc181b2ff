import type { Day } from '../../domain/calendar/day.ts';
import type { DiplomaFacts, DiplomaKind, Recipient } from '../../domain/diplomas/diploma.ts';

/** Somebody whom nobody knows, for the look of a design. */
export const inventedDiploma = {
  person: {
    personId: '0',
    surname: 'Образцова',
    name: 'Мария',
    patronymic: 'Ивановна',
    post: 'учитель физики',
    className: '',
    role: null,
    organizationKind: 'school',
  },
  facts(kind: DiplomaKind, given: { recipient: Recipient; office: string }, issuedOn: Day): DiplomaFacts {
    return {
      ...given,
      kind,
      award: kind === 'diploma' ? 'winner' : 'participant',
      place: kind === 'diploma' ? 1 : null,
      number: 'МН-0000-0000',
      organization: 'МБОУ «Средняя школа № 0»',
      contest: 'Мой наставник',
      nomination: 'Лучшая история наставничества',
      work: 'Как мы учились друг у друга',
      team: 'Вместе',
      city: 'Глазов',
      issuedOn,
      signatures: null,
      verificationUrl: 'https://example.org/diploma/образец',
    };
  },
} as const;
