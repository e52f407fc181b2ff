import type { Message } from '../domain/messages/message.ts';
import type { Visitor } from '../domain/people/people-book.ts';
import { isStaffRole } from '../domain/staff/staff.ts';

const commands = [
  'start',
  'menu',
  'help',
  'tasks',
  'summary',
  'applications',
  'pairs',
  'contests',
  'me',
  'settings',
  'privacy',
  'contact',
  'login',
  'cancel',
] as const;
export type Command = (typeof commands)[number];

const menuLabels = {
  tasks: 'Мои задачи',
  summary: 'Сводка',
  applications: 'Заявки',
  pairs: 'Мои пары',
  contests: 'Конкурсы',
  me: 'Обо мне',
  contact: 'Задать вопрос',
  settings: 'Настройки',
  help: 'Помощь',
} as const;

/** What people type instead of a command; the labels of the menu come back as texts, too. */
const commandWords: Record<Command, readonly string[]> = {
  start: ['начать', 'старт', 'start'],
  menu: ['меню', 'menu'],
  help: [menuLabels.help.toLowerCase(), 'help', 'справка'],
  tasks: [menuLabels.tasks.toLowerCase(), 'задачи', 'все мои задачи'],
  summary: [menuLabels.summary.toLowerCase()],
  applications: [menuLabels.applications.toLowerCase(), 'новые заявки'],
  pairs: [menuLabels.pairs.toLowerCase(), 'пары', 'моя пара', 'мой наставник', 'встречи'],
  contests: [menuLabels.contests.toLowerCase(), 'конкурс', 'мои работы', 'моя работа'],
  me: [menuLabels.me.toLowerCase(), 'кто я', 'моя анкета', 'моя заявка', 'профиль'],
  settings: [menuLabels.settings.toLowerCase()],
  privacy: ['данные', 'мои данные', 'персональные данные', 'согласия'],
  contact: [menuLabels.contact.toLowerCase(), 'вопрос', 'вопрос координатору', 'вопрос куратору'],
  login: ['вход', 'войти', 'login', 'вход в панель', 'панель'],
  cancel: ['отмена', 'отменить', 'cancel'],
};

/** The command somebody means by `/tasks`, `/tasks@bot` or a word of the menu; `null` for anything else. */
export function readCommand(text: string): Command | null {
  const typed = text.trim().toLowerCase();
  const slashed = /^\/([a-z]+)(?:@\w+)?(?:\s|$)/.exec(typed)?.[1];
  if (slashed !== undefined) return commands.find((command) => command === slashed) ?? null;
  const word = typed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return commands.find((command) => commandWords[command].includes(word)) ?? null;
}

/** What of the menu somebody has a use for. */
export type MenuRoles = {
  hasTasks: boolean;
  hasPairs: boolean;
  decides: boolean;
  isCoordinator: boolean;
  entersPanel: boolean;
};

/** Whoever has only applied is appointed to nothing, so has no tasks yet. */
export function menuRolesOf(appointments: Visitor['appointments']): MenuRoles {
  const isCoordinator = appointments.some(({ role }) => role === 'coordinator');
  return {
    hasTasks: appointments.length > 0,
    hasPairs: appointments.some(({ role }) => role === 'mentor' || role === 'mentee'),
    decides: isCoordinator || appointments.some(({ role }) => role === 'curator'),
    isCoordinator,
    entersPanel: appointments.some(({ role }) => isStaffRole(role)),
  };
}

/** Somebody may do more, or less, than before. */
export function menuChanged(menu: string[][]): Message {
  return { text: 'Кнопки меню внизу обновил.', menu };
}

/** The persistent menu, two labels a row. */
export function menuOf(appointments: Visitor['appointments']): string[][] {
  const { hasTasks, hasPairs, decides, isCoordinator } = menuRolesOf(appointments);
  const { tasks, summary, applications, pairs, contests, me, contact, settings, help } = menuLabels;
  const labels = [
    ...(hasTasks ? [tasks] : []),
    ...(hasPairs ? [pairs] : []),
    ...(isCoordinator ? [summary] : []),
    ...(decides ? [applications] : []),
    ...[contests, me, contact, settings, help],
  ];
  return labels.flatMap((_, index) => (index % 2 === 0 ? [labels.slice(index, index + 2)] : []));
}
