import type { ContestKind } from '../../domain/contests/contest.ts';
import type { Award } from '../../domain/contests/result-rules.ts';
import type { Message } from '../../domain/messages/message.ts';
import { counted, type Forms } from '../plural.ts';

type Own = {
  title: string;
  team: string | null;
  nomination: string;
  place: number | null;
  award: Award;
  comments: readonly string[];
};

const awardWords: Record<Award, string> = {
  winner: 'победитель',
  laureate: 'лауреат',
  participant: 'участник',
};
/** How much of one comment a message carries. */
const longestShown = 1500;

/** How somebody's works came out. What the jury wrote may name anybody, so that not every channel carries it. */
export function resultsMessage(
  {
    title,
    kind,
    results,
    showsComments,
  }: { title: string; kind: ContestKind; results: readonly Own[]; showsComments: boolean },
  mayNameOthers: boolean,
): Message {
  const hasComments = showsComments && results.some(({ comments }) => comments.length > 0);
  const lines = results.map((result) => {
    const comments = showsComments && mayNameOthers ? result.comments.map(commentLine) : [];
    return [outcomeLine(result, kind), ...comments].join('\n');
  });
  const elsewhere =
    hasComments && !mayNameOthers
      ? ['Жюри написало отзыв. Через этот мессенджер его передать нельзя: спросите его у координатора.']
      : [];
  return {
    text: [`Итоги ${ofWhat(kind)} «${title}» подведены.`, ...lines, ...elsewhere, 'Спасибо за участие!'].join(
      '\n\n',
    ),
  };
}

/** There are games and forums among events. */
const ofWhat = (kind: ContestKind) => (kind === 'event' ? 'события' : 'конкурса');

function nameOf({ title, team }: Own, kind: ContestKind): string {
  if (kind === 'event') return team === null || team === '' ? 'Ваш результат' : `Команда «${team}»`;
  return title === '' ? 'Ваша работа' : `Работа «${title}»`;
}

function outcomeLine(result: Own, kind: ContestKind): string {
  const { nomination, place, award } = result;
  const work = nameOf(result, kind);
  const where = nomination === '' ? '' : `, номинация «${nomination}»`;
  const outcome =
    place !== null && award !== 'participant' ? `${awardWords[award]}, ${place}-е место` : awardWords[award];
  return `${work}${where}: ${outcome}.`;
}

function commentLine(comment: string): string {
  const signs = [...comment.trim()];
  const shown = signs.length > longestShown ? `${signs.slice(0, longestShown).join('')}…` : signs.join('');
  return `Жюри пишет: «${shown}»`;
}

type Awarded = {
  nominationId: string;
  place: number;
  award: Award;
  names: readonly string[];
  /** How many are behind the work. */
  people: number;
};

/**
 * What stands on the community's wall: those who let us publish name and award there. The others are one number for the
 * whole contest: a place or a nomination would tell of a small one who it is.
 */
export function resultsPost(
  {
    title,
    kind,
    nominations,
    works,
  }: {
    title: string;
    kind: ContestKind;
    nominations: readonly { id: string; title: string }[];
    works: readonly Awarded[];
  },
  url: string | null,
): string {
  const blocks = nominations.flatMap((nomination) => {
    const own = works.filter(({ nominationId, names }) => nominationId === nomination.id && names.length > 0);
    if (own.length === 0) return [];
    const head = nomination.title === '' ? [] : [`Номинация «${nomination.title}»`];
    return [[...head, ...own.map(awardedLine)].join('\n')];
  });
  const unnamed = works.reduce((sum, { names, people }) => sum + people - names.length, 0);
  const others = unnamed === 0 ? [] : [`Награждены, но не названы: ${counted(unnamed, peopleForms)}.`];
  const more = url === null ? [] : [`Подробнее: ${url}`];
  return [
    `Подведены итоги ${ofWhat(kind)} «${title}»!`,
    ...blocks,
    ...others,
    'Поздравляем и благодарим всех участников!',
    ...more,
  ].join('\n\n');
}

const peopleForms: Forms = ['человек', 'человека', 'человек'];

function awardedLine({ place, award, names }: Awarded): string {
  return `${place}-е место, ${awardWords[award]}: ${names.join(', ')}`;
}
