import { officeRoles } from '../domain/people/person.ts';
import type { ItemField, RoadmapChanges, UpdatedItem } from '../domain/roadmap/plan-import.ts';
import type { Slot } from '../domain/roadmap/plan-occurrences.ts';
import type { ResponsiblePhrase, Target, TargetsOf } from '../domain/roadmap/responsible.ts';
import type { ReadItem, ReadRoadmap } from '../domain/roadmap/roadmap.ts';
import type { UnknownPhrase } from '../domain/tasks/plan-tasks.ts';
import { dayText, windowText } from './dates.ts';
import { counted, taskForms } from './plural.ts';
import { warningText } from './roadmap-faults.ts';
import { roleNames } from './roles.ts';
import { cut, tableLines } from './table.ts';

type NamedTarget = Target & { organizationName: string | null };
type NamedTargetsOf = TargetsOf<NamedTarget>;

/** The office that an import creates where the programme has none yet. */
export const officeNames = { name: 'Управление образования', shortName: 'Управление образования' };

const widths = [5, 44, 34, 46];

/** What was understood, for the coordinator to look over before it is stored. */
export function understoodText(read: ReadRoadmap, targetsOf: NamedTargetsOf): string {
  const { title, order, period, items, warnings } = read;
  const sections = [...new Set(items.map((item) => item.section))];
  const rows = sections.flatMap((section) => [
    '',
    ...(section === '' ? [] : [cut(section, 120)]),
    ...tableLines(
      items.filter((item) => item.section === section).map((item) => rowOf(item, targetsOf)),
      widths,
    ),
  ]);
  const unparsed = items.flatMap((item) => item.unparsed.map((piece) => `  ${item.code} — «${piece}»`));
  return [
    title,
    order === null ? '' : `Приказ № ${order.number} от ${dayText(order.on)}`,
    `Период: с ${dayText(period.from)} по ${dayText(period.to)}`,
    ...rows,
    ...listed(
      'Предупреждения:',
      warnings.map((warning) => `  ${warningText(warning)}`),
    ),
    ...listed('В сроках не понято (напоминаний об этом не будет):', unparsed),
  ].join('\n');
}

function rowOf(item: ReadItem, targetsOf: NamedTargetsOf): string[] {
  const windows = item.occurrences.map(({ from, to }) => windowText(from, to));
  const standing = item.standing.map(({ text }) => `«${text}»`);
  const responsible = item.responsible.map((phrase) => `${phrase} → ${targetsText(targetsOf(phrase))}`);
  return [
    item.code,
    cut(item.title, 88),
    [...windows, ...standing].join('\n') || 'нет срока',
    responsible.join('\n'),
  ];
}

function targetsText(targets: readonly NamedTarget[] | null): string {
  return targets === null ? 'непонятно: координатор управления' : targets.map(targetText).join(', ');
}

/** «куратор в каждой ОО», «начальник управления», «ЦСОО «Перемена»». */
export function targetText({ place, role, organizationName }: NamedTarget): string {
  if (place === 'each-organization') return `${roleNames[role]} в каждой ОО`;
  if (place === 'office')
    return officeRoles.includes(role) ? roleNames[role] : `${roleNames[role]} (управление)`;
  const partner = organizationName ?? '';
  return role === 'head' ? partner : `${partner} (${roleNames[role]})`;
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}

export function unknownText(unknown: readonly UnknownPhrase[]): string {
  const codes = new Map<string, string[]>();
  for (const { phrase, itemCode } of unknown) {
    if (phrase !== '') codes.set(phrase, [...new Set([...(codes.get(phrase) ?? []), itemCode])]);
  }
  const lines = [...codes].map(([phrase, items]) => `  «${phrase}» (${items.join(', ')})`);
  return listed('Ответственные, которых никто ещё не объяснил (задачи пока у координатора управления):', [
    ...lines,
    ...(lines.length > 0
      ? ['  Объяснить: nastavnik roadmap phrase set "СЛОВА" --place МЕСТО --role РОЛЬ']
      : []),
  ]).join('\n');
}

