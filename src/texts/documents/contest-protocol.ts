import type { ProtocolFacts, ProtocolJuror } from '../../domain/contests/protocol.ts';
import type { NominationRanking, RankedEntry } from '../../domain/contests/ranking/ranking.ts';
import type { DocxBlock, DocxPlan } from '../../domain/files/docx-plan.ts';
import { decimal, methodLines } from '../contest-rules.ts';
import { dayText } from '../dates.ts';
import { counted, type Forms } from '../plural.ts';
import { needsLandscape, nominationTable } from './contest-protocol-table.ts';
import {
  authorsLine,
  excusedWords,
  type Found,
  findIn,
  quoted,
  tieWords,
  unrankedWords,
} from './contest-words.ts';
import { signatureOf } from './worded-people.ts';

/** Written in by hand until the protocol is registered. */
const blank = { number: '________', day: '«____» ______________ 20___ г.' };
const signature = '______________';
const workForms: Forms = ['работа', 'работы', 'работ'];

const gap: DocxBlock = { kind: 'gap' };
const line = (text: string, keep = false): DocxBlock => ({ kind: 'paragraph', text, keep });
const head = (text: string): DocxBlock => ({
  kind: 'paragraph',
  text,
  align: 'center',
  bold: true,
  keep: true,
});
const section = (text: string): DocxBlock => ({ kind: 'paragraph', text, bold: true, keep: true });
const body = (text: string): DocxBlock => ({ kind: 'paragraph', text, align: 'justify', indent: true });

/** The protocol of the jury's session, to be printed and signed. Names as they are given. */
export function protocolPlan(facts: ProtocolFacts): DocxPlan {
  const found = findIn(facts);
  return {
    landscape: needsLandscape(facts),
    blocks: [
      ...titleBlocks(facts),
      ...presentBlocks(facts),
      section('1. Как считались итоги'),
      ...methodLines(facts.rules, facts.criteria).map(body),
      gap,
      section('2. Итоги по номинациям'),
      ...facts.ranking.nominations.flatMap((nomination) => nominationBlocks(facts, nomination, found)),
      section('3. Особые случаи'),
      ...caseBlocks(specialCases(facts, found)),
      gap,
      section('4. Решение'),
      ...decisionBlocks(facts, found),
      gap,
      ...signatures(facts),
    ],
  };
}

function titleBlocks({
  organizerName,
  contestTitle,
  jurors,
  heldOn,
  number,
  place,
}: ProtocolFacts): DocxBlock[] {
  return [
    head(organizerName),
    gap,
    head('ПРОТОКОЛ'),
    head(`${jurors.length === 0 ? 'подведения итогов' : 'заседания жюри'} конкурса ${quoted(contestTitle)}`),
    gap,
    {
      kind: 'ends',
      left: heldOn === null ? blank.day : `${dayText(heldOn)} г.`,
      right: `№ ${number ?? blank.number}`,
    },
    ...(place === '' ? [] : [line(place)]),
    gap,
  ];
}

function presentBlocks({ jurors, secretary }: ProtocolFacts): DocxBlock[] {
  if (jurors.length === 0) return [];
  const nameOf = (juror: ProtocolJuror) =>
    `${withPost(juror)}${juror.isChair ? ' — председатель жюри' : ''}${juror.isPresent ? '' : ' (на заседании не было)'}`;
  const present = jurors.filter(({ isPresent }) => isPresent).length;
  return [
    line('Жюри (под этими номерами члены жюри стоят в таблицах):', true),
    ...jurors.map((juror, at) => line(`№ ${at + 1}. ${nameOf(juror)}`)),
    line(`На заседании присутствовали: ${present} из ${jurors.length}.`),
    ...(secretary === null ? [] : [line(`Секретарь: ${withPost(secretary)}`)]),
    gap,
  ];
}

function withPost({ name, post }: { name: string; post: string }): string {
  return post === '' ? name : `${name}, ${post}`;
}

