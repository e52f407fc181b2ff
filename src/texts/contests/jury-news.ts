import type { Message } from '../../domain/messages/message.ts';
import { counted, type Forms } from '../plural.ts';

const workForms: Forms = ['работу', 'работы', 'работ'];

/** The jury is far apart about some works, and the juror is to look at them once more. Names nobody. */
export function askedAgainMessage(
  { title, works }: { title: string; works: number },
  panelUrl: string | null,
): Message {
  const text = `Конкурс «${title}». Мнения жюри сильно разошлись, поэтому ${counted(works, workForms)} просим посмотреть ещё раз. Ваши прежние баллы сохранены: измените их или оставьте и снова нажмите «Готово». Раздел «Оценить работы» — в панели.`;
  if (panelUrl === null) return { text };
  return { text, buttons: [[{ label: 'Открыть панель', url: `${panelUrl}/judging` }]] };
}
