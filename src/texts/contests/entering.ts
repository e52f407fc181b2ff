import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { longestTeamName, longestTitle, mostFiles } from '../../domain/contests/work.ts';
import { type Button, limits, type Message } from '../../domain/messages/message.ts';
import type { PostLink } from '../../domain/posts/read-post-link.ts';
import { counted, type Forms } from '../plural.ts';
import { buttons } from '../talk.ts';
import { clip } from '../tasks.ts';
import { contestAction, entryAction } from './actions.ts';
import { connectVkButton, entryButton, inContest } from './check-result.ts';
import { hashtagsOf } from './contest-list.ts';
import { type Moment, untilClose } from './when.ts';

/** What the chat asks and answers while somebody enters a contest. */

const signForms: Forms = ['знак', 'знака', 'знаков'];
/** «до 200 знаков»: the case after «до» and «не короче». */
const ofSigns: Forms = ['знака', 'знаков', 'знаков'];

export const entryWords = {
  taken: 'Принял',
  kept: 'Сохранил',
  gone: 'Отозвал',
  pending: 'Уже проверяю',
  joined: 'Вы в команде',
} as const;

export function askPost(entry: Entry, contest: Contest): Message {
  const tags = hashtagsOf(contest, entry.nominationId ?? '');
  const { needs, minLength } = contest.terms.post;
  const lines = [
    `Конкурс ${inContest(entry, contest)}.`,
    '',
    'Пришлите ссылку на свою публикацию ВКонтакте. Подойдёт любая: из «Поделиться», из браузера, из приложения; а в чат ВКонтакте можно прислать и саму публикацию.',
    ...(tags.length > 0 ? ['', `В тексте должны быть хештеги: ${tags.join(' ')}`] : []),
    ...(minLength > 0 ? [`Текст — не короче ${counted(minLength, ofSigns)} без хештегов.`] : []),
    ...(needs === 'none' ? [] : [`Нужна ${needWords[needs]}.`]),
  ];
  return { text: lines.join('\n'), buttons: [[buttons.cancel]] };
}

const needWords = {
  picture: 'фотография',
  video: 'видеозапись',
  'picture-or-video': 'фотография или видеозапись',
} as const;

const wrongLinks: Record<Exclude<PostLink['kind'], 'post'>, string> = {
  several: 'Здесь несколько публикаций. Пришлите, пожалуйста, одну ссылку.',
  article:
    'Это статья, а нужна публикация на стене. Откройте публикацию, в которой вы поделились статьёй, и пришлите ссылку на неё.',
  'short-link':
    'Это сокращённая ссылка, и куда она ведёт, не видно. Откройте публикацию и скопируйте её адрес целиком.',
  'other-vk':
    'Это фото, видео или история, а нужна публикация на стене. Нажмите на дату под публикацией и скопируйте адрес.',
  page: 'Это ссылка на страницу, а нужна одна публикация. Нажмите на её дату и скопируйте адрес.',
  'other-place': 'Нужна ссылка на публикацию ВКонтакте. Эта ведёт в другое место.',
  none: 'Ссылки не вижу. Откройте публикацию ВКонтакте, нажмите «Поделиться» → «Скопировать ссылку» и пришлите её сюда.',
};

/** `vk.com/wall…` is the only thing awaited; what came instead is named. */
export function wrongLink(kind: Exclude<PostLink['kind'], 'post'>): Message {
  return { text: wrongLinks[kind], buttons: [[buttons.cancel]] };
}

/** `proven`: the author's page on VK is known. */
export function postTaken(entry: Entry, contest: Contest, proven: boolean): Message {
  const prove =
    'Чтобы я убедился, что страница ваша, напишите мне и из ВКонтакте: нажмите «Подключить ВКонтакте», пришлю ссылку. Без этого работа не будет принята.';
  return {
    text: [
      `Принял на конкурс ${inContest(entry, contest)}. Проверяю — напишу, всё ли в порядке.`,
      ...(proven ? [] : ['', prove]),
    ].join('\n'),
    buttons: [...(proven ? [] : [[connectVkButton]]), [entryButton(entry)]],
  };
}

/** A link sent out of the blue. `nothing`: it may be the result of a task. */
export function offerPost(contests: readonly Contest[], hasTasks: boolean, moment: Moment): Message {
  const [only] = contests;
  const isOne = only !== undefined && contests.length === 1;
  const ask = isOne
    ? `Подать эту публикацию на конкурс «${clip(only.title, 200)}» (приём ${untilClose(only, moment)})?`
    : 'На какой конкурс подать эту публикацию?';
  const rows = contests.slice(0, limits.buttonRows - 2).map((contest): Button[] => [
    {
      label: isOne ? 'Да, подать' : clip(contest.title, limits.label),
      action: contestAction('post', contest.id),
      tone: 'positive',
    },
  ]);
  return {
    text: ask,
    buttons: [
      ...rows,
      ...(hasTasks ? [[{ label: 'Нет, это к моей задаче', action: 'contest:to-task' }]] : []),
      [{ ...buttons.cancel, label: 'Никуда' }],
    ],
  };
}

