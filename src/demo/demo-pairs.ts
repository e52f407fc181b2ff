import type { MentoringForm } from '../domain/registration/forms.ts';

/** Who of the demonstration's people mentors whom, all invented; people are named by their surnames. */
export type DemoApplication = {
  surname: string;
  role: 'mentor' | 'mentee';
  post: string;
  /** Of the programme's list, by name. */
  competencies: readonly string[];
  own?: readonly string[];
  /** Of a mentor. */
  capacity?: number;
};

export const demoApplications: readonly DemoApplication[] = [
  {
    surname: 'Ельцова',
    role: 'mentor',
    post: 'учитель русского языка',
    competencies: ['Дисциплина и управление классом', 'Классное руководство', 'Общение с родителями'],
    capacity: 3,
  },
  {
    surname: 'Шкляев',
    role: 'mentor',
    post: 'учитель информатики',
    competencies: ['Цифровые инструменты на уроке', 'Проектная и исследовательская деятельность'],
    capacity: 2,
  },
  {
    surname: 'Главатских',
    role: 'mentor',
    post: 'учитель математики, методист',
    competencies: [
      'Подготовка к ОГЭ и ЕГЭ',
      'Современный урок: планирование и анализ',
      'Аттестация педагога',
    ],
    capacity: 2,
  },
  {
    surname: 'Поскрёбышева',
    role: 'mentor',
    post: 'старший воспитатель',
    competencies: ['Дошкольное образование: игра и развитие речи'],
    capacity: 1,
  },
  {
    surname: 'Дзюина',
    role: 'mentee',
    post: 'учитель начальных классов',
    competencies: ['Классное руководство'],
    own: ['как разговаривать с родителями двоечников'],
  },
  {
    surname: 'Владыкин',
    role: 'mentee',
    post: 'учитель физики',
    competencies: ['Цифровые инструменты на уроке'],
  },
  {
    surname: 'Чупина',
    role: 'mentee',
    post: 'учитель математики',
    competencies: ['Подготовка к ОГЭ и ЕГЭ'],
  },
  {
    surname: 'Салтыкова',
    role: 'mentee',
    post: 'воспитатель',
    competencies: ['Дошкольное образование: игра и развитие речи'],
  },
  {
    surname: 'Горшков',
    role: 'mentee',
    post: 'учитель истории',
    competencies: [],
    own: ['дети шумят на уроке и не слушаются', 'общение с родителями'],
  },
];

export type DemoPair = {
  mentor: string;
  mentee: string;
  form: MentoringForm;
  goal: string;
  /** How far it has come. */
  state: 'proposed' | 'agreed' | 'ordered' | 'active' | 'completed';
  /** Days from the demonstration's first day; the past is below 0. */
  from: number;
  to: number;
  meetings?: readonly { day: number; topic: string; mark: number }[];
  /** Of the personal programme. */
  tasks?: readonly string[];
  results?: string;
};

export const demoPairs: readonly DemoPair[] = [
  {
    mentor: 'Главатских',
    mentee: 'Чупина',
    form: 'teacher-teacher',
    goal: 'Подготовить девятиклассников к экзамену по математике',
    state: 'active',
    from: -150,
    to: 74,
    meetings: [
      { day: -120, topic: 'Разбор заданий с процентами', mark: 5 },
      { day: -45, topic: 'Урок глазами наставника', mark: 4 },
      { day: -10, topic: 'Пробный экзамен: что делать с ошибками', mark: 5 },
    ],
    tasks: ['Составить план повторения', 'Провести пробный экзамен', 'Показать открытый урок'],
    results: 'Все девятиклассники сдали экзамен, план повторения передан коллегам.',
  },
  {
    mentor: 'Шкляев',
    mentee: 'Владыкин',
    form: 'teacher-teacher',
    goal: 'Проводить лабораторные с датчиками',
    state: 'ordered',
    from: 5,
    to: 74,
  },
  {
    mentor: 'Поскрёбышева',
    mentee: 'Салтыкова',
    form: 'teacher-teacher',
    goal: 'Вести речевые игры в младшей группе',
    state: 'agreed',
    from: 10,
    to: 74,
  },
  {
    mentor: 'Ельцова',
    mentee: 'Дзюина',
    form: 'teacher-teacher',
    goal: 'Провести первое родительское собрание',
    state: 'proposed',
    from: 10,
    to: 74,
  },
];
