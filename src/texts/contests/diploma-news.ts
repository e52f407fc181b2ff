import type { ContestKind } from '../../domain/contests/contest.ts';
import type { DiplomaAward, DiplomaFacts, DiplomaKind } from '../../domain/diplomas/diploma.ts';
import type { DiplomaFile, OwnDiploma } from '../../domain/diplomas/diploma-shelf.ts';
import type { Message } from '../../domain/messages/message.ts';

type Given = Pick<DiplomaFacts, 'number' | 'award' | 'verificationUrl'> & {
  paper: DiplomaKind;
  /** Of the contest. */
  kind: ContestKind;
  title: string;
};

const awards: Readonly<Record<DiplomaAward, string>> = {
  winner: 'победителя',
  laureate: 'лауреата',
  participant: 'участника',
};

export const ownDiplomaNames: Readonly<Record<DiplomaKind, string>> = {
  diploma: 'Диплом',
  certificate: 'Сертификат',
  gratitude: 'Благодарность',
};

/** Names nobody; what its file may say of others decides whether the file goes along. */
export function diplomaMessage(
  { paper, award, kind, title, number, verificationUrl }: Given,
  file: DiplomaFile,
  mayName: boolean,
): Message {
  const of = kind === 'event' ? `мероприятия «${title}»` : `конкурса «${title}»`;
  const what: Readonly<Record<DiplomaKind, string>> = {
    diploma: `🏅 Поздравляем! Ваш диплом ${awards[award]} ${of}`,
    certificate: `📄 Спасибо за участие! Ваш сертификат участника ${of}`,
    gratitude: `📄 Спасибо за помощь! Ваше благодарственное письмо от организаторов ${of}`,
  };
  const text = `${what[paper]}, № ${number}.\n\nПроверить подлинность: ${verificationUrl}`;
  return withFile(text, file, mayName);
}

/** Once more, as somebody asked for it. */
export function ownDiploma(
  { kind, number }: Pick<OwnDiploma, 'kind' | 'number'>,
  file: DiplomaFile,
  mayName: boolean,
): Message {
  return withFile(`${ownDiplomaNames[kind]} № ${number}`, file, mayName);
}

function withFile(text: string, { fileId, namesOthers }: DiplomaFile, mayName: boolean): Message {
  if (mayName || !namesOthers) return { text, files: [fileId] };
  return {
    text: `${text}\n\nСам файл здесь не пришлю: в нём есть название, где могут быть чужие имена. Он придёт ВКонтакте, если открыть там чат со мной, или попросите его у координатора.`,
  };
}
