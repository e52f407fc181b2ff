import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { stageOf } from '../../domain/contests/stage.ts';
import { type Button, limits, type Message } from '../../domain/messages/message.ts';
import { counted, dayForms } from '../plural.ts';
import { elsewhereButton } from '../registration.ts';
import { buttons } from '../talk.ts';
import { clip } from '../tasks.ts';
import { entryAction } from './actions.ts';
import { findingText, troubleText } from './findings.ts';
import { deadlineText, type Moment, untilClose } from './when.ts';

/**
 * What a check made of a work: for its author, wherever it is told. `asked`: they have just asked for it; otherwise it was
 * ours that looked again.
 */
export function checkResult(entry: Entry, contest: Contest, moment: Moment, asked = true): Message {
  const isOpen = stageOf(contest, moment.at) === 'open';
  const head = `Конкурс ${inContest(entry, contest)}`;
  return {
    text: [head, '', ...bodyOf(entry, contest, { moment, isOpen, asked })].join('\n'),
    buttons: [...(isOpen ? mendRows(entry) : []), [entryButton(entry), buttons.ask]],
  };
}

type Seen = { moment: Moment; isOpen: boolean; asked: boolean };

function bodyOf(entry: Entry, contest: Contest, { moment, isOpen, asked }: Seen): string[] {
  if (entry.checkTrouble !== null) return [`⏳ ${troubleText(entry.checkTrouble)}`];
  if (entry.state === 'checking') return ['⏳ Проверяю. Как закончу — напишу.'];
  if (entry.state === 'rejected')
    return [`❌ Работа отклонена.${entry.reason === '' ? '' : ` ${entry.reason}`}`];
  if (entry.findings.length > 0) {
    const opening = asked
      ? 'Проверил. Чтобы работа участвовала, нужно поправить:'
      : '⚠️ Посмотрел на вашу работу ещё раз: кое-что изменилось. Нужно поправить:';
    const closing = isOpen
      ? `Поправить можно ${deadlineText(contest, moment)}. Потом нажмите «Проверить ещё раз».`
      : 'Приём работ закончен. Если это ошибка, напишите координатору.';
    return [opening, ...findingLines(entry, moment), '', closing];
  }
  const keep = entry.post === null ? '' : ' До итогов не удаляйте публикацию и не закрывайте страницу.';
  const change = isOpen ? ` Заменить или отозвать работу можно ${untilClose(contest, moment)}.` : '';
  return [`✅ Всё в порядке, работа принята.${keep}${change}`];
}

/** «1. Нет хештега …». */
export function findingLines(entry: Pick<Entry, 'findings'>, moment: Moment): string[] {
  return entry.findings.map((finding, index) => `${index + 1}. ${findingText(finding, moment)}`);
}

/** «Проверить ещё раз», «Заменить ссылку», «Отозвать»; whose page is not known is shown how to prove it. */
export function mendRows(entry: Entry): Button[][] {
  if (entry.post === null) return [];
  const unproven = entry.findings.some(
    ({ code }) => code === 'post-author-unproven' || code === 'account-not-proven',
  );
  const again: Button = {
    label: 'Проверить ещё раз',
    action: entryAction('again', entry.id),
    tone: 'primary',
  };
  return [
    ...(unproven ? [[connectVkButton]] : []),
    ...(entry.state === 'accepted' ? [] : [[again]]),
    [
      { label: 'Заменить ссылку', action: entryAction('replace', entry.id) },
      { label: 'Отозвать', action: entryAction('withdraw', entry.id) },
    ],
  ];
}

export function pageProven(): Message {
  return {
    text: 'Вижу вашу страницу ВКонтакте. Проверяю вашу работу на конкурс ещё раз — напишу, всё ли в порядке.',
  };
}

export const connectVkButton: Button = { ...elsewhereButton, label: 'Подключить ВКонтакте' };

export function entryButton({ id }: Pick<Entry, 'id'>): Button {
  return { label: 'Открыть работу', action: entryAction('show', id) };
}

/** ««Мой наставник», номинация «Мой опыт»», short enough for a sentence. */
export function inContest(entry: Pick<Entry, 'nominationId'>, contest: Contest): string {
  const nomination = contest.nominations.find(({ id }) => id === entry.nominationId);
  const several = contest.nominations.filter(({ archivedAt }) => archivedAt === null).length > 1;
  const title = `«${clip(contest.title, 200)}»`;
  return nomination === undefined || !several
    ? title
    : `${title}, номинация «${clip(nomination.title, 200)}»`;
}

/** For whoever began and did not finish. */
export function closingSoon(contest: Contest, entry: Entry, days: number): Message {
  const left = days <= 0 ? 'сегодня последний день' : `осталось ${counted(days, dayForms)}`;
  const what =
    entry.state === 'draft'
      ? 'Вы начали заполнять работу и не отправили её.'
      : 'В вашей работе осталось кое-что поправить.';
  return {
    text: `⏰ До конца приёма работ на конкурс ${inContest(entry, contest)} ${left}. ${what}`.replace(
      'осталось 1 день',
      'остался 1 день',
    ),
    buttons: [
      [
        entry.state === 'draft'
          ? { label: 'Продолжить', action: entryAction('go-on', entry.id), tone: 'primary' }
          : { label: clip('Посмотреть, что поправить', limits.label), action: entryAction('show', entry.id) },
      ],
      [{ label: 'Не буду участвовать', action: entryAction('withdraw', entry.id) }],
    ],
  };
}
