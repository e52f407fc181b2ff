import type { PublicContest, PublicWork } from '../../domain/contests/public-desk.ts';
import { contestWords, stageText } from './contest-words.ts';
import { galleryWords } from './gallery-words.ts';

export const feedWords = {
  contests: 'Конкурсы программы наставничества',
  contestsText: 'Объявления и итоги конкурсов.',
  gallery: (title: string) => galleryWords.title(title),
  galleryText: (title: string) => `Работы конкурса «${title}», которые авторы разрешили показать.`,
  announced: ({ title }: PublicContest) => `Объявлен: ${title}`,
  published: ({ title }: PublicContest) => contestWords.resultsTitle(title),
  stage: stageText,
  /** Feeds are copied by whoever reads them and can't be called back: nothing that people wrote, no names. */
  work: ({ id, nomination }: PublicWork) =>
    nomination === '' ? galleryWords.untitled(id) : `${galleryWords.untitled(id)}, «${nomination}»`,
} as const;
