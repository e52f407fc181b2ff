import type { ConsentBook } from '../../domain/consents/consent-book.ts';
import type { Sql } from '../sql.ts';
import { consentById, consentsOf, giveConsent, withdrawConsent } from './consent-giving.ts';
import { lackingFor } from './consent-lacks.ts';
import { receivePaper } from './consent-paper.ts';
import { createConsentTexts } from './consent-texts.ts';

export function createConsentBook(sql: Sql): ConsentBook {
  const texts = createConsentTexts(sql);
  return {
    ...texts,
    give: (given) => giveConsent(sql, given),
    receivePaper: (received) => receivePaper(sql, texts, received),
    ofPerson: (personId) => consentsOf(sql, personId),
    byId: (consentId) => consentById(sql, consentId),
    withdraw: (consentId, by, at) => withdrawConsent(sql, consentId, by, at),
    lacking: (staffId, at) => lackingFor(sql, staffId, at),
  };
}
