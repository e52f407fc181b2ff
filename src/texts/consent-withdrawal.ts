import type { Consent, ConsentKind } from '../domain/consents/consent.ts';
import type { Message } from '../domain/messages/message.ts';
import { consentTitles } from './consent-names.ts';
import { consentsButton } from './consent-reminder.ts';
import { privacyButtons } from './privacy.ts';
import { buttons } from './talk.ts';
import { clip } from './tasks.ts';

/** What follows, said before anything is done. */
const follows: Record<ConsentKind, string> = {
  'personal-data':
    'Без него программа не может работать с данными, поэтому участие прекратится: заявки закроем, куратору и координатору сообщим, паре тоже. Сами данные потом удалим, до этого дня можно передумать.',
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

/** `by`: the day by which what follows is to be done; of personal data, when it goes. `own`: one's own consent. */
export function withdrawn(
  kind: ConsentKind,
  title: string,
  { whose, own, by }: { whose: string; own: boolean; by: string },
): Message {
  const isErased = kind === 'personal-data';
  const erased = own
    ? `Данные удалю ${by}. До этого дня можно передумать — кнопкой ниже или командой /privacy.`
    : `Данные ученика удалю ${by}. Передумаете до этого дня — напишите координатору.`;
  return {
    text: [
      `🚫 Согласие отозвано: ${clip(title, 200)}${whose === '' ? '' : ` (за ученика: ${whose})`}`,
      '',
      happened[kind],
      ...(isErased ? ['', erased] : []),
    ].join('\n'),
    buttons: [...(isErased && own ? [[privacyButtons.keep]] : []), [consentsButton], [buttons.ask]],
  };
}

/** `who`: a name, or empty where it may not be shown. `left`: they took part, and take none any more. */
export function withdrawnForStaff(
  kind: ConsentKind,
  { who, organization, left, by }: { who: string; organization: string; left: boolean; by: string },
): Message {
  const person = [who === '' ? 'Участник' : who, organization].filter((part) => part !== '').join(', ');
  const todo: Record<ConsentKind, string> = {
    'personal-data': `${left ? 'Участие завершено.' : 'Прекратите обработку данных; если человек назначен, снимите назначение.'} Данные я удалю ${by}, если человек не передумает.`,
    participation: left ? 'Участие завершено.' : 'Если человек назначен, снимите назначение.',
    distribution: `Снимите опубликованное: по закону это нужно сделать до ${by} включительно.`,
    'pupil-media': `Снимите опубликованные фото и видео: по закону это нужно сделать до ${by} включительно.`,
  };
  return {
    text: `🚫 Отозвано согласие: ${consentTitles[kind].toLowerCase()}\n👤 ${person}\n\n${todo[kind]}`,
  };
}

/** For a pupil whose representative has taken a consent back. */
export function withdrawnForPupil(kind: ConsentKind, by: string): Message {
  const over = kind === 'personal-data' || kind === 'participation';
  return {
    text: `Ваш родитель или опекун отозвал согласие: ${consentTitles[kind].toLowerCase()}.${over ? ' Участие в программе на этом завершено.' : ''}${kind === 'personal-data' ? ` Ваши данные удалю ${by}.` : ''}`,
    buttons: [[buttons.ask]],
  };
}
