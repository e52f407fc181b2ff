import type { CloseReason, EndReason, PairState } from '../../domain/pairs/pair.ts';
import type { PairEventKind } from '../../domain/pairs/pair-book.ts';
import { closeReasonWords, mentoringFormWords } from '../pairs.ts';
import { counted } from '../plural.ts';

const waitingForms = ['ответа', 'ответов', 'ответов'] as const;
const meetingForms = ['встреча', 'встречи', 'встреч'] as const;
const pairForms = ['пара', 'пары', 'пар'] as const;

/** Words of the pages about pairs and groups. */
export const pairPanelWords = {
  title: 'Пары',
  hint: 'От предложения до результата: кто с кем, на каком шаге и чего ждём.',
  propose: 'Предложить пару',
  queue: 'Без наставника',
  queueHint: 'Наставляемые, у которых ещё нет пары. Откройте — покажем подходящих наставников.',
  queueEmpty: 'У всех наставляемых есть пара',
  queueMore: (count: number) => `и ещё ${count}`,
  board: 'Доска пар',
  columns: {
    proposed: 'Предложены',
    agreed: 'Согласованы',
    ordered: 'Приказ',
    active: 'Работают',
    completed: 'Завершены',
    'ended-early': 'Завершены досрочно',
    declined: 'Не состоялись',
  } satisfies Record<PairState, string>,
  columnEmpty: 'Пусто',
  shownOf: (shown: number, total: number) => `Показаны ${shown} из ${total}`,
  chooseColumn: 'Шаг',
  inColumn: (name: string, total: number) => `${name} (${total})`,
  awaited: (count: number) => `ждём ${counted(count, waitingForms)}`,
  paused: 'пауза',
  meetings: (count: number) => counted(count, meetingForms),
  pairs: (count: number) => counted(count, pairForms),
  open: 'Открыть',
  actions: 'Действия',
  actionsFor: (names: string) => `Действия: ${names}`,
  moved: 'Готово',
  wrongMove: 'На этот шаг так не перейти',
  orderHint:
    'Приказ готовят в разделе «Приказы»: когда у него появятся номер и дата, пара перейдёт дальше сама.',
  none: 'Пар пока нет',
  noneHint: 'Откройте «Без наставника»: покажем подходящих наставников и объясним, почему они подходят.',
  surname: 'Фамилия',
  organization: 'Организация',
  everywhere: 'Все',
  erased: 'данные удалены',
  group: (count: number) => `группа, ${count}`,
} as const;

export const stepWords = {
  withdraw: {
    label: 'Отозвать предложение',
    warning: 'Предложение исчезнет из чатов, место у наставника освободится. Участникам придёт сообщение.',
    field: 'Почему (видят только сотрудники)',
  },
  start: {
    label: 'Начать работу',
    warning: 'Пара начнёт работать уже сегодня, не дожидаясь первого дня срока. Участникам придёт сообщение.',
    field: '',
  },
  complete: {
    label: 'Завершить',
    warning: 'Пара станет завершённой, вернуть её в работу нельзя. Участникам придёт сообщение.',
    field: 'Что получилось',
  },
  end: {
    label: 'Завершить досрочно',
    warning:
      'Пара завершится раньше срока, наставляемый вернётся в список «Без наставника». Участникам придёт сообщение.',
    field: 'Подробности (видят только сотрудники)',
  },
  reason: 'Причина',
} as const;

export const endReasonChoices: readonly { value: EndReason; label: string }[] = (
  ['by-agreement', 'no-fit', 'mentor-left', 'mentee-left', 'other'] as const
).map((value) => ({ value, label: capital(closeReasonWords[value]) }));

export function closeReasonText(reason: CloseReason): string {
  return capital(closeReasonWords[reason]);
}

export function formText(form: string): string {
  return mentoringFormWords(form);
}

