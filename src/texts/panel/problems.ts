import type { Refusal } from '../../domain/refusal.ts';
import { competencyProblems } from './competency-problems.ts';
import { contestProblems } from './contest-problems.ts';
import { diplomaProblems } from './diploma-problems.ts';
import { documentProblems } from './document-problems.ts';
import { judgingProblems } from './judging-problems.ts';
import { pairProblems } from './pair-problems.ts';
import { roadmapProblems } from './roadmap-problems.ts';
import { signInProblems } from './sign-in-problems.ts';

type Words = { title: string; detail?: string };
type Facts = Refusal['facts'];

const unknown: Words = {
  title: 'Такого нет',
  detail: 'Возможно, это уже удалили, или это не в вашем ведении.',
};

const factFaults: Readonly<Record<string, string>> = {
  surname: 'Фамилия — буквами, без цифр.',
  name: 'Имя — буквами, без цифр.',
  patronymic: 'Отчество — буквами, без цифр, или оставьте пустым.',
  phone: 'Номер телефона — например, +7 912 345-67-89.',
  'birth-year': 'Год рождения — четыре цифры.',
};

/** Problems of the API by their codes; what has no words of its own is one of the general ones. */
const problems: Readonly<Record<string, Words | ((facts: Facts) => Words)>> = {
  invalid: { title: 'Не всё заполнено верно', detail: 'Проверьте отмеченные поля.' },
  'unreadable-text': {
    title: 'В тексте есть знаки, которые нельзя сохранить',
    detail: 'Уберите их и повторите.',
  },
  'session-over': { title: 'Вы не вошли', detail: 'Войдите ещё раз: вход действует не больше недели.' },
  'second-factor-needed': { title: 'Нужен код из приложения', detail: 'Подтвердите вход вторым способом.' },
  'may-not': { title: 'На это у вас нет прав', detail: 'Если права нужны, попросите администратора.' },
  'foreign-page': { title: 'Запрос пришёл не с нашей страницы', detail: 'Обновите страницу и повторите.' },
  'changed-meanwhile': {
    title: 'Кто-то изменил это раньше вас',
    detail: 'Сравните обе версии и решите, что оставить.',
  },
  'version-needed': { title: 'Не указано, какую версию вы меняете', detail: 'Откройте запись заново.' },
  'key-unreadable': {
    title: 'Ключ повторного запроса не читается',
    detail: 'Idempotency-Key — от 8 до 128 печатных латинских знаков без пробелов.',
  },
  'key-used-otherwise': { title: 'Этот ключ повторного запроса уже использован для другого' },
  'too-many': { title: 'Слишком много запросов подряд', detail: 'Подождите минуту и повторите.' },
  'too-large': { title: 'Это слишком большой файл или текст' },
  'not-found': unknown,
  'wrong-file': { title: 'Этот файл не подходит', detail: 'Проверьте вид и размер файла.' },
  'state-passed': { title: 'Это уже сделал кто-то другой', detail: 'Обновите страницу.' },
  'may-not-appoint': {
    title: 'Эту роль назначаете не вы',
    detail: 'Куратор назначает наставников, наставляемых и руководителей ШМО, координатор — и остальных.',
  },
  'may-not-correct': {
    title: 'Этого человека исправляете не вы',
    detail: 'Он работает на весь город: его данные и паузы ведёт координатор.',
  },
  'may-not-stand-for': {
    title: 'У этого человека больше прав, чем у вас',
    detail: 'Приглашает и отвязывает его тот, кто назначает на все его роли.',
  },
  'own-application': { title: 'О своей заявке решает кто-то другой' },
  'own-record': { title: 'Свою запись объединяет кто-то другой' },
  'same-person': { title: 'Это один и тот же человек', detail: 'Выберите двух разных.' },
  'organization-exists': { title: 'Организация с таким названием уже есть' },
  'office-exists': { title: 'Управление образования в программе уже есть, второго быть не может' },
  'office-kind': {
    title: 'Управление образования остаётся управлением',
    detail: 'На нём держатся роли всего города: другим видом его не сделать, и другую организацию — им.',
  },
  'no-channel': {
    title: 'Отправить некуда',
    detail: 'У человека нет открытого чата, который может нести это сообщение. Пригласите его заново.',
  },
  'nothing-to-send': {
    title: 'Текста уже нет',
    detail: 'Сообщение удалено вместе с данными или слишком старое.',
  },
  'base-has-faults': ({ count }) => ({
    title: 'Не всё в таблице заполнено верно',
    detail: `Ячеек с ошибками: ${count}. Исправьте их или внесите только верные строки.`,
  }),
  'base-columns-missing': ({ names }) => ({
    title: 'В таблице не хватает столбцов',
    detail: `Нет: ${names}. Возьмите шаблон и перенесите данные в него.`,
  }),
  'operator-unknown': {
    title: 'Оператор персональных данных не указан',
    detail: 'Впишите его в настройках программы: без него согласие недействительно.',
  },
  'too-many-to-export': ({ most }) => ({
    title: 'Слишком много людей для одной таблицы',
    detail: `Подойдёт до ${most}: уточните поиск или фильтры.`,
  }),
  'not-a-double': { title: 'Объединять не с кем', detail: 'Похоже, это уже решили. Обновите страницу.' },
  'consent-missing': {
    title: 'Нет согласия',
    detail: 'Согласие отозвано или ещё не дано: сначала оно, потом подтверждение.',
  },
  'not-appointed': { title: 'Этой роли у человека уже нет', detail: 'Обновите страницу.' },
  'role-needs-office': { title: 'Эта роль бывает только в управлении образования' },
  'facts-wrong': ({ key }) => ({ title: 'Не всё заполнено верно', detail: factFaults[String(key)] ?? '' }),
  'pause-wrong': { title: 'Пауза — не дольше года и не в прошлом' },
  ...contestProblems,
  ...diplomaProblems,
  ...judgingProblems,
  ...pairProblems,
  ...competencyProblems,
  ...documentProblems,
  ...roadmapProblems,
  'mailing-passed': {
    title: 'С этой рассылкой так уже нельзя',
    detail: 'Её состояние изменилось: обновите страницу. Чтобы написать ещё раз, сделайте копию.',
  },
  'mailing-empty': { title: 'В сообщении нет текста' },
  'mailing-to-nobody': {
    title: 'В этой группе никого нет',
    detail: 'Выберите роль, организацию или людей: «никому» и «всем» по умолчанию не отправляется.',
  },
  'mailing-readers-changed': ({ readers }) => ({
    title: 'Пока вы читали, группа изменилась',
    detail: `Теперь в ней ${readers}. Проверьте и отправьте ещё раз.`,
  }),
  'mailing-nobody-missed': {
    title: 'Повторять некому',
    detail: 'Тем, о ком неизвестно, дошло ли, сообщение не повторяется: его могли уже прочитать.',
  },
  'mailing-too-long': ({ most }) => ({
    title: 'Слишком длинно',
    detail: `В тексте не больше ${most} знаков.`,
  }),
  'mailing-too-many-people': ({ most }) => ({ title: `Поимённо можно назвать не больше ${most} человек` }),
  'mailing-too-many-files': ({ most }) => ({ title: `К сообщению можно приложить не больше ${most} файлов` }),
  'placeholder-unknown': ({ name }) => ({
    title: `Неизвестная подстановка {${name}}`,
    detail: 'Проверьте, нет ли в ней опечатки.',
  }),
  ...signInProblems,
  'zone-not-known': ({ zone }) => ({
    title: `Часовой пояс ${zone} неизвестен`,
    detail: 'Нужно имя из базы IANA, например Europe/Samara.',
  }),
  'hours-reversed': { title: 'Рабочий день кончается раньше, чем начинается' },
  'rule-last': {
    title: 'Это последнее правило',
    detail: 'Без единого правила программа вернула бы обычные. Выключите его, если напоминания не нужны.',
  },
  'text-empty': { title: 'Название, краткий и полный текст согласия нужны все три' },
  'text-too-long': ({ max }) => ({ title: 'Слишком длинный текст', detail: `Не больше ${max} знаков.` }),
  refused: { title: 'Так нельзя' },
  broken: {
    title: 'У нас что-то сломалось',
    detail: 'Мы уже записали это. Попробуйте ещё раз через минуту.',
  },
};

const refused: Words = { title: 'Так нельзя' };

export function problemWords(code: string, facts: Facts = {}): Words {
  const words = problems[code] ?? (code.endsWith('-unknown') ? unknown : refused);
  return typeof words === 'function' ? words(facts) : words;
}
