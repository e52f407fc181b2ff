import type { TaskState } from '../../domain/tasks/task.ts';
import { counted, taskForms } from '../plural.ts';

export const stateWords: Record<TaskState, string> = {
  late: 'просрочено',
  open: 'в работе',
  upcoming: 'впереди',
  standing: 'по мере необходимости',
  done: 'сделано',
  waived: 'снято с контроля',
};

/** Told apart without colour. */
export const stateMarks: Record<TaskState, string> = {
  late: '!',
  open: '●',
  upcoming: '○',
  standing: '∞',
  done: '✓',
  waived: '–',
};

/** Words of the list of tasks and of a task's card. */
export const taskWords = {
  menu: 'Задачи',
  title: 'Задачи',
  hint: 'Каждое мероприятие дорожной карты — задача в каждой организации, которая за него отвечает.',
  caption: 'Задачи дорожной карты',
  search: 'Мероприятие или организация',
  filters: {
    state: 'Состояние',
    organization: 'Организация',
    role: 'Кто отвечает',
    from: 'Срок с',
    to: 'Срок по',
  },
  any: 'Любое',
  anyone: 'Все',
  columns: {
    item: 'Мероприятие',
    organization: 'Организация',
    due: 'Срок',
    state: 'Состояние',
    people: 'Отвечает',
  },
  nobody: 'никто не назначен',
  emptyTitle: 'Задач пока нет',
  emptyHint: 'Они появятся, когда загрузите дорожную карту.',
  toImport: 'Загрузить дорожную карту',
  card: {
    back: 'Все задачи',
    organization: 'Организация',
    due: 'Срок',
    standing: 'по мере необходимости',
    expected: 'Ожидаемый результат',
    item: 'Мероприятие дорожной карты',
    responsible: 'Кто отвечает',
    unreachable: 'написать некуда: не связан ни один мессенджер',
    handedBack: 'ответил(а) «Это не ко мне»',
    remindedToday: 'сегодня уже напоминали',
    results: 'Что сдано',
    noResults: 'Пока ничего не сдано.',
    history: 'История',
    noHistory: 'Пока ничего не происходило.',
    without: 'без вложений',
    waivedReason: 'Почему снято с контроля',
    withdrawn: 'Этой задачи больше нет в дорожной карте; что сделано, сохранено.',
    fileWanted: 'файл ещё загружается',
    fileFailed: 'файл получить не удалось',
  },
  complete: {
    title: 'Отметить как сделанное',
    standing: 'Записать, что сделано',
    text: 'Что сделано',
    link: 'Ссылка',
    file: 'Файл',
    fileHint: 'До 20 МБ. Увидят его те, кто видит эту задачу.',
    send: 'Готово',
    done: 'Отмечено как сделанное',
  },
  waive: {
    label: 'Снять с контроля',
    warning: 'Напоминания об этой задаче прекратятся. Вернуть её в работу можно в любой момент.',
    reason: 'Почему',
    confirm: 'Снять',
    done: 'Снято с контроля',
  },
  reopen: {
    label: 'Вернуть в работу',
    warning:
      'Ответственным придёт сообщение, напоминания возобновятся. Что сдано раньше, останется в истории.',
    confirm: 'Вернуть',
    done: 'Возвращено в работу',
  },
  remind: {
    label: 'Напомнить сейчас',
    warning:
      'Каждый ответственный получит одно сообщение об этой задаче, не чаще раза в день. Ночью оно подождёт утра.',
    confirm: 'Напомнить',
    title: 'Кому напомнили',
    outcomes: {
      told: 'сообщение отправляется',
      unreachable: 'написать некуда — пригласите в бот',
      'told-today': 'сегодня уже напоминали',
      'handed-back': 'ответил(а) «Это не ко мне», не беспокоим',
    },
  },
  people: (count: number) => counted(count, taskForms),
} as const;
