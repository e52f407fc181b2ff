import { linkMinutes, visitMinutes } from '../domain/pages/page-link.ts';

/** What every page of ours says around its content. */
export const frameWords = {
  product: 'Наставник',
  programme: 'Программа наставничества',
  skip: 'К содержанию',
  leave: 'Закончить',
  toBeginning: 'Вернуться к началу',
  nav: 'Разделы',
  form: 'Анкета',
  consents: 'Согласия',
  privacy: 'Мои данные',
  footer: `Страница открыта только для вас и закроется через ${visitMinutes} минут. Она ничего не загружает с чужих сайтов.`,
} as const;

export const goWords = {
  title: 'Страница программы',
  ready: 'Всё готово. Нажмите кнопку — и страница откроется в этом браузере.',
  once: `Ссылка открывается один раз и действует ${linkMinutes} минут. Не пересылайте её: она откроет ваши данные.`,
  go: 'Продолжить',
  spentTitle: 'Ссылка больше не действует',
  spent:
    'Её уже открывали, или прошло полчаса. Вернитесь в чат и попросите новую: нажмите «Новая ссылка» под тем же сообщением.',
  leftTitle: 'Готово',
  left: 'Страница закрыта. Всё, что вы успели записать, сохранено. Вернуться можно по новой ссылке из чата.',
} as const;

/** Commands of the chat, where their words are shown. */
export const chatWords = {
  privacy: '/privacy — команда чата. На этой странице то же самое — в разделе «Мои данные».',
} as const;

export const spokenWords = {
  file: (at: number, of: number) => (of > 1 ? `Скачать файл ${at} из ${of}` : 'Скачать файл'),
} as const;

export type PageFault = { title: string; text: string };

const faults: Record<string, PageFault> = {
  'visit-over': {
    title: 'Время вышло',
    text: 'Страница закрывается через час после открытия. Записанное сохранено. Попросите в чате новую ссылку — и продолжим.',
  },
  'form-expired': {
    title: 'Страница устарела',
    text: 'Откройте её заново и повторите — так мы убеждаемся, что кнопку нажали именно вы.',
  },
  'not-found': { title: 'Такой страницы нет', text: 'Возможно, она изменилась. Начните с анкеты.' },
  'too-many': { title: 'Слишком часто', text: 'Подождите минуту и повторите, пожалуйста.' },
  'too-large': { title: 'Слишком большой файл', text: 'Подойдёт файл до 20 МБ.' },
  'wrong-file': {
    title: 'Файл не подошёл',
    text: 'Он пустой, это программа, или внутри не то, что обещает имя.',
  },
  'text-outdated': {
    title: 'Текст согласия обновился',
    text: 'Пока вы читали, вышла новая редакция. Откройте страницу заново и прочитайте её, пожалуйста.',
  },
  'state-passed': {
    title: 'Уже решено',
    text: 'Пока вы смотрели, состояние изменилось. Откройте страницу заново.',
  },
  'operator-unknown': {
    title: 'Регистрация ещё не открыта',
    text: 'В настройках программы не указан оператор персональных данных. Координатор сможет это исправить.',
  },
  'already-applied': { title: 'Такая заявка уже есть', text: 'Её состояние — на странице анкеты.' },
  'form-unfinished': {
    title: 'Ещё не всё',
    text: 'На несколько вопросов нет ответа. Откройте анкету заново.',
  },
  'consent-missing': { title: 'Не хватает согласия', text: 'Без него заявку отправить нельзя.' },
  broken: {
    title: 'Что-то сломалось',
    text: 'Это наша ошибка, она записана. Попробуйте ещё раз чуть позже.',
  },
};

/** Words for what went wrong; a refusal without words of its own gets general ones. */
export function pageFault(code: string): PageFault {
  return (
    faults[code] ?? {
      title: 'Так не получится',
      text: 'Это действие сейчас невозможно. Вернитесь назад и проверьте.',
    }
  );
}
