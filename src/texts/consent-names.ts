import type { ConsentKind } from '../domain/consents/consent.ts';

/** The kinds of consent as buttons and lines name them. */
export const consentNames: Record<ConsentKind, string> = {
  'personal-data': 'персональные данные',
  distribution: 'публикации',
  participation: 'участие в программе',
  'pupil-media': 'фото и видео',
};

/** As lists of documents name them. */
export const consentTitles: Record<ConsentKind, string> = {
  'personal-data': 'Обработка персональных данных',
  distribution: 'Публикация имени и материалов',
  participation: 'Участие в программе',
  'pupil-media': 'Фото и видео ученика',
};
