import type { Contest } from '../../domain/contests/contest.ts';
import type { EntryOutcome } from '../../domain/contests/contest-book.ts';
import { openNominations } from '../../domain/contests/entering.ts';
import type { Entry, EntryState } from '../../domain/contests/entry.ts';
import { claimedFinding } from '../../domain/contests/entry-claim.ts';
import { stageOf } from '../../domain/contests/stage.ts';
import { mostFiles } from '../../domain/contests/work.ts';
import type { OwnDiploma } from '../../domain/diplomas/diploma-shelf.ts';
import { type Button, limits, type Message } from '../../domain/messages/message.ts';
import { postUrl } from '../../domain/posts/post.ts';
import { buttons } from '../talk.ts';
import { clip } from '../tasks.ts';
import { entryAction } from './actions.ts';
import { findingLines, inContest, mendRows } from './check-result.ts';
import { contestsButton, myEntriesButton } from './contest-list.ts';
import { ownDiplomaNames } from './diploma-news.ts';
import { troubleText } from './findings.ts';
import { deadlineText, type Moment } from './when.ts';

export const entryStateWords: Readonly<Record<EntryState, string>> = {
  draft: 'не отправлена',
  checking: 'проверяется',
  mending: 'нужно поправить',
  accepted: 'принята',
  waitlisted: 'в листе ожидания',
  found: 'найдена по хештегу, на конкурс не подана',
  withdrawn: 'отозвана',
  rejected: 'отклонена',
};

export type OwnEntry = { entry: Entry; contest: Contest };

export function noEntries(): Message {
  return { text: 'Работ у вас пока нет.', buttons: [[contestsButton]] };
}

/** The newest first; older ones than fit are listed without a button. */
export function entryList(own: readonly OwnEntry[], mayName: boolean): Message {
  const label = ({ entry, contest }: OwnEntry) => {
    const title = mayName && entry.title !== '' ? entry.title : contest.title;
    return `${clip(title, 80)} — ${entryStateWords[entry.state]}`;
  };
  return {
    text: `Ваши работы:\n${own.map((each) => `• ${label(each)}`).join('\n')}`,
    buttons: [
      ...own
        .slice(0, limits.buttonRows - 1)
        .map((each): Button[] => [
          { label: clip(label(each), limits.label), action: entryAction('show', each.entry.id) },
        ]),
      [contestsButton],
    ],
  };
}

/** What else a card tells; results only once they are published. */
export type EntryFacts = {
  isAuthor: boolean;
  files: readonly { name: string }[];
  /** Of the mentor that is named, as the reader may read it; `null` where none is named. */
  mentor: string | null;
  team: number;
  outcome: EntryOutcome | null;
  comments: readonly string[];
  /** The reader's own papers for it. */
  diplomas: readonly OwnDiploma[];
};

export function entryCard(
  { entry, contest }: OwnEntry,
  facts: EntryFacts,
  moment: Moment,
  mayName: boolean,
): Message {
  const isOpen = stageOf(contest, moment.at) === 'open';
  const lines = [
    `📝 Работа на конкурс ${inContest(entry, contest)}`,
    `Состояние: ${entryStateWords[entry.state]}`,
    ...(isOpen ? [`Приём работ ${deadlineText(contest, moment)}`] : []),
    '',
    ...aboutLines(entry, facts, mayName),
    ...standing(entry, moment, mayName),
    ...outcomeLines(contest, facts, mayName),
  ];
  return {
    text: lines.join('\n').trim(),
    buttons: [
      ...(isOpen ? changeRows(entry, contest, facts) : diplomaRows(entry, facts)),
      isOpen && facts.isAuthor ? [myEntriesButton] : [myEntriesButton, buttons.ask],
    ],
  };
}

function diplomaRows(entry: Entry, { diplomas }: EntryFacts): Button[][] {
  return diplomas.slice(0, limits.buttonRows - 1).map(({ id, kind, number }): Button[] => [
    {
      label: clip(`📄 ${ownDiplomaNames[kind]} № ${number}`, limits.label),
      action: entryAction('diploma', entry.id, id),
    },
  ]);
}

function aboutLines(entry: Entry, { files, mentor, team }: EntryFacts, mayName: boolean): string[] {
  const { title, teamName, post, link } = entry;
  return [
    ...(mayName && title !== '' ? [`«${clip(title, 200)}»`] : []),
    ...(post === null ? [] : [`🔗 ${postUrl(post)}`]),
    ...(link === null ? [] : [`🔗 ${clip(link, 300)}`]),
    ...(files.length === 0
      ? []
      : [
          mayName
            ? `📎 ${clip(files.map(({ name }) => name).join(', '), 400)}`
            : `📎 Файлов: ${files.length}`,
        ]),
    ...(teamName === null
      ? []
      : [`👥 ${mayName ? `Команда «${clip(teamName, 100)}»` : 'Команда'}, человек: ${team}`]),
    ...(mentor === null ? [] : [`О ком: ${mentor}`]),
  ];
}

