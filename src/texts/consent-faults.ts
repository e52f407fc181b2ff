import type { Refusal } from '../domain/refusal.ts';

type Facts = Refusal['facts'];

const fields: Readonly<Record<string, string>> = {
  title: 'заголовок',
  summary: 'краткое пояснение',
  body: 'текст документа',
};

const faults: Readonly<Record<string, (facts: Facts) => string>> = {
  'operator-unknown': () =>
    'Не указан оператор персональных данных: nastavnik settings set --operator "…" --address "…".',
  'placeholder-unknown': ({ name }) =>
    `Подстановки {${name}} нет: бывают {operator}, {address}, {contact} и {programme}.`,
  'text-empty': ({ field }) => `Не хватает части: ${fields[String(field)] ?? field}.`,
  'text-too-long': ({ field, max }) =>
    `Слишком длинно: ${fields[String(field)] ?? field} — до ${max} знаков.`,
  'consent-kind-wrong': ({ value, kinds }) => `Согласия «${value}» нет: бывает ${kinds}.`,
  'consent-giver-wrong': ({ value, givers }) => `--giver «${value}»: бывает ${givers}.`,
  'consent-file-wrong': () =>
    'В файле нужны три части: заголовок, строка «---», краткое пояснение, строка «---», документ. Образец покажет: nastavnik consent show.',
  'settings-nothing': () => 'Нечего менять: укажите --operator, --address или --contact.',
};

/** One line for whoever typed the command; `null` for a refusal that is none of consents and settings. */
export function consentFault({ code, facts }: Refusal): string | null {
  return faults[code]?.(facts) ?? null;
}
