import type { OrganizationKind } from '../domain/organizations/organization.ts';
import type { Role } from '../domain/people/person.ts';

/**
 * What the sandbox starts with: the real roadmap of Glazov, and a city office, schools and people who are all
 * invented. `on` says where the person's phone is already linked; nobody there yet means: waits for an invitation.
 */
export type DemoOrganization = {
  key: string;
  kind: OrganizationKind;
  name: string;
  shortName: string;
  aliases: string[];
};

export type DemoPerson = {
  key: string;
  /** Surname, name, patronymic. */
  names: readonly [string, string, string];
  organization: string;
  roles: Role[];
  on: ('telegram' | 'vk')[];
};

export const demoProgramme = {
  key: 'glazov',
  name: 'Целевая модель наставничества города Глазова',
  timeZone: 'Europe/Samara',
};

/** Named in every consent; the address is as invented as the people. */
export const demoOperator = {
  name: 'Управление образования Администрации города Глазова',
  address: '427620, Удмуртская Республика, г. Глазов, ул. Примерная, д. 1',
  contact: '8 (34141) 0-00-00, nastavnik@example.org',
};

/** Phones of people whom nobody has entered: they register themselves. */
export const demoGuests: readonly { key: string; name: string }[] = [
  { key: 'guest', name: 'Гость: будущий наставник' },
  { key: 'guest-teacher', name: 'Гость: молодой педагог' },
  { key: 'guest-pupil', name: 'Гость: ученик 9 класса' },
  { key: 'guest-parent', name: 'Гость: мама ученика' },
];

/** A Friday, a week before the first deadlines of the roadmap. */
export const demoStart = new Date('2022-03-18T10:00:00+04:00');

const school = (number: number, alias: string): DemoOrganization => ({
  key: `school-${number}`,
  kind: 'school',
  name: `МБОУ «Средняя школа № ${number}»`,
  shortName: `Школа № ${number}`,
  aliases: [`шк ${number}`, `сош ${number}`, alias],
});

export const demoOrganizations: readonly DemoOrganization[] = [
  {
    key: 'office',
    kind: 'office',
    name: 'Управление образования Администрации города Глазова',
    shortName: 'Управление образования',
    aliases: ['УО'],
  },
  school(2, 'вторая'),
  school(3, 'третья'),
  school(7, 'седьмая'),
  school(11, 'одиннадцатая'),
  {
    key: 'gymnasium-8',
    kind: 'school',
    name: 'МБОУ «Гимназия № 8»',
    shortName: 'Гимназия № 8',
    aliases: ['гимназия', 'восьмая'],
  },
  {
    key: 'kindergarten-12',
    kind: 'kindergarten',
    name: 'МБДОУ «Детский сад № 12»',
    shortName: 'Детский сад № 12',
    aliases: ['д/с 12', 'садик 12'],
  },
];

const person = (
  names: string,
  organization: string,
  roles: Role[],
  on: DemoPerson['on'],
): Omit<DemoPerson, 'key'> => {
  const [surname = '', name = '', patronymic = ''] = names.split(' ');
  return { names: [surname, name, patronymic], organization, roles, on };
};

const everyone = [
  person('Тихонова Марина Сергеевна', 'office', ['coordinator'], ['telegram', 'vk']),
  person('Ложкин Андрей Викторович', 'office', ['office-head'], ['vk']),
  person('Поздеева Ольга Николаевна', 'office', ['office-deputy-head'], ['telegram']),

  person('Касимова Елена Павловна', 'school-2', ['head'], ['vk']),
  person('Широбокова Анна Игоревна', 'school-2', ['deputy-head'], ['telegram']),
  person('Волкова Дарья Андреевна', 'school-2', ['curator'], ['vk']),
  person('Наговицын Пётр Ильич', 'school-2', ['association-head'], ['telegram']),

  person('Ушаков Сергей Геннадьевич', 'school-3', ['head'], ['telegram']),
  person('Бабинцева Наталья Юрьевна', 'school-3', ['deputy-head'], ['vk']),
  person('Рябова Ксения Олеговна', 'school-3', ['curator'], ['telegram']),
  person('Третьякова Ирина Львовна', 'school-3', ['association-head'], ['vk']),
  person('Корепанов Илья Денисович', 'school-3', ['mentor'], ['telegram']),
  person('Лекомцева Алина Романовна', 'school-3', ['mentee'], ['vk']),

  person('Дерендяева Светлана Борисовна', 'school-7', ['head'], ['vk']),
  person('Максимова Юлия Витальевна', 'school-7', ['deputy-head', 'curator'], ['telegram', 'vk']),
  person('Чирков Олег Степанович', 'school-7', ['association-head'], ['vk']),

  person('Зайцева Людмила Фёдоровна', 'school-11', ['head'], ['telegram']),
  person('Иванова Полина Максимовна', 'school-11', ['deputy-head'], ['telegram']),
  person('Блинова Вера Антоновна', 'school-11', ['curator'], ['vk']),
  person('Сунцов Роман Алексеевич', 'school-11', ['association-head'], []),
  person('Князева Галина Петровна', 'school-11', ['mentor'], ['vk']),
  person('Опарина Софья Кирилловна', 'school-11', ['mentee'], ['telegram']),

  person('Перевощикова Тамара Ивановна', 'gymnasium-8', ['head'], ['telegram']),
  person('Дряхлова Мария Евгеньевна', 'gymnasium-8', ['deputy-head'], ['vk']),
  person('Никитин Глеб Тимофеевич', 'gymnasium-8', ['curator'], ['telegram']),
  person('Васильева Лариса Дмитриевна', 'gymnasium-8', ['association-head'], ['vk']),

  person('Булдакова Нина Аркадьевна', 'kindergarten-12', ['head'], ['vk']),
  person('Симанова Оксана Валерьевна', 'kindergarten-12', ['deputy-head'], ['telegram']),
  person('Калинина Жанна Эдуардовна', 'kindergarten-12', ['curator'], ['vk']),

  // Those whom `demo-pairs.ts` pairs.
  person('Ельцова Вероника Павловна', 'school-3', ['mentor'], ['vk']),
  person('Дзюина Кира Андреевна', 'school-3', ['mentee'], ['telegram']),
  person('Горшков Тимур Ильич', 'school-3', ['mentee'], ['vk']),
  person('Шкляев Антон Игоревич', 'school-7', ['mentor'], ['telegram']),
  person('Владыкин Денис Олегович', 'school-7', ['mentee'], ['vk']),
  person('Главатских Нина Петровна', 'gymnasium-8', ['mentor'], ['vk']),
  person('Чупина Алёна Сергеевна', 'gymnasium-8', ['mentee'], ['telegram']),
  person('Поскрёбышева Инга Львовна', 'kindergarten-12', ['mentor'], ['telegram']),
  person('Салтыкова Рита Юрьевна', 'kindergarten-12', ['mentee'], ['vk']),
];

export const demoPeople: readonly DemoPerson[] = everyone.map((each, index) => ({
  key: `person-${index + 1}`,
  ...each,
}));
