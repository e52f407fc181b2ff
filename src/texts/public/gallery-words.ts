import type { PublicWork } from '../../domain/contests/public-desk.ts';
import { counted } from '../plural.ts';

export const galleryWords = {
  title: (contest: string) => `Работы: ${contest}`,
  shown: (count: number) =>
    `${counted(count, ['работа', 'работы', 'работ'])}. Показаны те, чьи авторы разрешили публикацию.`,
  none: 'Пока никто из авторов не разрешил показывать работу.',
  feed: 'Новые работы (RSS)',
  nameless: 'Автор не назван',
  untitled: (id: string) => `Работа № ${id}`,
  read: 'Читать целиком',
  mentor: 'Наставник',
  onVk: 'Публикация во «ВКонтакте»',
  elsewhere: 'Открыть работу (чужой сайт)',
  files: 'Файлы',
  cut: 'Текст показан не целиком.',
  toGallery: 'Ко всем работам',
} as const;

const kinds: Record<PublicWork['files'][number]['kind'], string> = {
  document: 'Документ',
  picture: 'Изображение',
  film: 'Видео',
  sound: 'Звук',
};

/** «Документ 1, 340 КБ». */
export function fileLine({ at, kind, size }: PublicWork['files'][number]): string {
  const kilobytes = Math.max(1, Math.round(size / 1024));
  const amount =
    kilobytes < 1024 ? `${kilobytes} КБ` : `${Math.round(kilobytes / 102.4) / 10} МБ`.replace('.', ',');
  return `${kinds[kind]} ${at}, ${amount}`;
}