/** What staff decided is in their words, which may name anybody. */
function standing(entry: Entry, moment: Moment, mayName: boolean): string[] {
  const { state, findings, checkTrouble, reason } = entry;
  if (checkTrouble !== null) return ['', `⏳ ${troubleText(checkTrouble)}`];
  const isClaimed = findings.some(({ code }) => code === claimedFinding);
  if (state === 'withdrawn' && isClaimed) return ['', ...findingLines(entry, moment)];
  if (state !== 'rejected' && state !== 'mending') return [];
  const why = mayName ? clip(reason, 500) : 'можно узнать у куратора или координатора.';
  return [
    ...(reason === ''
      ? []
      : ['', `${state === 'rejected' ? 'Почему' : 'Координатор вернул работу, почему'}: ${why}`]),
    ...(state === 'rejected' || findings.length === 0
      ? []
      : ['', 'Нужно поправить:', ...findingLines(entry, moment)]),
  ];
}

const awards = { winner: 'победитель', laureate: 'лауреат', participant: 'участник' } as const;

function outcomeLines({ state }: Contest, { outcome, comments }: EntryFacts, mayName: boolean): string[] {
  if (state !== 'published' && state !== 'archived') return [];
  const place = outcome?.place === null || outcome === null ? '' : `, место: ${outcome.place}`;
  const won = outcome === null ? [] : ['', `🏅 Итог: ${awards[outcome.award ?? 'participant']}${place}`];
  if (comments.length === 0) return won;
  // In the jury's own words, which may name anybody.
  if (!mayName) return [...won, '', 'Что написало жюри, покажу ВКонтакте: здесь имён не называю.'];
  return [...won, '', 'Что написало жюри:', ...comments.map((comment) => `— ${clip(comment, 700)}`)];
}

function changeRows(entry: Entry, contest: Contest, { isAuthor }: EntryFacts): Button[][] {
  const button = (label: string, verb: Parameters<typeof entryAction>[0]): Button => ({
    label,
    action: entryAction(verb, entry.id),
  });
  if (!isAuthor) return entry.teamName === null ? [] : [[button('Выйти из команды', 'leave')]];
  if (entry.state === 'draft') {
    return [
      [{ ...button('Продолжить', 'go-on'), tone: 'primary' }],
      [button('Удалить черновик', 'withdraw')],
    ];
  }
  if (entry.state === 'withdrawn' || entry.state === 'rejected') return [];
  if (entry.state === 'found') return [[{ ...button('Подать на конкурс', 'go-on'), tone: 'primary' }]];
  const more = [
    ...(openNominations(contest).length > 1 ? [button('Номинация', 'nomination')] : []),
    ...(contest.terms.team.allowed ? [button('Команда', 'team')] : []),
    ...(contest.terms.namesMentor ? [button('О ком работа', 'mentor')] : []),
  ];
  return [...contentRows(entry, contest, button), ...(more.length > 0 ? [more] : [])];
}

function contentRows(
  entry: Entry,
  contest: Contest,
  button: (label: string, verb: Parameters<typeof entryAction>[0]) => Button,
): Button[][] {
  if (contest.kind === 'post') return mendRows(entry);
  const content = mostFiles(contest) > 0 || contest.terms.work.link;
  return [
    [
      button('Название', 'title'),
      button('Описание', 'about'),
      ...(content ? [button(mostFiles(contest) > 0 ? 'Заменить файлы' : 'Заменить ссылку', 'files')] : []),
    ],
    [button('Отозвать', 'withdraw')],
  ];
}

export function reallyWithdraw(entry: Entry, contest: Contest): Message {
  const isDraft = entry.state === 'draft';
  const text = isDraft
    ? `Удалить черновик работы на конкурс ${inContest(entry, contest)}?`
    : `Отозвать работу с конкурса ${inContest(entry, contest)}? Пока идёт приём, можно подать новую.`;
  return {
    text,
    buttons: [
      [
        {
          label: isDraft ? 'Да, удалить' : 'Да, отозвать',
          action: entryAction('withdrawn', entry.id),
          tone: 'negative',
        },
      ],
      [{ label: 'Нет, оставить', action: entryAction('show', entry.id) }],
    ],
  };
}

export function withdrawn(contest: Contest): Message {
  return {
    text: `Работу с конкурса «${clip(contest.title, 200)}» отозвал. Передумаете, пока идёт приём, — подайте новую.`,
    buttons: [[contestsButton]],
  };
}

export function draftGone(): Message {
  return { text: 'Черновик удалил.', buttons: [[contestsButton]] };
}
