import type { RegistrationForm } from '../domain/registration/application.ts';

export const fieldWords = {
  optional: '— можно пропустить',
  choose: 'Выберите из списка',
  own: (most: number) => `Своими словами — по одному в строке, не больше ${most}`,
} as const;

export const formPageWords = {
  faults: 'Проверьте, пожалуйста, ответы',
  next: 'Дальше',
  more: 'Осталось ещё немного: по вашим ответам появились новые вопросы.',
  keep: 'Записанное не пропадёт: можно вернуться к анкете позже — здесь или в чате.',
  summaryTitle: 'Проверьте и отправьте',
  change: 'Изменить ответы',
  wholeText: 'Весь текст (PDF)',
  readHere: 'Прочитать здесь',
  agree: 'Даю согласие',
  notNow: 'Не сейчас',
  without:
    'Без этого согласия анкету отправить нельзя. Хотите дать его на бумаге — спросите координатора в чате.',
  closedTitle: 'Регистрация ещё не открыта',
  closed:
    'Оператор персональных данных пока не указан в настройках программы, и согласие было бы недействительным. Координатор это исправит — загляните чуть позже.',
  waitingTitle: 'Ждём вашего родителя или законного представителя',
  waiting: 'Код и ссылка для него — в чате. Как только он даст согласие, мы напишем вам и продолжим анкету.',
  doneTitle: 'Готово',
  done: 'Спасибо, всё записано. О дальнейшем мы напишем вам в чат.',
  chooseTitle: 'Кем вы хотите участвовать?',
  homeTitle: 'Участие в программе',
  mine: 'Ваши заявки',
  city: 'Программа',
} as const;

export const joinLabels: Record<RegistrationForm, string> = {
  mentor: 'Я наставник',
  mentee: 'Я молодой педагог',
  pupil: 'Я ученик',
  staff: 'Я куратор, завуч или руководитель',
};

/** A hint as it helps on a page: without what it says about buttons of the chat. */
export function pageHint(hint: string | undefined): string | null {
  const sentences = (hint ?? '').split(/(?<=[.!?…]) +/).filter((each) => !each.includes('«Пропустить»'));
  return sentences.join(' ') || null;
}
