import type { Refusal } from '../../domain/refusal.ts';
import { counted, type Forms } from '../plural.ts';

const workForms: Forms = ['работы', 'работ', 'работ'];

const stages: Record<string, string> = {
  draft: 'Конкурс ещё не объявлен.',
  announced: 'Приём работ ещё не начался.',
  cancelled: 'Конкурс отменён.',
};

const events: Record<string, string> = {
  draft: 'Событие ещё не объявлено.',
  announced: 'Запись на событие ещё не началась.',
  cancelled: 'Событие отменено.',
};

const contents: Record<string, string> = {
  title: 'Не хватает названия.',
  description: 'Не хватает описания или оно не той длины.',
  content: 'Пришлите файл или ссылку.',
};

const refusals: Record<string, (facts: Refusal['facts']) => string> = {
  'contest-unknown': () => 'Такого конкурса уже нет.',
  'entry-unknown': () => 'Такой работы у вас нет.',
  'entry-over': () => 'Эта работа уже не участвует: её отозвали или отклонили.',
  'contest-stage': ({ stage = '' }) =>
    stages[stage] ?? 'Приём работ закончен. Если что-то важное не успели, напишите координатору.',
  'contest-not-for-you': () =>
    'Этот конкурс для других участников программы. Если это ошибка, напишите координатору.',
  'contest-enough': ({ most = 1 }) =>
    `По положению от одного человека не больше ${counted(Number(most), workForms)}, и столько у вас уже есть. Можно отозвать одну и подать другую.`,
  'contest-enough-nomination': ({ most = 1 }) =>
    `В одной номинации не больше ${counted(Number(most), workForms)}, и столько у вас уже есть. Выберите другую номинацию или отзовите прежнюю работу.`,
  'entry-repeated': () =>
    'Эта публикация уже участвует в конкурсе. Если её подали без вас, напишите мне из ВКонтакте, с той страницы, где она стоит, и пришлите ещё раз — или напишите координатору.',
  'entry-incomplete': ({ what = '' }) => contents[what] ?? 'Работа заполнена не до конца.',
  'nomination-unknown': () => 'Такой номинации уже нет. Выберите другую.',
  'team-not-allowed': () => 'Здесь участвуют без команд.',
  'team-full': ({ most = 1 }) => `В команде уже ${most}: больше по положению нельзя.`,
  'team-joined': () => 'Вы уже в этой команде.',
  'event-closed': ({ stage = '' }) =>
    events[stage] ?? 'Запись на событие закончена. Если очень нужно, напишите координатору.',
  'event-begun': () => 'Событие уже началось или его отменили: отказаться нельзя.',
  'event-registered': () => 'Вы уже записаны на это событие. Откройте его — там ваша запись.',
  'event-full': () => 'Свободных мест не осталось.',
  'naming-not-allowed': () => 'В этом конкурсе наставника не называют.',
  'naming-enough': () =>
    'Об этой работе я спросил уже многих наставников. Больше не буду: спросите координатора.',
  'mentor-unknown': () => 'Этого наставника назвать нельзя: он уже не в вашей паре и не в вашей организации.',
};

/** `null` for a code that is no refusal of a contest. */
export function contestRefused({ code, facts }: Refusal): string | null {
  const say = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  return say?.(facts) ?? null;
}
