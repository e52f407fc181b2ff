import type { Consent, ConsentKind } from '../domain/consents/consent.ts';
import type { Message } from '../domain/messages/message.ts';
import { consentsButton } from './consent-reminder.ts';
import { consentTitles } from './consents.ts';
import { buttons } from './talk.ts';
import { clip } from './tasks.ts';

/** What follows, said before anything is done. */
const follows: Record<ConsentKind, string> = {
  'personal-data':
    'Без него программа не может работать с данными, поэтому участие прекратится: заявки закроем, куратору и координатору сообщим, паре тоже.',
  participation: 'Участие в программе прекратится: куратору и координатору сообщим, паре тоже.',
  distribution: 'Новых публикаций не будет, а то, что уже опубликовано, снимем за три рабочих дня.',
  'pupil-media':
    'Снимать ученика больше не будем, а то, что уже опубликовано, снимем за три рабочих дня. На участие это не влияет.',
};

export function reallyWithdraw(consent: Consent, title: string, whose: string): Message {
  return {
    text: [
      `Отозвать согласие «${clip(title, 200)}»${whose === '' ? '' : ` за ученика (${whose})`}?`,
      '',
      follows[consent.kind],
    ].join('\n'),
    buttons: [
      [{ label: 'Да, отозвать', action: `consent:really:${consent.id}`, tone: 'negative' }],
      [{ label: 'Оставить как есть', action: `consent:open:${consent.id}` }],
    ],
  };
}

const happened: Record<ConsentKind, string> = {
  'personal-data': 'Участие в программе прекращено, куратору и координатору сообщил.',
  participation: 'Участие в программе прекращено, куратору и координатору сообщил.',
  distribution: 'Ответственным сообщил: опубликованное снимут за три рабочих дня.',
  'pupil-media': 'Ответственным сообщил: опубликованное снимут за три рабочих дня.',
};

export function withdrawn(kind: ConsentKind, title: string, whose: string): Message {
  const erase =
    kind === 'personal-data'
      ? ['', 'Хотите, чтобы данные были удалены раньше срока хранения, — откройте /privacy.']
      : [];
  return {
    text: [
      `🚫 Согласие отозвано: ${clip(title, 200)}${whose === '' ? '' : ` (за ученика: ${whose})`}`,
      '',
      happened[kind],
      ...erase,
    ].join('\n'),
    buttons: [[consentsButton], [buttons.ask]],
  };
}

/** `who`: a name, or empty where it may not be shown. `left`: an application was closed by it. */
export function withdrawnForStaff(
  kind: ConsentKind,
  who: string,
  organization: string,
  left: boolean,
): Message {
  const person = [who === '' ? 'Участник' : who, organization].filter((part) => part !== '').join(', ');
  const todo: Record<ConsentKind, string> = {
    'personal-data': left
      ? 'Заявка закрыта.'
      : 'Прекратите обработку данных; если человек назначен, снимите назначение.',
    participation: left ? 'Заявка закрыта.' : 'Если человек назначен, снимите назначение.',
    distribution: 'Снимите опубликованное в течение трёх рабочих дней.',
    'pupil-media': 'Снимите опубликованные фото и видео в течение трёх рабочих дней.',
  };
  return {
    text: `🚫 Отозвано согласие: ${consentTitles[kind].toLowerCase()}\n👤 ${person}\n\n${todo[kind]}`,
  };
}

/** For a pupil whose representative has taken a consent back. */
export function withdrawnForPupil(kind: ConsentKind): Message {
  const over = kind === 'personal-data' || kind === 'participation';
  return {
    text: `Ваш родитель или опекун отозвал согласие: ${consentTitles[kind].toLowerCase()}.${over ? ' Участие в программе на этом завершено.' : ''}`,
    buttons: [[buttons.ask]],
  };
}