export function askTitle(entry: Entry, contest: Contest, again = false): Message {
  const ask = `Как называется работа? Одной строкой, до ${counted(longestTitle, ofSigns)}.`;
  return {
    text: again ? `Название нужно словами. ${ask}` : `Конкурс ${inContest(entry, contest)}.\n\n${ask}`,
    buttons: [[buttons.cancel]],
  };
}

export function askAbout(entry: Entry, contest: Contest, length: number | null = null): Message {
  const { least, most } = contest.terms.work.description;
  const bounds = least > 0 ? `от ${least} до ${counted(most, ofSigns)}` : `до ${counted(most, ofSigns)}`;
  const wrong = length === null ? '' : `Получилось ${counted(length, signForms)}, а нужно ${bounds}.\n\n`;
  return {
    text: `${wrong}Расскажите о работе: ${bounds}, одним сообщением.${least > 0 ? '' : ' Можно пропустить.'}`,
    buttons: [
      ...(least > 0 ? [] : [[{ label: 'Пропустить', action: entryAction('skip', entry.id) }]]),
      [buttons.cancel],
    ],
  };
}

export function askFiles(entry: Entry, contest: Contest): Message {
  return {
    text: `Пришлите работу: ${whatFits(contest)}. Потом нажмите «Готово».`,
    buttons: [[enoughButton(entry)], [buttons.cancel]],
  };
}

function whatFits(contest: Contest): string {
  const files = mostFiles(contest);
  const parts = [
    ...(files > 0 ? [files === 1 ? 'файл (до 20 МБ)' : `до ${files} файлов (каждый до 20 МБ)`] : []),
    ...(contest.terms.work.link ? ['ссылку на неё'] : []),
  ];
  return parts.join(' или ');
}

function enoughButton({ id }: Pick<Entry, 'id'>): Button {
  return { label: 'Готово', action: entryAction('enough', id), tone: 'positive' };
}

/** What came with one message: taken, and what was not and why. */
export type Gathered = { files: readonly string[]; link: boolean; faults: readonly FileFault[] };
export type FileFault = { name: string; why: 'too-big' | 'kind' | 'many' };

const faultWords: Record<FileFault['why'], string> = {
  'too-big': 'больше 20 МБ. Пришлите поменьше или ссылку',
  kind: 'такие файлы не беру. Подойдут документы, презентации, таблицы, фото, видео и архив zip',
  many: 'файлов уже достаточно',
};

export function filesTaken(entry: Entry, contest: Contest, gathered: Gathered): Message {
  const { files, link, faults } = gathered;
  const lines = [
    ...faults.map(({ name, why }) => `⚠️ «${clip(name, 120)}» — ${faultWords[why]}.`),
    ...(files.length > 0 ? [`📎 В работе: ${clip(files.map((name) => `«${name}»`).join(', '), 600)}`] : []),
    ...(link ? ['🔗 Ссылка есть.'] : []),
    files.length === 0 && !link
      ? `Пока ничего нет. Пришлите ${whatFits(contest)}.`
      : 'Есть ещё? Присылайте. Если нет — нажмите «Готово».',
  ];
  return { text: lines.join('\n'), buttons: [[enoughButton(entry)], [buttons.cancel]] };
}

export function stillFiles(reason: string, entry: Entry, contest: Contest): Message {
  return {
    text: `${reason}\n\nЯ жду работу: ${whatFits(contest)}. Или нажмите «Готово».`,
    buttons: [[enoughButton(entry)], [buttons.cancel]],
  };
}

export function workTaken(entry: Entry, contest: Contest, moment: Moment): Message {
  const team = contest.terms.team.allowed && entry.teamName === null;
  return {
    text: `✅ Работа принята на конкурс ${inContest(entry, contest)}. Изменить или отозвать её можно ${untilClose(contest, moment)}.`,
    buttons: [
      ...(team ? [[{ label: 'Мы — команда', action: entryAction('team', entry.id) }]] : []),
      [entryButton(entry)],
    ],
  };
}

export function askTeamName(again = false): Message {
  const ask = `Как называется команда? До ${counted(longestTeamName, ofSigns)}.`;
  return { text: again ? `Название нужно словами. ${ask}` : ask, buttons: [[buttons.cancel]] };
}
