import { fewestForHabit } from '../domain/contests/ranking/normalise.ts';
import type { RankedCriterion } from '../domain/contests/ranking/ranking.ts';
import type { Award, ResultRuleFault, ResultRules, Thresholds } from '../domain/contests/result-rules.ts';
import { counted, type Forms } from './plural.ts';

export const awardNames: Record<Award, string> = {
  winner: 'победитель',
  laureate: 'лауреат',
  participant: 'участник',
};

export const resultRuleFaultWords: Record<ResultRuleFault, string> = {
  'jury-share': 'Доля жюри должна быть больше 0 и меньше 100 %: иначе решает кто-то один.',
  'activity-weights':
    'Укажите, сколько стоят отметка «нравится», репост и комментарий: хотя бы одно больше нуля.',
  'no-winner': 'Укажите, кто становится победителем: до какого места или от какого итога.',
  places: 'Места лауреатов идут за местами победителей, считая с первого.',
  scores: 'Итог — от 0 до 100, и лауреату нужно не больше, чем победителю.',
  'min-sheets': 'Работе нужен хотя бы один лист оценки.',
  'shown-again': 'Расхождение, при котором работу показывают снова, — от 1 до 100 баллов.',
};

const scoreForms: Forms = ['балла', 'баллов', 'баллов'];

/** «82,40»; `digits` after the comma. */
export function decimal(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('.', ',');
}

/** «2», «0,5»: as many digits as there are. */
export function plainNumber(value: number): string {
  return String(Math.round(value * 1e6) / 1e6).replace('.', ',');
}

/** How the results come about, a paragraph each, in words for those who were ranked. */
export function methodLines(
  rules: ResultRules,
  criteria: readonly (RankedCriterion & { title: string })[],
): string[] {
  const jury = [sheetLine(criteria), normaliseLine(rules), juryLine(rules)];
  const lines = [
    ...(rules.by === 'activity' ? [] : jury),
    ...(rules.by === 'jury' ? [] : [activityLine(rules)]),
    ...(rules.by === 'mixed' ? [mixedLine(rules)] : []),
    tieLine(rules),
    awardLine(rules.thresholds),
  ];
  return lines;
}

function sheetLine(criteria: readonly (RankedCriterion & { title: string })[]): string {
  const isEven = criteria.every(({ weight }) => weight === criteria[0]?.weight);
  const each = criteria.map(
    ({ title, scale, weight }) =>
      `${title} — до ${counted(scale, scoreForms)}${isEven ? '' : `, вес ${plainNumber(weight)}`}`,
  );
  return `Критерии: ${each.join('; ')}. Балл по каждому критерию берётся как доля от наибольшего${isEven ? '' : ' и умножается на вес критерия'}; из них складывается оценка листа от 0 до 100.`;
}

function normaliseLine({ normalise }: ResultRules): string {
  if (normalise === 'none') return 'Оценки членов жюри взяты как есть, без поправки на строгость.';
  return [
    'Чтобы строгость одних и щедрость других не решали, чья работа выше, оценки каждого члена жюри внутри номинации приведены к общему среднему и общему разбросу:',
    'приведённая оценка = общее среднее + (оценка − своё среднее) × общий разброс ÷ свой разброс.',
    'Разброс — среднеквадратичное отклонение оценок от среднего их автора.',
    `Общее среднее и общий разброс считаются по листам тех, у кого их в номинации не меньше ${fewestForHabit}; у остальных оценки взяты как есть.`,
    'Если у члена жюри все оценки одинаковы, вместо них стоит общее среднее.',
    'Отдельная приведённая оценка может оказаться больше 100 или меньше 0; оценка работы остаётся от 0 до 100.',
  ].join(' ');
}

function juryLine({ normalise, minSheets }: ResultRules): string {
  const what = normalise === 'none' ? 'оценок' : 'приведённых оценок';
  const least =
    minSheets > 1 ? ` Работа, у которой меньше ${minSheets} листов оценки, места не получает.` : '';
  return `Оценка жюри — среднее ${what} всех, кто оценивал работу.${least}`;
}

function activityLine({ activity: { likes, reposts, comments } }: ResultRules): string {
  return `Отклик читателей: отметка «нравится» — ${plainNumber(likes)}, репост — ${plainNumber(reposts)}, комментарий — ${plainNumber(comments)}; просмотры не считаются. Сумма переведена в шкалу от 0 до 100 по логарифму: 100 у работы с наибольшим откликом в номинации, 0 — у работы без отклика.`;
}

function mixedLine({ juryShare }: ResultRules): string {
  return `Итог: ${plainNumber(juryShare * 100)} % — оценка жюри, ${plainNumber((1 - juryShare) * 100)} % — отклик читателей.`;
}

function tieLine({ by }: ResultRules): string {
  const shared = 'делят место, а следующее за ними остаётся пустым (1, 2, 2, 4)';
  if (by === 'activity') return `Работы с равным итогом ${shared}.`;
  return `При равном итоге выше работа с большей медианой оценок, затем — с большим средним баллом по критерию наибольшего веса, затем по следующему по весу (критерии одного веса берутся вместе). Если равно и это, работы ${shared}. Жребия и времени подачи в правилах нет.`;
}

function awardLine({ winnerPlaces, laureatePlaces, winnerScore, laureateScore }: Thresholds): string {
  const conditions = (places: number | null, score: number | null) =>
    [
      ...(places === null ? [] : [places === 1 ? 'первое место' : `место не ниже ${places}-го`]),
      ...(score === null ? [] : [`итог не меньше ${plainNumber(score)}`]),
    ].join(' и ');
  const laureates = conditions(laureatePlaces, laureateScore);
  return `Победитель: ${conditions(winnerPlaces, winnerScore)}.${laureates === '' ? '' : ` Лауреат: ${laureates}, кроме победителей.`}`;
}
