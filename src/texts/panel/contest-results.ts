import type { UnrankedEntry } from '../../domain/contests/ranking/ranking.ts';
import { counted, type Forms } from '../plural.ts';

const sheetForms: Forms = ['лист', 'листа', 'листов'];
const workForms: Forms = ['работа', 'работы', 'работ'];
const peopleForms: Forms = ['человек', 'человека', 'человек'];

/** The results page of a contest. */
export const contestResultsWords = {
  tab: 'Итоги',
  preliminary: 'Предварительно',
  preliminaryHint: 'Так распределились бы места сейчас. Ничего ещё не записано и никому не видно.',
  checkedHint: (moment: string) => `Места записаны ${moment} и больше не меняются.`,
  publishedHint: (moment: string) => `Итоги опубликованы ${moment}.`,
  noWorks: 'Принятых работ нет, подводить итоги не по чему.',
  caption: (nomination: string) => `Места: ${nomination}`,
  place: 'Место',
  work: 'Работа',
  who: 'Авторы',
  jury: 'Жюри',
  activity: 'Отклик',
  score: 'Итог',
  award: 'Решение',
  sheets: 'Листов',
  note: 'Примечание',
  withoutPlace: 'без места',
  reasons: {
    'too-few-sheets': 'мало листов оценки',
    'no-activity': 'отклик читателей узнать не удалось',
  } satisfies Record<UnrankedEntry['reason'], string>,
  method: 'Как считаются итоги',
  unfinishedTitle: 'Ещё не всё готово',
  unfinishedSheets: (count: number) => `Жюри не завершило ${counted(count, sheetForms)} оценки.`,
  unfinishedEntries: (count: number) =>
    `Без решения осталась ${counted(count, workForms)}: проверьте раздел «Работы».`,
  activityOpen: 'Отклик читателей ещё не закреплён: последний подсчёт впереди.',
  check: 'Подвести итоги',
  checkWarning:
    'Места и решения запишутся раз и навсегда. Баллы больше не принимаются, править места нельзя.',
  checkForced: 'Подвести, не дожидаясь',
  reason: 'Почему не ждём',
  papers: 'Протокол и таблица',
  sheetFile: 'Скачать таблицу (XLSX)',
  protocolFile: 'Скачать протокол (DOCX)',
  protocolHint:
    'Номер и дату можно оставить пустыми и вписать от руки. Повторная печать заменит прежний файл.',
  number: 'Номер протокола',
  heldOn: 'Дата заседания',
  absent: 'Кого не было на заседании',
  secretary: 'Секретарь',
  secretaryPost: 'Должность секретаря',
  makeProtocol: 'Составить протокол',
  protocolMade: 'Протокол составлен.',
  publication: 'Публикация',
  publicationHint: (works: number, people: number, reachable: number) =>
    `${counted(works, workForms)}, ${counted(people, peopleForms)}. Написать в чат можем ${reachable}.`,
  named: (site: number, vk: number, people: number) =>
    `Разрешили назвать себя и показать награду: на нашей странице — ${site} из ${people}, во ВКонтакте — ${vk}. Остальных не назовём.`,
  commentsShown: 'Участники прочитают, что написало жюри (без имён членов жюри).',
  commentsHidden: 'Комментарии жюри участникам не показываются.',
  post: 'Публикация на стене сообщества',
  posts: {
    planned: 'Опубликует программа',
    'by-hand': 'Опубликую сам(а)',
    none: 'Не публиковать',
  },
  postText: 'Текст публикации',
  postTextHint: 'Названы только те, кто согласился. Не дописывайте имён остальных.',
  publish: 'Опубликовать итоги',
  publishWarning: (people: number) =>
    `Итоги станут видны на странице конкурса, сообщения получат: ${counted(people, peopleForms)}. Отменить нельзя.`,
  telling: 'Сообщаем участникам',
  told: (told: number, unreachable: number) => `Написали: ${told}. Некуда написать: ${unreachable}.`,
  tellAgain: 'Сообщить тем, кому ещё не сообщили',
} as const;
