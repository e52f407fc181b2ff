import type { EntryFinding } from '../../domain/contests/entry.ts';
import type { FindingCode } from '../../domain/posts/check-post.ts';
import { counted, type Forms } from '../plural.ts';
import { instantText, type Moment } from './when.ts';

type Facts = EntryFinding['facts'];
type Words = (facts: Facts, moment: Moment) => string;

const signForms: Forms = ['знак', 'знака', 'знаков'];
const personForms: Forms = ['человек', 'человека', 'человек'];

const needs: Record<string, string> = {
  picture: 'фотография',
  video: 'видео',
  'picture-or-video': 'фотография или видео',
};

const ofPosts: Record<FindingCode, Words> = {
  'post-deleted': () => 'Публикация удалена. Восстановите её или опубликуйте заново и пришлите новую ссылку.',
  'post-closed-profile': () =>
    'Профиль автора закрыт, и публикацию никто не видит. Откройте профиль в настройках приватности ВКонтакте — хотя бы до итогов конкурса.',
  'post-closed-community': () =>
    'Сообщество закрытое, и публикацию видят только участники. Откройте сообщество или опубликуйте на своей странице.',
  'post-no-such-owner': () =>
    'Такой страницы ВКонтакте нет: она удалена или ссылка с ошибкой. Откройте публикацию и скопируйте ссылку ещё раз.',
  'post-not-visible': () =>
    'Публикацию не видно: она удалена, скрыта или открыта только друзьям. Сделайте её доступной всем.',
  'post-friends-only': () =>
    'Публикация только для друзей. Сделайте её доступной всем: «Изменить» → «Видно всем».',
  'post-author-unproven': () =>
    'Я пока не знаю вашей страницы ВКонтакте и не могу убедиться, что публикация ваша. Напишите мне оттуда: нажмите «Подключить ВКонтакте».',
  'post-not-own': () =>
    'Публикация не с вашей страницы ВКонтакте. На конкурс подают свои: опубликуйте на странице, с которой пишете мне.',
  'post-community-unconfirmed': () =>
    'Публикация на стене сообщества, которое ещё не подтверждено как сообщество вашей организации. Попросите координатора подтвердить его или опубликуйте на своей странице.',
  'post-repost': () => 'Это репост. Нужна своя публикация: со своим текстом, на своей странице.',
  'post-too-early': ({ publishedAt = '', opensAt = '' }, moment) =>
    `Публикация вышла ${on(publishedAt, moment)}, раньше начала приёма работ (${on(opensAt, moment)}). Опубликуйте заново и пришлите новую ссылку.`,
  'post-too-late': ({ publishedAt = '', closesAt = '' }, moment) =>
    `Публикация вышла ${on(publishedAt, moment)}, а приём работ закончился ${on(closesAt, moment)}.`,
  'post-edited-late': ({ editedAt = '', closesAt = '' }, moment) =>
    `Публикацию изменили ${on(editedAt, moment)}, когда приём работ уже закончился (${on(closesAt, moment)}).`,
  'post-hashtag-missing': ({ hashtag = '', near = '' }) =>
    near === ''
      ? `Нет хештега ${hashtag}. Добавьте его в текст публикации.`
      : `Нет хештега ${hashtag}. В тексте есть похожее: ${near}. Исправьте на ${hashtag}, буква в букву.`,
  'post-too-short': ({ length = 0, minLength = 0 }) =>
    `Текст короткий: ${counted(Number(length), signForms)} без хештегов, а нужно не меньше ${minLength}.`,
  'post-too-long': ({ length = 0, maxLength = 0 }) =>
    `Текст длинный: ${counted(Number(length), signForms)} без хештегов, а можно не больше ${maxLength}.`,
  'post-needs': ({ what = '' }) =>
    `К публикации нужна ${needs[what] ?? 'фотография'}. Добавьте и проверьте ещё раз.`,
  'post-ad': () => 'Публикация отмечена как реклама. Снимите отметку: рекламу на конкурс не берём.',
};

const ofWorks: Record<string, Words> = {
  /** The same as `post-author-unproven`, said before anybody has looked at the post. */
  'account-not-proven': (facts, moment) => ofPosts['post-author-unproven'](facts, moment),
  'post-entered-before': ({ contest = '' }) =>
    `Эту публикацию уже подали на конкурс «${contest}». На другой конкурс нужна другая.`,
  'post-claimed': () =>
    'Эту публикацию подал её автор — тот, чья это страница или чьё сообщество. Прежняя работа снята.',
  'not-checked-yet': () => 'Публикацию ещё не проверяли. Проверим сами и напишем.',
  'file-lost': ({ name = '' }) => `Файл «${name}» не открылся. Пришлите его ещё раз.`,
  'work-empty': () => 'В работе нет ни файла, ни ссылки.',
  'team-too-small': ({ least = 0, members = 0 }) =>
    `В команде ${counted(Number(members), personForms)}, а нужно не меньше ${least}. Пригласите остальных.`,
};

const words: Readonly<Record<string, Words>> = { ...ofPosts, ...ofWorks };

export const findingCodes: readonly string[] = Object.keys(words);

/** One thing to mend, as its author reads it: what is wrong and what to do. */
export function findingText({ code, facts }: EntryFinding, moment: Moment): string {
  const say = Object.hasOwn(words, code) ? words[code] : undefined;
  return (
    say?.(facts, moment) ?? 'Что-то не сходится с положением. Подробности знает координатор: задайте вопрос.'
  );
}

/** Why a work could not be looked at: `vk-6`, `network …`, `answer …`. Never the author's fault, and said so. */
export function troubleText(code: string): string {
  return /^vk-(?:5|15|27|28)$|token/.test(code)
    ? 'Проверка публикаций сейчас не работает по нашей вине. Вам делать ничего не нужно: починим, проверим сами и напишем.'
    : 'ВКонтакте сейчас не отвечает — это не ваша ошибка, проверим сами и напишем.';
}

function on(instant: string | number, moment: Moment): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? 'в другое время' : instantText(at, moment);
}
