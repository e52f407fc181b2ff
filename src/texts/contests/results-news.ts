import type { Award } from '../../domain/contests/result-rules.ts';
import type { Message } from '../../domain/messages/message.ts';

type Own = {
  title: string;
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
  { title, results, showsComments }: { title: string; results: readonly Own[]; showsComments: boolean },
  mayNameOthers: boolean,
): Message {
  const hasComments = showsComments && results.some(({ comments }) => comments.length > 0);
  const lines = results.map((result) => {
    const comments = showsComments && mayNameOthers ? result.comments.map(commentLine) : [];
    return [outcomeLine(result), ...comments].join('\n');
  });
  const elsewhere =
    hasComments && !mayNameOthers
      ? ['Жюри написало отзыв. Через этот мессенджер его передать нельзя: спросите его у координатора.']
      : [];
  return {
    text: [`Итоги конкурса «${title}» подведены.`, ...lines, ...elsewhere, 'Спасибо за участие!'].join(
      '\n\n',
    ),
  };
}

function outcomeLine({ title, nomination, place, award }: Own): string {
  const work = title === '' ? 'Ваша работа' : `Работа «${title}»`;
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
  title: string;
  place: number;
  award: Award;
  names: readonly string[];
  people: number;
};

/** What stands on the community's wall: awards by nomination, and names of those alone who let us publish them. */
export function resultsPost(
  {
    title,
    nominations,
    works,
  }: { title: string; nominations: readonly { id: string; title: string }[]; works: readonly Awarded[] },
  url: string | null,
): string {
  const blocks = nominations.flatMap((nomination) => {
    const own = works.filter(({ nominationId }) => nominationId === nomination.id);
    if (own.length === 0) return [];
    const head = nomination.title === '' ? [] : [`Номинация «${nomination.title}»`];
    return [[...head, ...own.map(awardedLine)].join('\n')];
  });
  const more = url === null ? [] : [`Подробнее: ${url}`];
  return [
    `Подведены итоги конкурса «${title}»!`,
    ...blocks,
    'Поздравляем и благодарим всех участников!',
    ...more,
  ].join('\n\n');
}

function awardedLine({ title, place, award, names, people }: Awarded): string {
  const who = names.length === 0 ? (people > 1 ? 'команда' : 'автор работы') : names.join(', ');
  const others = names.length > 0 && names.length < people ? ' и другие' : '';
  const work = title === '' || names.length === 0 ? '' : ` — «${title}»`;
  return `${place}-е место, ${awardWords[award]}: ${who}${others}${work}`;
}
