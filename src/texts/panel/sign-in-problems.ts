import { factorTries } from '../../domain/sign-in/second-factor.ts';
import { mostTokens } from '../../domain/sign-in/token-desk.ts';
import { counted } from '../plural.ts';

type Words = { title: string; detail?: string };
type Facts = Readonly<Record<string, string | number>>;

const tries = ['попытка', 'попытки', 'попыток'] as const;

/** What stands in the way of coming in, and of what staff and tokens are about. */
export const signInProblems: Readonly<Record<string, Words | ((facts: Facts) => Words)>> = {
  'session-needed': {
    title: 'Это можно только из панели',
    detail: 'Программе с токеном это недоступно: войдите сами.',
  },
  'not-staff': {
    title: 'В панели для вас ничего нет',
    detail: 'Она для сотрудников программы. Если роль сняли по ошибке, спросите администратора.',
  },
  'other-browser': {
    title: 'Эта ссылка — для другого браузера',
    detail: 'Откройте её там, где видны цифры, или введите там код. Ссылка не потрачена.',
  },
  'sign-in-over': {
    title: 'Этот вход уже не действует',
    detail: 'Начните заново: на экране появятся новые цифры.',
  },
  'sign-in-code-wrong': ({ left }) => ({
    title: 'Код не тот',
    detail:
      Number(left) > 0
        ? `Осталось: ${counted(Number(left), tries)}.`
        : 'Попытки кончились, начните вход заново.',
  }),
  'administrator-link-over': {
    title: 'Эта ссылка уже не действует',
    detail: 'Она открывается один раз и живёт сутки. Новую печатает команда nastavnik admin invite.',
  },
  'names-needed': { title: 'Назовите себя', detail: 'Нужны фамилия и имя.' },
  'programme-needed': {
    title: 'Назовите программу',
    detail: 'Нужны её название, часовой пояс и управление.',
  },
  'time-zone-wrong': { title: 'Такого часового пояса нет', detail: 'Пример: Europe/Samara.' },
  'factor-wrong': {
    title: 'Код не подошёл',
    detail: 'Коды меняются каждые полминуты, и каждый годится один раз. Проверьте часы телефона.',
  },
  'factor-tries-over': {
    title: 'Слишком много неверных кодов',
    detail: `Подождите ${factorTries.minutes} минут и попробуйте ещё раз.`,
  },
  'factor-enrolled': { title: 'Приложение уже подключено', detail: 'Обновите страницу.' },
  'factor-missing': { title: 'Приложение ещё не подключено' },
  'own-factor': {
    title: 'Свой код сбросить нельзя',
    detail: 'Попросите другого администратора или войдите по запасному коду.',
  },
  'last-administrator': {
    title: 'Это последний администратор',
    detail: 'Сначала назначьте другого: без администратора панелью некому управлять.',
  },
  'not-staff-role': { title: 'Эта роль не открывает панели' },
  'role-needs-office': { title: 'Эта роль бывает только в управлении образования' },
  'too-many-tokens': {
    title: 'Токенов уже слишком много',
    detail: `Больше ${mostTokens} действующих не бывает: отзовите лишние.`,
  },
};
