import { wordRecipient } from '../../src/desks/print-diploma.ts';
import type { DiplomaFacts, Recipient } from '../../src/domain/diplomas/diploma.ts';

/** Invented people only. */
export function recipientOf(fullName: string, post = 'учитель физики'): Recipient {
  const [surname = '', name = '', ...patronymic] = fullName.split(' ');
  const person = {
    personId: '00000000-0000-4000-8000-000000000001',
    surname,
    name,
    patronymic: patronymic.join(' '),
    post,
    className: '',
    role: null,
    organizationKind: 'school',
  };
  return wordRecipient(person, []).recipient;
}

export const diplomaFacts: DiplomaFacts = {
  kind: 'diploma',
  award: 'winner',
  place: 1,
  number: 'МН-2022-0001',
  recipient: recipientOf('Иванова Мария Петровна'),
  organization: 'МБОУ «Средняя школа № 3»',
  contest: 'Мой наставник',
  nomination: 'Лучшая история',
  work: '«Как мы учились друг у друга»',
  team: '',
  city: 'Глазов',
  issuedOn: '2022-03-25',
  office: 'Управление образования города Глазова',
  signatures: [{ post: 'Начальник управления', name: 'О. П. Серова' }],
  verificationUrl: 'https://nastavnik.example.org/diploma/0123456789abcdefghjkmnpqrs',
};
