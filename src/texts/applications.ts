import { type Button, limits, type Message } from '../domain/messages/message.ts';
import type { ApplicationCard, ApplicationState } from '../domain/registration/application.ts';
import { panelButtons } from './panel-way.ts';
import { shortName } from './people.ts';
import { roleNames } from './roles.ts';
import { clip } from './tasks.ts';

export const applicationsOnPage = 4;

export const myApplicationButton: Button = { label: 'Моя заявка', action: 'apply:mine' };

/** Curators get everybody of their organization who takes part as a file; a whole city is had at the panel alone. */
const baseButtons: Button[] = [
  { label: '📗 База наставников', action: 'apply:base:mentors' },
  { label: '📘 База наставляемых', action: 'apply:base:mentees' },
];

/** How an application stands, as a sentence. */
export const stateWords: Record<ApplicationState, string> = {
  draft: '✏️ Анкета ещё не отправлена.',
  applied: '⏳ Заявка ждёт решения.',
  confirmed: '✅ Заявка подтверждена, участвует в программе.',
  active: '✅ Участвует в программе.',
  'on-leave': '🌿 В отпуске.',
  left: 'Участие в программе завершено.',
  declined: 'Заявка отклонена.',
};

/** In the middle of a sentence: «ваша заявка …». */
export const statePhrases: Record<ApplicationState, string> = {
  draft: 'анкета ещё не отправлена',
  applied: 'ждёт решения',
  confirmed: 'подтверждена',
  active: 'вы участвуете',
  'on-leave': 'вы в отпуске',
  left: 'участие завершено',
  declined: 'отклонена',
};

export const applicationWords = {
  decided: 'Решение уже принято',
  confirmed: 'Подтверждено',
  declined: 'Отклонено',
  joined: 'Записи объединены',
  apart: 'Записал: это разные люди',
  notDouble: 'Объединять не с кем',
  withoutConsent: 'Согласие отозвано: подтвердить нельзя',
  reason: 'Напишите причину',
  done: 'Записано',
} as const;

export function roleOf({ role, form }: Pick<ApplicationCard, 'role' | 'form'>): string {
  return role === null ? formNames[form] : roleNames[role];
}

const formNames = {
  mentor: 'наставник',
  mentee: 'наставляемый',
  pupil: 'ученик',
  staff: 'сотрудник',
} as const;

/** «Наставник, Школа № 3». */
export function applicationHead(card: ApplicationCard): string {
  const role = roleOf(card);
  const pupil = card.form === 'pupil' && card.role !== null ? ' (ученик)' : '';
  const head = `${role.charAt(0).toUpperCase()}${role.slice(1)}${pupil}`;
  return card.organizationName === '' ? head : `${head}, ${card.organizationName}`;
}

/** A likely double is looked at before it is decided. */
export function newApplication(card: ApplicationCard, mayName: boolean): Message {
  const head = `🆕 Новая заявка: ${applicationHead(card)}`;
  if (!mayName) {
    return { text: `${head}\nИмя и анкета — в панели.`, buttons: [[panelButtons.applications]] };
  }
  const show: Button = { label: 'Посмотреть заявку', action: `apply:show:${card.id}`, tone: 'primary' };
  const decide: Button[] = [
    { label: 'Подтвердить', action: `apply:confirm:${card.id}`, tone: 'positive' },
    { label: 'Отклонить', action: `apply:decline:${card.id}`, tone: 'negative' },
  ];
  const isLikelyDouble = card.duplicateOf !== null;
  return {
    text: `${head}\n${shortName(card.person)}${isLikelyDouble ? '\n⚠️ Похоже, этот человек уже есть в программе.' : ''}`,
    buttons: isLikelyDouble ? [[show]] : [[show], decide],
  };
}

/** `page` counts from 0. */
export function waitingPage(
  { total, cards }: { total: number; cards: readonly ApplicationCard[] },
  page: number,
  { mayName, seesCity }: { mayName: boolean; seesCity: boolean },
): Message {
  const bases = seesCity ? [panelButtons.bases] : baseButtons;
  if (total === 0) {
    return { text: 'Новых заявок нет: всё разобрано. 🌿', buttons: mayName ? [bases] : [] };
  }
  const text = `Ждут решения: ${total}.`;
  if (!mayName) {
    return { text: `${text}\n\nИмена и анкеты — в панели.`, buttons: [[panelButtons.applications]] };
  }
  const turn: Button[] = [];
  if (page > 0) turn.push({ label: '← Раньше', action: `apply:list:${page}` });
  if ((page + 1) * applicationsOnPage < total)
    turn.push({ label: 'Дальше →', action: `apply:list:${page + 2}` });
  const lines = cards.map((card) => `• ${shortName(card.person)} — ${applicationHead(card)}`);
  return {
    text: `${text}\n\n${lines.join('\n')}\n\nНажмите на имя, чтобы открыть заявку.`,
    buttons: [
      ...cards.map((card): Button[] => [
        {
          label: clip(`${shortName(card.person)} — ${roleOf(card)}`, limits.label),
          action: `apply:show:${card.id}`,
        },
      ]),
      ...(turn.length > 0 ? [turn] : []),
      bases,
    ],
  };
}

/** Several of one's own; drafts, too. */
export function ownList(cards: readonly ApplicationCard[]): Message {
  const lines = cards.map((card) => `• ${applicationHead(card)} — ${statePhrases[card.state]}`);
  return {
    text: `Ваши заявки:\n${lines.join('\n')}`,
    buttons: cards
      .slice(0, limits.buttonRows)
      .map((card) => [{ label: clip(applicationHead(card), limits.label), action: `apply:show:${card.id}` }]),
  };
}

export function noApplications(): Message {
  return {
    text: 'Заявок от вас пока нет.',
    buttons: [[{ label: 'Подать заявку', action: 'join', tone: 'primary' }]],
  };
}

export function notDecider(): string {
  return 'Заявки видят куратор и координатор.';
}

export function askDecline(applicationId: string): Message {
  return {
    text: 'Почему отклоняем? Напишите причину одним сообщением — передам человеку вашими словами.',
    buttons: [
      [{ label: 'Без причины', action: `apply:nowhy:${applicationId}` }],
      [{ label: 'Не отклонять', action: `apply:show:${applicationId}` }],
    ],
  };
}

export function stillDecline(applicationId: string): Message {
  return { ...askDecline(applicationId), text: 'Причина нужна словами, до 500 знаков. Или нажмите кнопку.' };
}

/** `own`: asked of the applicant, else of whoever decides. */
export function reallyLeft(card: ApplicationCard, own: boolean): Message {
  const withdrawn = card.state === 'applied';
  const mine = withdrawn
    ? 'Отозвать заявку? Её больше не будут рассматривать; подать новую можно в любой момент.'
    : 'Выйти из программы? Пары, задачи и напоминания закончатся, куратору я сообщу. Вернуться можно будет новой заявкой.';
  const theirs = 'Завершить участие этого человека в программе? Я сообщу ему об этом.';
  return {
    text: own ? mine : theirs,
    buttons: [
      [
        {
          label: own && withdrawn ? 'Да, отозвать' : own ? 'Да, выйти' : 'Да, завершить',
          action: `apply:gone:${card.id}`,
          tone: 'negative',
        },
        { label: 'Нет, оставить', action: `apply:show:${card.id}` },
      ],
    ],
  };
}