export const unchangedText = 'Дорожная карта уже загружена, ничего не изменилось.';
export const notStoredText = 'Ничего не сохранено.';
export const storeQuestion = 'Сохранить? (да/нет) ';
export const isYes = (answer: string): boolean => /^(?:д|да|y|yes)$/iu.test(answer.trim());

/** What an import of a corrected roadmap changes; a first one only counts. */
export function changesText(isNew: boolean, { heading, added, updated, removed }: RoadmapChanges): string {
  if (isNew) return `Новая дорожная карта: мероприятий — ${added.length}.`;
  const lines = [
    ...heading.map((key) => (key === 'title' ? 'Изменён заголовок.' : 'Изменён период.')),
    ...added.map(({ item }) => `+ ${item.code} ${cut(item.title, 80)}`),
    ...removed.map(({ item }) => `− ${item.code} ${cut(item.title, 80)} (выполненное сохраняется)`),
    ...updated.flatMap(updateLines),
  ];
  return lines.length === 0 ? 'Изменился только порядок мероприятий.' : ['Изменения:', ...lines].join('\n');
}

const fieldNames: Partial<Record<ItemField, string>> = {
  section: 'раздел',
  code: 'номер',
  title: 'название',
  deadline: 'срок',
  responsible: 'ответственные',
  result: 'результат',
};

function updateLines({ before, item, fields, returns, occurrences }: UpdatedItem): string[] {
  const details = [
    ...(returns ? ['снова в дорожной карте'] : []),
    ...fields.flatMap((field) => {
      const name = fieldNames[field];
      return name === undefined
        ? []
        : [`${name}: «${cut(said(before[field]), 60)}» → «${cut(said(item[field]), 60)}»`];
    }),
    ...occurrences.move.map(({ from, to }) => `срок перенесён: ${slotText(from)} → ${slotText(to)}`),
    ...[...occurrences.add, ...occurrences.revive.map(({ slot }) => slot)].map(
      (slot) => `новый срок: ${slotText(slot)}`,
    ),
    ...occurrences.remove.map(({ slot }) => `срок снят: ${slotText(slot)}`),
  ];
  return details.length === 0
    ? []
    : [`~ ${item.code} ${cut(item.title, 80)}`, ...details.map((line) => `    ${line}`)];
}

function said(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function slotText(slot: Slot): string {
  return slot.to === null ? `«${slot.text}»` : windowText(slot.from, slot.to);
}

type Counts = { inserted: number; updated: number; withdrawn: number; revived: number };

export function storedText(
  { inserted, updated, withdrawn, revived }: Counts,
  organizations: readonly string[],
): string {
  const moved = updated + revived;
  const tasks = [
    `Сохранено: ${counted(inserted, ['новая задача', 'новые задачи', 'новых задач'])}`,
    ...(moved > 0 ? [`изменено — ${counted(moved, taskForms)}`] : []),
    ...(withdrawn > 0 ? [`снято — ${counted(withdrawn, taskForms)}`] : []),
  ].join(', ');
  return [
    `${tasks}.`,
    ...(organizations.length > 0 ? [`Добавлены организации: ${organizations.join(', ')}.`] : []),
  ].join('\n');
}

/** The table of phrases as the staff see it. */
export function phrasesText(
  phrases: readonly (ResponsiblePhrase & { organizationName: string | null })[],
): string {
  if (phrases.length === 0)
    return 'Пока ничего не объяснено: слова появятся с первым импортом дорожной карты.';
  return tableLines(
    phrases.map((row) => [row.phrase, targetText(row), `--place ${row.place} --role ${row.role}`]),
    [44, 52, 46],
  ).join('\n');
}

export const phraseSetText = (phrase: string, targets: readonly NamedTarget[]): string =>
  `«${phrase}» → ${targetsText(targets)}`;
