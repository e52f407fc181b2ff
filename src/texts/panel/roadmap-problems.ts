import { Refusal } from '../../domain/refusal.ts';
import { roadmapFault } from '../roadmap-faults.ts';

type Words = { title: string; detail?: string };

/** Worded for the command line already. */
const ofFiles = [
  'document-broken',
  'document-too-big',
  'document-encrypted',
  'document-old-office',
  'document-pdf',
  'document-picture',
  'document-rtf',
  'document-archive',
  'document-unknown',
  'document-not-text',
  'roadmap-no-table',
  'roadmap-no-items',
];

/** Problems of tasks, the roadmap and calendars. */
export const roadmapProblems: Readonly<Record<string, Words | ((facts: Refusal['facts']) => Words)>> = {
  ...Object.fromEntries(
    ofFiles.map((code): [string, Words] => {
      const detail = roadmapFault(new Refusal(code));
      return [code, { title: 'Этот файл не прочитать', ...(detail !== null && { detail }) }];
    }),
  ),
  'file-needed': { title: 'Выберите файл' },
  'day-unread': { title: 'Дата не прочиталась', detail: 'Нужна дата вида 2026-03-09.' },
  'roadmap-no-period': {
    title: 'Непонятно, на какие годы дорожная карта',
    detail: 'Ни заголовок, ни сроки не называют года. Укажите первый и последний день.',
  },
  'period-backwards': { title: 'Начало периода позже его конца' },
  'period-fixed': {
    title: 'Период новой карты считается от прежней',
    detail: 'Чтобы сдвинуть его, начните перенос заново.',
  },
  'years-wrong': { title: 'Сдвинуть можно на 1–20 лет' },
  'deadline-unread': ({ text }) => ({
    title: 'Срок не понятен',
    detail: `«${text}»: напишите, например, «до 25 марта 2026» или выберите даты.`,
  }),
  'deadline-wrong': {
    title: 'В сроке нет ни одной верной даты',
    detail: 'Начало не может быть позже конца.',
  },
  'title-empty': { title: 'Название не может быть пустым' },
  'item-of-file': {
    title: 'Название и состав берутся из файла',
    detail: 'Исправьте их в файле и загрузите его снова: иначе следующая загрузка вернёт всё назад.',
  },
  'item-place-unknown': { title: 'Такого мероприятия в черновике нет' },
  'order-missing': { title: 'Укажите номер и дату приказа' },
  'order-known': { title: 'Дорожная карта с этим приказом уже есть', detail: 'Проверьте номер и дату.' },
  'nothing-changes': { title: 'Сохранять нечего: всё уже так' },
  'feed-open': {
    title: 'Такая подписка уже есть',
    detail: 'Если адрес потерялся, выпустите новый: прежний перестанет работать.',
  },
  'no-address': {
    title: 'У сервера нет адреса в сети',
    detail: 'Администратор задаёт его настройкой PUBLIC_URL.',
  },
  'targets-none': { title: 'Укажите, кто отвечает' },
  'partner-unknown': { title: 'Такого партнёра нет', detail: 'Добавьте организацию-партнёра и выберите её.' },
  'task-done': {
    title: 'Задача уже отмечена как сделанная',
    detail: 'Если это не так, верните её в работу.',
  },
  'task-waived': { title: 'Задача снята с контроля', detail: 'Сначала верните её в работу.' },
  'task-withdrawn': { title: 'Этой задачи больше нет в дорожной карте' },
  'task-open': { title: 'Задача и так в работе' },
  'task-unheld': {
    title: 'Напоминать некому: никто не назначен',
    detail: 'Назначьте ответственного в организации.',
  },
  'reason-empty': { title: 'Напишите причину словами' },
  'link-wrong': ({ link }) => ({ title: 'Это не ссылка', detail: `«${link}»: нужен адрес вида https://…` }),
  'text-too-long': ({ most }) => ({ title: 'Текст слишком длинный', detail: `Можно до ${most} знаков.` }),
  'results-too-many': ({ most }) => ({
    title: 'Слишком много вложений',
    detail: `За один раз можно до ${most}.`,
  }),
  'file-refused': ({ why }) => ({
    title: 'Этот файл не подходит',
    detail:
      why === 'program'
        ? 'Программы и ярлыки не принимаются.'
        : why === 'empty'
          ? 'Файл пуст.'
          : 'Содержимое не такое, как говорит название файла.',
  }),
};
