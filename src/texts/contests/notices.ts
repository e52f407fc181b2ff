import type { Day } from '../../domain/calendar/day.ts';
import type { Contest } from '../../domain/contests/contest.ts';
import type { NotedEntry } from '../../domain/contests/notice-book.ts';
import type { Button, Message } from '../../domain/messages/message.ts';
import { distanceText, untilDay } from '../dates.ts';
import { panelButtons } from '../panel-way.ts';
import { counted, type Forms } from '../plural.ts';
import { clip } from '../tasks.ts';
import { type Moment, untilClose } from './when.ts';

const workForms: Forms = ['работа', 'работы', 'работ'];
const shownLinks = 5;

/** To the author of posts that the search found and nobody handed in. */
export function foundInvitation(contest: Contest, links: readonly string[], moment: Moment): Message {
  const one = links.length === 1;
  const shown = links.slice(0, shownLinks).map((link) => `• ${link}`);
  const what = one ? 'вашу публикацию' : 'ваши публикации';
  const how = one ? 'Чтобы она участвовала' : 'Чтобы они участвовали';
  return {
    text: `🔎 Нашёл ${what} по хештегу конкурса «${clip(contest.title, 200)}»:\n${shown.join('\n')}\n\n${how}, подайте: откройте «Конкурсы» и пришлите ссылку. Работы принимаем ${untilClose(contest, moment)}. Если участвовать не собирались, ничего делать не нужно.`,
  };
}

/**
 * What staff copy for the author of a found post whom the bot does not know: VK lets nobody write first. `contact`: where
 * the bot is written to.
 */
export function strangerInvitation(
  contest: Pick<Contest, 'title' | 'closesAt'>,
  contact: string | null,
  moment: Moment,
): string {
  const where = contact === null ? 'напишите нашему боту ВКонтакте' : `напишите нашему боту: ${contact}`;
  return `Здравствуйте! Мы увидели вашу публикацию с хештегом конкурса «${contest.title}». Хотите участвовать — ${where} и пришлите ссылку на публикацию ${untilClose(contest, moment)}. Без этого она в конкурс не попадёт.`;
}

/** To a juror with sheets that are not finished. */
export function lateJury(
  contest: Pick<Contest, 'id' | 'title'>,
  { left, last, today, panelUrl }: { left: number; last: Day; today: Day; panelUrl: string | null },
): Message {
  const when =
    left <= 0 ? 'сегодня последний день' : `${untilDay(last, today)}, ${distanceText(last, today)}`;
  return {
    text: `⏰ Вы в жюри конкурса «${clip(contest.title, 200)}», и не все работы ещё оценены. Оценки принимаем ${when}.`,
    buttons: [[open(contest.id, panelUrl, 'Открыть работы')]],
  };
}

/** To coordinators, at most once a day: works of which something came up. Names nobody. */
export function notedDigest(
  contest: Pick<Contest, 'id' | 'title'>,
  entries: readonly NotedEntry[],
  panelUrl: string | null,
): Message {
  const worse = entries.filter(({ findings }) => findings.length > 0);
  const kept = worse.filter(({ state }) => state === 'accepted');
  const counts = (code: string) => entries.filter(({ marks }) => marks.some((mark) => mark.code === code));
  const uncounted = [...counts('counters-before-close'), ...counts('counters-unknown')];
  const grown = entries.filter(({ marks }) => marks.some(({ code }) => !code.startsWith('counters-')));
  const lines = [
    ...(worse.length === 0 ? [] : [`• появились замечания: ${works(worse)}`]),
    ...(kept.length === 0 ? [] : [`• из них остаются принятыми и ждут вашего решения: ${works(kept)}`]),
    ...(grown.length === 0 ? [] : [`• необычный рост отметок или репостов: ${works(grown)}`]),
    ...(uncounted.length === 0
      ? []
      : [`• не удалось посчитать отметки на момент закрытия: ${works(uncounted)}`]),
  ];
  return {
    text: `📋 Конкурс «${clip(contest.title, 200)}», посмотрите:\n${lines.join('\n')}\n\nРешать вам: сама программа никого не снимает.`,
    buttons: [[open(contest.id, panelUrl, 'Открыть в панели')]],
  };
}

function works(entries: readonly unknown[]): string {
  return counted(entries.length, workForms);
}

function open(contestId: string, panelUrl: string | null, label: string): Button {
  return panelUrl === null ? panelButtons.home : { label, url: `${panelUrl}/contests/${contestId}` };
}
