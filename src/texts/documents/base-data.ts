import type { Base, BaseEntry } from '../../domain/bases/city-base.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { DocumentData } from '../../domain/documents/document-data.ts';
import { answerIn } from '../base-export.ts';
import { dayText } from '../dates.ts';
import { fullName, shortName } from '../people.ts';

export type BasePlace = {
  organizationName: string;
  organizationShortName: string;
  programmeName: string;
  today: Day;
};
type Labels = ReadonlyMap<string, string>;

/** What the template of a base is filled with. `labels`: of the competencies, by id. */
export function baseData(
  base: Base,
  place: BasePlace,
  entries: readonly BaseEntry[],
  labels: Labels,
): DocumentData {
  const list = base === 'mentors' ? 'Наставники' : 'Наставляемые';
  return {
    ...placeData(place),
    Всего: String(entries.length),
    [list]: entries.map((entry, at) => ({
      ...common(entry, at, base, labels),
      ...(base === 'mentors' ? mentor(entry, labels) : mentee(entry, labels)),
    })),
  };
}

export function placeData({
  organizationName,
  organizationShortName,
  programmeName,
  today,
}: BasePlace): DocumentData {
  return {
    Организация: organizationName,
    'Организация кратко': organizationShortName,
    Программа: programmeName,
    Дата: `${dayText(today)} г.`,
  };
}

function common(entry: BaseEntry, at: number, base: Base, labels: Labels): DocumentData {
  const { person, organizationName, answers } = entry;
  return {
    '№': String(at + 1),
    ФИО: fullName(person),
    'ФИО кратко': shortName(person),
    'Организация участника': organizationName,
    Должность: String(answers.post ?? ''),
    Предмет: String(answerIn(entry, labels, base, 'subject')),
    Контакт: person.phone ?? 'через бота',
  };
}

function mentor(entry: BaseEntry, labels: Labels): DocumentData {
  const answer = (key: string) => String(answerIn(entry, labels, 'mentors', key));
  return {
    Компетенции: answer('skills'),
    Стаж: answer('years'),
    Опыт: answer('experience'),
    Формы: answer('forms'),
    'Готов взять': answer('capacity'),
    Наставляемые: entry.pairs.map(shortName).join(', '),
  };
}

function mentee(entry: BaseEntry, labels: Labels): DocumentData {
  const { person, answers, pairs } = entry;
  return {
    'Год рождения или класс': String(answers.class ?? person.birthYear ?? ''),
    Запросы: String(answerIn(entry, labels, 'mentees', 'requests')),
    Наставник: pairs.map(shortName).join(', '),
    Период: pairs.map(({ fromOn, toOn }) => `${dayText(fromOn)} – ${dayText(toOn)}`).join(', '),
    Результат: pairs.flatMap(({ result }) => (result === '' ? [] : [result])).join('; '),
  };
}
