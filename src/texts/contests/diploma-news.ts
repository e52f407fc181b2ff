import type { ContestKind } from '../../domain/contests/contest.ts';
import type { DiplomaAward, DiplomaFacts, DiplomaKind } from '../../domain/diplomas/diploma.ts';
import type { Message } from '../../domain/messages/message.ts';

type Paper = Pick<DiplomaFacts, 'number' | 'verificationUrl'> & {
  /** Of what it is a paper. */
  kind: ContestKind;
  title: string;
} & { paper: DiplomaKind; award: DiplomaAward };

const awards: Readonly<Record<DiplomaAward, string>> = {
  winner: 'победителя',
  laureate: 'лауреата',
  participant: 'участника',
};

/** Names nobody but in the file, which is the reader's own. */
export function diplomaMessage({ paper, award, kind, title, number, verificationUrl }: Paper, fileId: string): Message {
  const of = kind === 'event' ? `«${title}»` : `конкурса «${title}»`;
  const what = {
    diploma: `Поздравляем! Ваш диплом ${awards[award]} ${of}`,
    certificate: `Спасибо за участие! Ваш сертификат участника ${of}`,
    gratitude: `Спасибо! Ваше благодарственное письмо: ${kind === 'event' ? '' : 'конкурс '}«${title}»`,
  }[paper];
  return {
    text: `${what}, № ${number}.\n\nПроверить, что документ настоящий: ${verificationUrl}`,
    files: [fileId],
  };
}

export const ownDiplomaNames: Readonly<Record<DiplomaKind, string>> = {
  diploma: 'Диплом',
  certificate: 'Сертификат',
  gratitude: 'Благодарность',
};