function nominationBlocks(facts: ProtocolFacts, nomination: NominationRanking, found: Found): DocxBlock[] {
  const { nominationId, ranked, unranked } = nomination;
  const works = counted(ranked.length + unranked.length, workForms);
  const { rules } = facts;
  const raw = rules.by !== 'activity' && rules.normalise === 'per-juror' && ranked.length > 0;
  return [
    section(`Номинация ${quoted(found.nominationTitle(nominationId))}: ${works}`),
    ...(raw ? [line('Оценки: приведённая, в скобках — исходная.', true)] : []),
    ranked.length === 0 ? line('Работ, получивших место, нет.') : nominationTable(facts, nomination),
    gap,
  ];
}

/** What the tables do not show: who has not judged what, what was shown again, who is equal, who has no place. */
function specialCases({ excused, askedAgain, ranking, rules }: ProtocolFacts, found: Found): string[] {
  const work = (entryId: string) => workLine(entryId, found);
  return [
    ...excused.map(
      ({ jurorId, entryId, why }) =>
        `${found.jurorName(jurorId)} не оценивает: ${work(entryId)} — ${excusedWords[why]}.`,
    ),
    ...askedAgain.map(
      ({ entryId, range }) =>
        `Показана жюри повторно: ${work(entryId)} — оценки расходились на ${decimal(range, 1)} из 100 баллов.`,
    ),
    ...ranking.nominations.flatMap(({ ranked }) =>
      ranked.flatMap(({ entryId, place, tie }) =>
        tie === null ? [] : [`Место ${place}: ${work(entryId)} — ${tieWords[tie]}.`],
      ),
    ),
    ...ranking.nominations.flatMap(({ unranked }) =>
      unranked.map(
        (entry) => `Без места: ${work(entry.entryId)} — ${unrankedWords(entry, rules.minSheets)}.`,
      ),
    ),
  ];
}

/** A paragraph for each decision: lines of one justified paragraph would be stretched. */
function decisionBlocks({ ranking }: ProtocolFacts, found: Found): DocxBlock[] {
  return ranking.nominations
    .filter(({ ranked, unranked }) => ranked.length + unranked.length > 0)
    .flatMap((nomination, at) => [
      line(`${at + 1}) Номинация ${quoted(found.nominationTitle(nomination.nominationId))}.`, true),
      ...decisionsOf(nomination, found).map(body),
    ]);
}

function decisionsOf({ ranked, unranked }: NominationRanking, found: Found): string[] {
  const of = (award: RankedEntry['award']) => ranked.filter((entry) => entry.award === award);
  const list = (entries: readonly RankedEntry[]) =>
    entries.map(({ entryId }) => workLine(entryId, found)).join('; ');
  const [winners, laureates] = [of('winner'), of('laureate')];
  const others = of('participant').length + unranked.length;
  return [
    winners.length === 0
      ? 'Победителя не определять.'
      : `Признать ${winners.length === 1 ? 'победителем' : 'победителями'}: ${list(winners)}.`,
    ...(laureates.length === 0
      ? []
      : [`Признать ${laureates.length === 1 ? 'лауреатом' : 'лауреатами'}: ${list(laureates)}.`]),
    ...(others === 0 ? [] : [`Остальные считать участниками: ${counted(others, workForms)}.`]),
  ];
}

function workLine(entryId: string, found: Found): string {
  const entry = found.entry(entryId);
  const title = entry.title === '' ? 'работа без названия' : quoted(entry.title);
  const authors = authorsLine(entry);
  return authors === '' ? title : `${title} (${authors})`;
}

function caseBlocks(lines: readonly string[]): DocxBlock[] {
  if (lines.length === 0) return [body('Особых случаев не было.')];
  return lines.map((text, at) => body(`${at + 1}) ${text}`));
}

/** Only those who were there sign. */
function signatures({ jurors, secretary }: ProtocolFacts): DocxBlock[] {
  const signed = (who: string, name: string): DocxBlock[] => [
    gap,
    {
      kind: 'ends',
      left: who,
      right: `${signature} ${name === '' ? '/______________/' : signatureOf(name)}`,
    },
  ];
  const present = jurors
    .filter(({ isPresent }) => isPresent)
    .toSorted((x, y) => Number(y.isChair) - Number(x.isChair));
  return [
    ...(jurors.length === 0 ? signed('Организатор конкурса', '') : []),
    ...present.flatMap(({ isChair, name }) => signed(isChair ? 'Председатель жюри' : 'Член жюри', name)),
    ...(secretary === null ? [] : signed('Секретарь', secretary.name)),
  ];
}
