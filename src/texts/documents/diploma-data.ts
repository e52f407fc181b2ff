import type { DiplomaAward, DiplomaFacts, Recipient } from '../../domain/diplomas/diploma.ts';
import { caseMarks } from '../../domain/documents/fields.ts';
import { formsOf, type Gender, grammaticalCases, unchanged } from '../../domain/names/name-cases.ts';
import { dayText } from '../dates.ts';
import { personData } from './worded-people.ts';

type Forms = readonly [string, string, string, string, string, string];

const awards: Readonly<Record<DiplomaAward, Forms>> = {
  winner: ['победитель', 'победителя', 'победителю', 'победителя', 'победителем', 'победителе'],
  laureate: ['лауреат', 'лауреата', 'лауреату', 'лауреата', 'лауреатом', 'лауреате'],
  participant: ['участник', 'участника', 'участнику', 'участника', 'участником', 'участнике'],
};
const teamForms: Forms = ['команда', 'команды', 'команде', 'команду', 'командой', 'команде'];
const participantHerself: Forms = [
  'участница',
  'участницы',
  'участнице',
  'участницу',
  'участницей',
  'участнице',
];

/** What the fields of a design are filled with; those of `diplomaFields`. */
export function diplomaData(facts: DiplomaFacts): Record<string, string> {
  const gender = facts.recipient?.gender ?? null;
  return {
    ...recipientData(facts),
    ...awardData(facts.award, gender),
    Место: facts.place === null ? '' : `${romanOf(facts.place)} место`,
    Степень: facts.place === null ? '' : `${romanOf(facts.place)} степени`,
    Номинация: inner(facts.nomination),
    Конкурс: inner(facts.contest),
    Работа: inner(facts.work),
    Команда: facts.recipient === null ? '' : inner(facts.team),
    Организация: facts.organization,
    Город: facts.city,
    Дата: `${dayText(facts.issuedOn)} г.`,
    Год: facts.issuedOn.slice(0, 4),
    Номер: facts.number,
    Организатор: facts.office,
  };
}

/** A team as a whole is called by its name wherever a person would be. */
function recipientData({ recipient, team }: DiplomaFacts): Record<string, string> {
  if (recipient !== null || team.trim() === '') return personData('Кто', recipient) as Record<string, string>;
  const [nominative, ...others] = teamForms.map((word) => `${word} «${inner(team)}»`);
  const forms = formsOf((each) => others[grammaticalCases.indexOf(each)] ?? '');
  const name = { nominative: nominative ?? '', forms };
  const asPerson = personData('Кто', { name, post: { nominative: '', forms: unchanged('') } });
  // «Команда З.» is no short name.
  return { ...asPerson, ...shortAsLong(name) } as Record<string, string>;
}

function shortAsLong({ nominative, forms }: Recipient['name']): Record<string, string> {
  const inCases = grammaticalCases.map((each) => [`Кто кратко ${caseMarks[each]}`, forms[each]]);
  return { 'Кто кратко': nominative, ...Object.fromEntries(inCases) };
}

function awardData(award: DiplomaAward, gender: Gender | null): Record<string, string> {
  const [nominative, ...others] =
    award === 'participant' && gender === 'female' ? participantHerself : awards[award];
  const inCases = grammaticalCases.map((each, at) => [`Награда ${caseMarks[each]}`, others[at] ?? '']);
  return { Награда: nominative, ...Object.fromEntries(inCases) };
}

const tens = ['', 'X', 'XX', 'XXX'];
const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** Places are written in Roman numbers; whoever is behind the thirty-ninth gets an Arabic one. */
function romanOf(place: number): string {
  const roman = (tens[Math.floor(place / 10)] ?? '') + (ones[place % 10] ?? '');
  return place > 39 ? String(place) : roman;
}

/** Designs set titles in «ёлочки» themselves: without those around the whole, and with „лапки“ for those inside. */
function inner(title: string): string {
  const bare = title.trim().replace(/^«([^«»]*(?:«[^«»]*»[^«»]*)*)»$/u, '$1');
  return bare.replace(/«/gu, '„').replace(/»/gu, '“');
}
