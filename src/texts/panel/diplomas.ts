import type { AwardGroup } from '../../domain/diplomas/awarding.ts';
import type { Accent, Frame, LineStyle, Orientation, PicturePlace } from '../../domain/diplomas/design.ts';
import type { DiplomaAward, DiplomaKind } from '../../domain/diplomas/diploma.ts';
import type { DiplomaState } from '../../domain/diplomas/diploma-desk.ts';
import type { PictureFault } from '../../domain/diplomas/picture.ts';
import { counted, type Forms } from '../plural.ts';

const papers: Forms = ['документ', 'документа', 'документов'];
const names: Forms = ['имя', 'имени', 'имён'];

type Facts = Readonly<Record<string, string | number>>;

export const diplomaKindWords: Readonly<Record<DiplomaKind, string>> = {
  diploma: 'Диплом',
  gratitude: 'Благодарность',
  certificate: 'Сертификат',
};

export const diplomaWords = {
  tab: 'Дипломы',
  giveTitle: 'Кому выдать',
  giveHint:
    'Список следует из итогов. Номер даётся раз и навсегда: сначала посмотрите имена, в падежах которых правила не уверены.',
  groups: {
    diplomas: 'Дипломы победителям и лауреатам',
    certificates: 'Сертификаты участникам',
    mentors: 'Благодарности наставникам, о которых работы',
    jurors: 'Благодарности жюри',
    people: 'Благодарности тем, кого выберу',
  } satisfies Record<AwardGroup, string>,
  groupOf: (label: string, count: number) => `${label}: ${count}`,
  thank: 'Кого ещё поблагодарить',
  thankHint: 'Начните вводить фамилию.',
  thankNot: (name: string) => `Убрать: ${name}`,
  templates: 'Макет',
  usualTemplate: 'Последний',
  designs: 'Макеты дипломов',
  summary: (count: number) => `Будет выдано: ${counted(count, papers)}.`,
  doubts: (count: number) => `Сомнительные падежи: ${counted(count, names)}.`,
  noDoubts: 'Сомнительных падежей нет.',
  nobody: 'Выдавать больше некому.',
  onlyDoubtful: 'Только сомнительные',
  list: 'Кому и что',
  person: 'Кому',
  paper: 'Документ',
  dative: 'Кому (дательный)',
  doubtful: 'проверьте падежи',
  corrected: 'проверено',
  issued: (number: string) => `выдан № ${number}`,
  check: 'Проверить имя',
  checkOf: (name: string) => `Проверить имя: ${name}`,
  sample: 'Образец',
  sampleOf: (name: string) => `Образец: ${name}`,
  more: (count: number) => `Показать ещё ${count}`,
  keep: 'Так и напечатать',
  give: (count: number) => `Выдать ${count}`,
  giveWarning: (count: number, doubts: number) =>
    `Каждый документ получит номер${doubts === 0 ? '' : `, имён с непроверенными падежами: ${doubts}`}. Дальше всё напечатается и уйдёт в чаты: ${counted(count, papers)}. До публикации итогов ничего не отправляется.`,
  giveConfirm: 'Да, выдать',
  giving: 'Печать и отправка',
  given: ({ diplomas = 0, told = 0, untold = 0 }: Facts) =>
    `Напечатано: ${diplomas}. Отправлено: ${told}.${Number(untold) > 0 ? ` Пока не отправлено: ${untold} — итоги не опубликованы или у человека нет открытого чата.` : ''}`,
  packing: 'Архив дипломов',
  registerTitle: 'Реестр',
  caption: 'Реестр дипломов',
  empty: 'Пока ничего не выдано.',
  send: 'Отправить неотправленное',
  pack: 'Скачать все (ZIP)',
  xlsx: 'Реестр в Excel',
  csv: 'Реестр в CSV',
  number: 'Номер',
  date: 'Дата',
  state: 'Состояние',
  anyState: 'Любое',
  states: {
    waiting: 'не отправлен',
    told: 'отправлен',
    revoked: 'отозван',
  } satisfies Record<DiplomaState, string>,
  download: 'Скачать',
  downloadOf: (number: string) => `Скачать № ${number}`,
  acts: 'Действия',
  revoke: 'Отозвать',
  revokeOf: (number: string) => `Отозвать № ${number}`,
  revokeWarning: 'Номер останется в реестре, а при проверке по QR-коду будет видно, что документ отозван.',
  renew: 'Выдать заново',
  renewOf: (number: string) => `Выдать заново вместо № ${number}`,
  renewWarning: 'Этот документ будет отозван, новый получит следующий номер и уйдёт человеку в чат.',
  reason: 'Почему',
  awards: {
    winner: 'победитель',
    laureate: 'лауреат',
    participant: 'участник',
  } satisfies Record<DiplomaAward, string>,
} as const;

