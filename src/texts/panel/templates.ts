import type { TemplateFault } from '../../domain/documents/check-tags.ts';
import { templateNames } from '../documents/template-names.ts';

type Fault = {
  code: TemplateFault['code'];
  name: string;
  nearest?: string | null | undefined;
  list?: string | undefined;
};

export const templateWords = {
  menu: 'Шаблоны документов',
  title: 'Шаблоны документов',
  hint: 'По этим файлам Word печатаются приказы и другие документы. Скачайте шаблон, измените в нём что угодно, кроме полей в фигурных скобках, и загрузите обратно.',
  kinds: templateNames,
  own: 'Печатается по встроенному шаблону',
  version: (version: number) => `Версия ${version}`,
  current: 'печатается по ней',
  archived: 'не используется',
  uploaded: (who: string, when: string) => `${who}, ${when}`,
  downloadOwn: 'Скачать встроенный',
  download: 'Скачать',
  preview: 'Посмотреть с данными',
  upload: 'Загрузить новый',
  uploadHint: 'Документ Word (.docx) до 5 МБ, без макросов и ссылок наружу.',
  archive: 'Не использовать',
  archiveWarning:
    'Печатать будут по предыдущей версии или по встроенному шаблону. Вернуть можно в любой момент.',
  archiveConfirm: 'Не использовать',
  bringBack: 'Вернуть',
  kept: 'Шаблон сохранён: теперь печатается по нему.',
  refused: 'Шаблон не сохранён: в нём есть ошибки',
  missing: (fields: readonly string[]) =>
    `В шаблоне нет полей, без которых документ обычно не обходится: ${fields.join(', ')}.`,
  exceptions: 'Имена и должности, которые склоняются не по правилам',
  exceptionsHint:
    'Их запомнили, когда проверяли приказы. Если в слове ошибка, уберите его: имя снова будет склоняться по правилам.',
  word: 'Слово',
  forms: 'Формы',
  parts: { surname: 'фамилия', name: 'имя', patronymic: 'отчество', post: 'должность' },
  forget: 'Забыть',
  forgetWarning: (word: string) =>
    `«${word}» снова будет склоняться по правилам. Напечатанные приказы не изменятся.`,
  fields: 'Поля этого документа',
  fieldsHint: 'Впишите имя поля в фигурных скобках. Список повторяется между {#Имя} и {/Имя}.',
  field: 'Поле',
  within: 'В списке',
  isList: 'список или условие',
  fault: ({ code, name, nearest, list }: Fault): string => {
    const field = `{${name}}`;
    if (code === 'field-unknown')
      return nearest ? `Неизвестное поле ${field}. Может быть, {${nearest}}?` : `Неизвестное поле ${field}.`;
    if (code === 'field-outside')
      return `Поле ${field} бывает только внутри списка: поставьте его между {#${list ?? ''}} и {/${list ?? ''}}.`;
    if (code === 'loop-unclosed') return `Список {#${name}} нигде не закрыт: добавьте {/${name}}.`;
    if (code === 'loop-unopened') return `Есть {/${name}}, но нет {#${name}}.`;
    if (code === 'loop-crossed') return `{/${name}} закрывает не тот список: проверьте порядок.`;
    if (code === 'not-a-list') return `${field} — не список: уберите «#» и закрывающую часть.`;
    if (code === 'list-not-repeated') return `${field} — список: напишите {#${name}}…{/${name}}.`;
    if (code === 'braces') return `Фигурная скобка без пары около «${name}».`;
    return 'Список начинается внутри таблицы, а заканчивается снаружи: поставьте обе метки рядом.';
  },
} as const;
