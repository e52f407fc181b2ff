import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublishedWhat } from '../consents/published.ts';
import { hiddenContact, hiddenName, publicText } from './public-text.ts';
import { type Behind, publicResult, publicWork, type RawWork } from './public-view.ts';

const all: readonly PublishedWhat[] = ['names', 'work', 'photo', 'video', 'materials', 'awards'];
const called = (names: string, may: readonly PublishedWhat[] = all): Behind => {
  const [surname = '', name = '', patronymic = ''] = names.split(' ');
  return { surname, name, patronymic, phone: null, may };
};
const without = (...what: PublishedWhat[]) => all.filter((each) => !what.includes(each));

const author = 'Зырянова Вера Ильинична';
const second = 'Поздеев Олег Петрович';
const mentorName = 'Бабинцева Наталья Юрьевна';

function work(changed: Partial<RawWork> = {}): RawWork {
  return {
    id: '7',
    nomination: 'Мой наставник',
    title: 'Мой первый год',
    description: '',
    teamName: null,
    postText: 'Спасибо, Наталья Юрьевна! Ваша Вера Зырянова',
    post: { ownerId: 101, postId: 5 },
    link: null,
    members: [called(author)],
    organization: 'Школа № 3',
    mentor: null,
    mentorAnswer: null,
    files: [],
    award: 'winner',
    place: 1,
    publishedAt: new Date('2022-04-01'),
    ...changed,
  };
}

describe('a work', () => {
  test('is shown as a whole where everything is allowed', () => {
    const mentor = called(mentorName);
    expect(publicWork(work({ mentor, mentorAnswer: 'agreed' }))).toMatchObject({
      title: 'Мой первый год',
      text: 'Спасибо, Наталья Юрьевна! Ваша Вера Зырянова',
      authors: [author],
      organization: 'Школа № 3',
      mentor: mentorName,
      award: 'winner',
      link: 'https://vk.com/wall101_5',
    });
  });

  test('belongs to all of its authors: one who does not let us show it is enough', () => {
    expect(publicWork(work({ members: [called(author), called(second, without('materials'))] }))).toBeNull();
    expect(publicWork(work({ members: [] }))).toBeNull();
  });

  test.each(['asked', 'declined'] as const)(
    'is not shown while the mentor it names has %s',
    (mentorAnswer) => {
      expect(publicWork(work({ mentor: called(mentorName), mentorAnswer }))).toBeNull();
    },
  );

  test('says no name that is not allowed, its own words and addresses neither', () => {
    const raw = work({
      members: [called(author, without('names'))],
      mentor: called(mentorName, without('names')),
      mentorAnswer: 'agreed',
      files: [{ at: 1, mime: 'application/pdf', size: 10 }],
    });
    expect(publicWork(raw)).toMatchObject({
      text: `Спасибо, ${hiddenName}! Ваша ${hiddenName}`,
      authors: [],
      organization: '',
      mentor: null,
      link: null,
      files: [],
    });
  });

  test('gives pictures and films only with the consent to those', () => {
    const files = [
      { at: 1, mime: 'image/png', size: 1 },
      { at: 2, mime: 'video/mp4', size: 2 },
      { at: 3, mime: 'application/pdf', size: 3 },
    ];
    const given = (may: readonly PublishedWhat[]) =>
      publicWork(work({ files, members: [called(author, may)] }))?.files.map(({ at }) => at);
    expect(given(all)).toEqual([1, 2, 3]);
    expect(given(without('photo'))).toEqual([2, 3]);
    expect(given(without('photo', 'video'))).toEqual([3]);
  });

  test('leads to no address but those of the web', () => {
    const linked = (link: string) => publicWork(work({ post: null, link }))?.link;
    expect(linked('https://disk.example.org/1')).toBe('https://disk.example.org/1');
    expect(linked('javascript:alert(1)')).toBeNull();
    expect(linked('not an address')).toBeNull();
  });
});

describe('a result', () => {
  test('names those alone who let us say name and award', () => {
    const members = [called(author), called(second, without('awards'))];
    expect(publicResult(work({ members }))).toMatchObject({ authors: [author], place: 1, award: 'winner' });
    expect(publicResult(work({ members: [called(author, without('names'))] }))).toBeNull();
    expect(publicResult(work({ award: null }))).toBeNull();
  });

  test('tells no place of those who only took part, and no title of a work that may not be shown', () => {
    expect(publicResult(work({ award: 'participant', place: 57 }))?.place).toBeNull();
    const members = [called(author, without('materials'))];
    expect(publicResult(work({ members }))).toMatchObject({ title: '', workId: null });
  });

  test('has the organization of the author, not of whoever else is named', () => {
    const members = [called(author, without('names')), called(second)];
    expect(publicResult(work({ members }))).toMatchObject({ authors: [second], organization: '' });
  });
});

test('whatever is allowed, nobody is named who does not let us', () => {
  const may = fc.subarray([...all]);
  fc.assert(
    fc.property(may, may, may, fc.constantFrom('asked', 'agreed', 'declined'), (one, two, three, answer) => {
      const raw = work({
        title: 'Зырянова и Поздеев о Бабинцевой',
        postText: `${author}, О. П. Поздеев и Наталья Юрьевна; с Поздеевым и ЗЫРЯНОВОЙ`,
        members: [called(author, one), called(second, two)],
        mentor: called(mentorName, three),
        mentorAnswer: answer as 'asked',
      });
      const said = JSON.stringify([publicWork(raw), publicResult(raw)]);
      const names = [
        [one, /зырянов|ильинич/i],
        [two, /поздеев|олег/i],
        [three, /бабинцев|натал/i],
      ] as const;
      for (const [allowed, name] of names) if (!allowed.includes('names')) expect(said).not.toMatch(name);
      if (!one.includes('work')) expect(said).not.toContain('Школа № 3');
    }),
  );
});

test.each([
  ['Звоните: +7 912 456-78-90', `Звоните: ${hiddenContact}`],
  ['8(912)4567890 или vera.z@example.org!', `${hiddenContact} или ${hiddenContact}!`],
  ['[id15|Аня], спасибо; @id15 (Аня), vk.com/id15', `${hiddenName}, спасибо; ${hiddenName}, ${hiddenName}`],
  ['[club3|Школа № 3] и 2021–2022 год, 12 345 рублей', 'Школа № 3 и 2021–2022 год, 12 345 рублей'],
])('«%s» is read by everybody as «%s»', (text, expected) => {
  expect(publicText(text, [])).toBe(expected);
});