export const designWords = {
  title: 'Макеты дипломов',
  hint: 'По ним печатаются дипломы, благодарности и сертификаты всех конкурсов. Изменение — новая версия, выданное не меняется.',
  back: 'К конкурсам',
  kind: 'Документ',
  base: 'Начать с макета',
  builtIn: 'Встроенный',
  versionOf: (name: string, version: number) => `«${name}», версия ${version}`,
  archived: 'убран',
  archive: 'Убрать макет',
  restore: 'Вернуть макет',
  name: 'Название макета',
  nameHint: 'С прежним названием сохранится новая версия.',
  usualName: 'Городской',
  look: 'Вид',
  orientation: 'Лист',
  orientations: { portrait: 'книжный', landscape: 'альбомный' } satisfies Record<Orientation, string>,
  accent: 'Цвет',
  accents: {
    navy: 'тёмно-синий',
    burgundy: 'бордовый',
    green: 'зелёный',
    bronze: 'бронзовый',
    graphite: 'графитовый',
  } satisfies Record<Accent, string>,
  frame: 'Рамка',
  frames: { lines: 'линии', corners: 'уголки', braid: 'плетёнка', none: 'без рамки' } satisfies Record<
    Frame,
    string
  >,
  texts: 'Текст',
  above: 'Над заголовком',
  heading: 'Заголовок',
  under: 'Под заголовком',
  line: (at: number) => `Строка ${at}`,
  style: (at: number) => `Вид строки ${at}`,
  styles: { plain: 'обычная', strong: 'крупная', small: 'мелкая', name: 'имя' } satisfies Record<
    LineStyle,
    string
  >,
  addLine: 'Добавить строку',
  removeLine: (at: number) => `Убрать строку ${at}`,
  signatures: 'Подписи',
  post: (at: number) => `Должность ${at}`,
  signer: (at: number) => `Подпись ${at}`,
  addSignature: 'Добавить подпись',
  removeSignature: (at: number) => `Убрать подпись ${at}`,
  picture: 'Картинка',
  noPicture: 'нет',
  places: { background: 'фон на весь лист', emblem: 'эмблема над заголовком' } satisfies Record<
    PicturePlace,
    string
  >,
  pictureHint: 'PNG или JPEG до 3 МБ, не больше 4000 точек по стороне; фон без прозрачности.',
  removePicture: 'Убрать картинку',
  fields: 'Что можно вписать в фигурных скобках',
  fieldsHint:
    'Строка с пустым полем не печатается; [часть в квадратных скобках] пропадает одна. {принял|приняла|участвует} — по роду: он, она, неизвестно.',
  preview: 'Образец (PDF)',
  save: 'Сохранить',
  saved: 'Макет сохранён',
  faults: 'Исправьте в макете',
} as const;

const places: Readonly<Record<string, string>> = {
  above: designWords.above,
  heading: designWords.heading,
  under: designWords.under,
};

function placeWords(at: string): string {
  const [what, index] = at.split('-');
  const place = Number(index) + 1;
  if (what === 'line') return designWords.line(place);
  return what === 'signature' ? `Подпись ${place}` : (places[at] ?? '');
}

type Fault = { code: string; at?: string; name?: string; nearest?: string | null; most?: number };

/** What is wrong with a design, in a sentence. */
export function designFaultWords({ code, at = '', name = '', nearest, most = 0 }: Fault): string {
  const where = at === '' ? '' : `${placeWords(at)}: `;
  const words: Readonly<Record<string, string>> = {
    'field-unknown': `поля {${name}} нет${nearest == null ? '' : `, возможно, {${nearest}}`}.`,
    braces: 'скобка без пары.',
    'choice-of-three': `в {${name}} нужно три слова: он, она, неизвестно.`,
    'too-long': `не больше ${most} знаков.`,
    empty: 'здесь пусто.',
    'too-many-lines': `Строк не больше ${most}.`,
    'too-many-signatures': `Подписей не больше ${most}.`,
    'no-signature': 'Нужна хотя бы одна подпись.',
    'no-name': 'Нигде не сказано, кому: впишите {Кто} в нужном падеже.',
  };
  return `${where}${words[code] ?? ''}`;
}

export const pictureFaultWords: Readonly<Record<PictureFault['code'], string>> = {
  'picture-kind': 'Это не PNG и не JPEG.',
  'picture-broken': 'Картинка повреждена.',
  'picture-bytes': 'Картинка больше 3 МБ.',
  'picture-side': 'Картинка больше 4000 точек по стороне.',
  'picture-see-through': 'Прозрачный, чересстрочный или 16-битный PNG так не напечатать: сохраните как JPEG.',
};
