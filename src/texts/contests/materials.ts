import type { ContestKind } from '../../domain/contests/contest.ts';
import { limits, type Message } from '../../domain/messages/message.ts';

type About = { title: string; kind: ContestKind; fileIds: readonly string[]; namesOthers: boolean };

/** Files that somebody gets afterwards, as many messages as they take. Files with names are not for every channel. */
export function materialsMessages(
  { title, kind, fileIds, namesOthers }: About,
  mayNameOthers: boolean,
): Message[] {
  const thanks = kind === 'event' ? `Спасибо, что были на «${title}»!` : `Спасибо за участие в «${title}»!`;
  if (namesOthers && !mayNameOthers) {
    return [
      {
        text: `${thanks} Для участников есть материалы. Через этот мессенджер их передать нельзя: попросите их у координатора.`,
      },
    ];
  }
  const parts = Array.from({ length: Math.ceil(fileIds.length / limits.files) }, (_, index) =>
    fileIds.slice(index * limits.files, (index + 1) * limits.files),
  );
  return parts.map((files, index) => ({
    text: index === 0 ? `${thanks} Материалы для участников:` : `Ещё материалы, «${title}»:`,
    files,
  }));
}
