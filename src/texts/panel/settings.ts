import type { HolidayFault } from '../../domain/calendar/read-holidays.ts';
import { counted, dayForms } from '../plural.ts';

const days = (count: number) => counted(count, dayForms);

const holidayFaults: Record<HolidayFault['fault'], string> = {
  'no-day': 'не видно дня (например, 01.05)',
  'other-year': 'день другого года',
  'no-name': 'нет названия',
  'too-long': 'слишком длинно',
};

/** How the programme is set up. */
export const settingsWords = {
  menu: 'Настройки',
  title: 'Настройки программы',
  hint: 'Что здесь изменено, действует сразу и для всех.',
  sections: 'Разделы настроек',
  tabs: {
    programme: 'Программа',
    rules: 'Напоминания',
    holidays: 'Выходные дни',
    consents: 'Тексты согласий',
  },
  demo: 'Это демонстрация: люди выдуманы, Telegram и ВКонтакте заменены песочницей. Настоящим людям ничего не уходит.',
  naming: (name: string, may: boolean) =>
    may
      ? `${name}: в сообщениях можно называть людей.`
      : `${name}: в сообщениях никого, кроме читающего, не называем (149-ФЗ, ст. 10).`,
  namingHint: 'Задаётся там, где работает программа (TELEGRAM_PERSONAL_DATA), а не здесь.',
  programme: {
    legend: 'Программа',
    name: 'Название',
    timeZone: 'Часовой пояс',
    timeZoneHint: 'Имя из базы IANA, например Europe/Samara.',
    workFrom: 'Пишем людям с',
    workTo: 'до',
    hoursHint: 'В рабочие дни. На сообщения людей бот отвечает всегда.',
    operatorLegend: 'Оператор персональных данных',
    operatorHint:
      'Стоит в каждом согласии. Если его изменить, у согласий появятся новые версии, и бот попросит всех согласиться заново.',
    operatorName: 'Название оператора',
    operatorAddress: 'Адрес',
    operatorContact: 'Контакт для обращений',
    retentionLegend: 'Сроки хранения и ответа',
    draftDays: 'Незаконченные заявки удаляются через, дней',
    leftDays: 'Данные вышедших обезличиваются через, дней',
    eraseDays: 'По просьбе «удалить меня» данные удаляются через, дней',
    answerWorkingDays: 'Ответ на запрос о данных, рабочих дней (по закону до 10)',
    stopPublishingWorkingDays: 'Снять опубликованное, рабочих дней (по закону до 3)',
  },
  save: 'Сохранить',
  saved: 'Сохранено',
  rules: {
    title: 'Правила напоминаний',
    hint: 'О каждой задаче каждому ответственному напоминают по этим правилам; напоминания одного дня уходят одним сообщением.',
    list: 'Правила',
    when: 'Когда',
    who: 'Кому',
    active: 'Действует',
    off: 'выключено',
    on: 'да',
    edit: 'Изменить',
    add: 'Добавить правило',
    editTitle: 'Правило',
    anchor: 'Считать от',
    anchors: {
      opens: 'начала срока',
      due: 'последнего дня срока',
      quarter: 'начала квартала (задачи без срока)',
    },
    offset: 'Сдвиг, дней (минус — раньше)',
    repeat: 'Повторять каждые, дней (пусто — один раз)',
    audience: 'Кому',
    audiences: {
      responsible: 'ответственным',
      'responsible-and-coordinator': 'ответственным и координатору',
    },
    isActive: 'Действует',
    save: 'Сохранить правило',
    remove: 'Удалить',
    removeWarning: 'По этому правилу больше никому не напомнят. Уже отправленные напоминания останутся.',
    removeConfirm: 'Удалить правило',
    cancel: 'Отмена',
    text(rule: { anchor: string; offsetDays: number; repeatDays: number | null }): string {
      const anchor =
        { opens: 'начала срока', due: 'последнего дня', quarter: 'начала квартала' }[rule.anchor] ?? '';
      const { offsetDays, repeatDays } = rule;
      const base =
        offsetDays === 0
          ? ({ opens: 'в день начала срока', due: 'в последний день', quarter: 'в начале квартала' }[
              rule.anchor
            ] ?? '')
          : offsetDays < 0
            ? `за ${days(-offsetDays)} до ${anchor}`
            : `через ${days(offsetDays)} после ${anchor}`;
      return repeatDays === null ? base : `${base}, затем каждые ${days(repeatDays)}`;
    },
    forecastTitle: 'Что получит человек',
    forecastHint:
      'По этим правилам за ближайшие 60 дней, если задачи никто не отметит. Ничего не отправляется.',
    person: 'Сотрудник',
    personHint: 'Начните вводить фамилию.',
    forecastNone: 'За 60 дней напоминать не о чем.',
    forecastLine: (title: string, organization: string) => `${title} — ${organization}`,
  },
  holidays: {
    title: 'Выходные и рабочие дни',
    hint: 'Дни, которые отличаются от своего дня недели: праздники и рабочие субботы. В выходные мы сами никому не пишем.',
    year: 'Год',
    list: 'Дни года',
    day: 'День',
    what: 'Что это',
    working: 'рабочий день',
    off: 'выходной',
    name: 'Название',
    isWorking: 'Это рабочий день (перенос)',
    add: 'Добавить день',
    remove: 'Убрать',
    removeOf: (day: string) => `Убрать ${day}`,
    none: 'На этот год дней ещё нет',
    noneHint: 'Вставьте ниже список из постановления о переносе выходных.',
    importTitle: 'Вставить год целиком',
    importHint:
      'По дню или промежутку в строке: «01.01 – 08.01 Новогодние каникулы», «01.11 рабочий Перенос с 3 ноября».',
    importText: 'Список дней',
    check: 'Проверить',
    take: 'Сохранить эти дни',
    found: (count: number) => `Прочитано: ${days(count)}`,
    fault: (line: number, text: string, fault: HolidayFault['fault']) =>
      `Строка ${line} («${text}»): ${holidayFaults[fault]}`,
  },
  consents: {
    title: 'Тексты согласий',
    hint: 'Люди соглашаются с опубликованной версией. Изменённый текст — новая версия: прежние согласия действуют, но бот попросит согласиться с новой.',
    list: 'Тексты',
    document: 'Документ',
    giver: 'Кто даёт',
    givers: { self: 'сам участник', representative: 'законный представитель' },
    version: 'Версия',
    never: 'не публиковался',
    given: 'Дали',
    open: 'Открыть',
    field: {
      title: 'Название',
      summary: 'Коротко (три строки перед текстом)',
      body: 'Полный текст',
      bodyHint: '{operator}, {address}, {contact} и {programme} заменятся на данные оператора и программы.',
    },
    preview: 'Посмотреть, как будет',
    previewTitle: 'Так увидят люди',
    publish: 'Опубликовать',
    publishWarning: (givers: number) =>
      givers === 0
        ? 'Текст станет действующей версией.'
        : `Текст станет новой версией, и бот попросит согласиться заново тех, кто уже согласился (сейчас их ${givers}).`,
    publishConfirm: 'Опубликовать',
    published: 'Опубликовано',
    versions: 'Опубликованные версии',
    versionLine: (version: number, when: string) => `Версия ${version} от ${when}`,
    toList: 'Ко всем текстам',
  },
} as const;