export const menteeWords = {
  title: 'Без наставника',
  hint: 'Кому нужен наставник, с их запросами. Нажмите «Подобрать», чтобы увидеть подходящих.',
  caption: 'Наставляемые',
  paired: 'Показать',
  choices: { false: 'Без наставника', true: 'С наставником', all: 'Всех' },
  columns: {
    surname: 'Наставляемый',
    organization: 'Организация',
    requests: 'Запросы',
    mentors: 'Наставник',
    since: 'В программе с',
  },
  pick: 'Подобрать',
  pickFor: (name: string) => `Подобрать наставника: ${name}`,
  empty: 'Наставников ждать некому',
  emptyHint: 'У каждого наставляемого есть пара. Новые появятся, когда вы подтвердите их заявки.',
  pupil: 'ученик',
  onLeave: 'в отпуске',
  noRequests: 'Запросов не указано',
} as const;

export const proposeWords = {
  title: 'Предложить пару',
  hint: 'Участникам придёт сообщение в чат, и каждый ответит сам. За ученика до 18 лет ответит и законный представитель.',
  mentor: 'Наставник',
  mentees: 'Наставляемые',
  menteesHint: 'Один или группа до десяти человек',
  form: 'Форма наставничества',
  from: 'С какого дня',
  to: 'По какой день',
  goal: 'Цель пары',
  goalHint: 'Одной фразой: что изменится к концу срока. Увидят обе стороны.',
  send: 'Предложить',
  sent: 'Предложение отправлено',
  places: (left: number, of: number) => `свободно ${left} из ${of}`,
  nobody: 'Никого не нашлось',
} as const;

export const pairCardWords = {
  toOrder: 'Приказ о закреплении',
  programmeFile: 'Персонализированная программа (Word)',
  sides: 'Кто в паре',
  agreements: 'Согласие сторон',
  mentor: 'Наставник',
  mentee: 'Наставляемый',
  left: 'вышел из группы',
  givers: { self: 'сам(а)', representative: 'законный представитель' },
  answers: { agreed: 'согласие', declined: 'отказ', awaited: 'ждём ответа' },
  ways: { chat: 'в чате', paper: 'на бумаге' },
  unreachable: 'в боте не найти: возьмите согласие на бумаге',
  recordAgreed: 'Согласие на бумаге',
  recordDeclined: 'Отказ на бумаге',
  recordWarning: 'Запишем, что подписанная бумага у вас. Отменить это нельзя.',
  terms: 'Срок и цель',
  termsSaved: 'Срок и цель сохранены',
  form: 'Форма',
  from: 'Начало',
  to: 'Конец',
  goal: 'Цель',
  result: 'Результат',
  why: 'Причина',
  edit: 'Изменить',
  replace: 'Заменить наставника',
  replaceHint: 'Эта пара завершится, а её наставляемым предложим нового наставника.',
  meetings: 'Встречи',
  noMeetings: 'Встреч пока нет: наставник отмечает их в боте, а вы можете записать здесь.',
  addMeeting: 'Записать встречу',
  meetingOn: 'Когда',
  meetingTopic: 'Тема',
  meetingMark: 'Оценка, 1–5',
  held: 'Была',
  movedMeeting: 'Перенесли',
  outcome: 'Состоялась?',
  confirmed: 'подтверждена наставляемым',
  programme: 'Персонализированная программа',
  tasks: 'Задачи, каждая с новой строки',
  activities: 'План занятий',
  activity: 'Занятие',
  addActivity: 'Добавить занятие',
  dropActivity: (what: string) => `Убрать занятие: ${what}`,
  results: 'Ожидаемые результаты',
  history: 'История',
} as const;

export const pairEventWords: Readonly<Record<PairEventKind, string>> = {
  proposed: 'Пара предложена',
  answered: 'Получен ответ',
  agreed: 'Все согласны',
  declined: 'Пара не состоялась',
  ordered: 'Закреплена приказом',
  active: 'Начала работу',
  completed: 'Завершена',
  'ended-early': 'Завершена досрочно',
  'mentee-left': 'Участник вышел из группы',
  paused: 'Пауза: отпуск',
  resumed: 'Пауза окончена',
  edited: 'Изменены срок или цель',
  'programme-edited': 'Изменена программа',
  'term-over': 'Срок вышел',
};

export const pairStateTitle: Readonly<Record<PairState, string>> = {
  proposed: 'Предложена',
  agreed: 'Согласована',
  ordered: 'Есть приказ',
  active: 'Работает',
  completed: 'Завершена',
  'ended-early': 'Завершена досрочно',
  declined: 'Не состоялась',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
