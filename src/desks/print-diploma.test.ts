import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import decodeQr from 'qr/decode.js';
import { create as createQr } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { diplomaFacts, recipientOf } from '../../test/helpers/diploma-facts.ts';
import { pngOf } from '../../test/helpers/pictures.ts';
import { type PdfRect, type PdfText, readPdf } from '../../test/helpers/read-pdf.ts';
import {
  accents,
  type DiplomaDesign,
  frames,
  lineStyles,
  orientations,
  picturePlaces,
} from '../domain/diplomas/design.ts';
import { type DiplomaFacts, diplomaAwards, diplomaKinds } from '../domain/diplomas/diploma.ts';
import { diplomaDesigns } from '../texts/documents/diploma-designs.ts';
import { printDiploma, wordRecipient } from './print-diploma.ts';

/** Each line of the paper, hard spaces and spaced letters as plain ones. */
const linesOf = (texts: readonly PdfText[]) => texts.map(({ text }) => text.replace(/\s/gu, ' '));
const print = async (facts: Partial<DiplomaFacts>, design: Partial<DiplomaDesign> = {}) => {
  const all = { ...diplomaFacts, ...facts };
  const made = await printDiploma(all, { ...diplomaDesigns[all.kind], ...design });
  return { ...made, ...readPdf(made.bytes) };
};
const wordsOf = async (facts: Partial<DiplomaFacts>, design: Partial<DiplomaDesign> = {}) =>
  linesOf((await print(facts, design)).pages[0]!.texts).join('\n');

describe('what a paper says', () => {
  test('a diploma: who, for what, when, and by whom it is signed', async () => {
    const { pages, title, links, missing } = await print({});
    expect(linesOf(pages[0]!.texts)).toEqual([
      'Управление образования города Глазова',
      'ДИПЛОМ',
      'победителя',
      'конкурса «Мой наставник»',
      'I место',
      'награждается',
      'Иванова Мария Петровна',
      'учитель физики, МБОУ «Средняя школа № 3»',
      'в номинации «Лучшая история»',
      'за работу «Как мы учились друг у друга»',
      'Начальник управления',
      'О. П. Серова',
      '№ МН-2022-0001',
      'Глазов, 25 марта 2022 г.',
      'Проверить подлинность:',
      ...linesOf(pages[0]!.texts).slice(-2),
    ]);
    expect(linesOf(pages[0]!.texts).slice(-2).join('')).toBe(diplomaFacts.verificationUrl);
    // The reader knows how wide a line is: whatever is said below of overlaps rests on it.
    expect(pages[0]!.texts.find(({ text }) => text.startsWith('Иванова'))?.wide).toBeGreaterThan(250);
    expect(new Set(links)).toEqual(new Set([diplomaFacts.verificationUrl]));
    expect(title).toBe('Диплом № МН-2022-0001. Иванова Мария Петровна');
    expect(missing).toBe(0);
  });

  test('its words can be copied, whatever was printed before with shapes made of others', async () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
    await print({ contest: 'çčćĉàáâãäåèéêëìíîïñòóôõöùúûüýÿžšśźŕřťďľĺńňģķļņģ ӥӧӟӵӝ ъыьйё' });
    const { pages } = await print({ contest: alphabet });
    expect(linesOf(pages[0]!.texts).join(' ')).toContain('abcdefghijklmnopqrstuvwxyz');
  });

  test('a letter of thanks is given to somebody, name and post in the dative', async () => {
    expect(await wordsOf({ kind: 'gratitude' })).toMatch(
      /выражается благодарность\nИвановой Марии Петровне\nучителю физики, МБОУ/u,
    );
  });

  test('a certificate speaks of him, of her, and of somebody nobody knows to be either', async () => {
    const said = (name: string) => wordsOf({ kind: 'certificate', recipient: recipientOf(name) });
    expect(await said('Иванова Мария Петровна')).toMatch(
      /подтверждает, что\n[^\n]*Мария.*\nприняла участие в конкурсе/su,
    );
    expect(await said('Цой Виктор Робертович')).toContain('\nпринял участие в конкурсе «Мой наставник»');
    const unknown = await said('Цой Саша');
    expect(unknown).toContain('Цой Саша');
    expect(unknown).toContain('Сертификат подтверждает участие в конкурсе');
    expect(unknown).not.toMatch(/подтверждает, что|принял/u);
  });

  test('a team is named as one, in cases, too', async () => {
    const team = { recipient: null, team: '«Знатоки»' };
    expect(await wordsOf({ ...team, kind: 'gratitude' })).toContain('команде «Знатоки»');
    const said = await wordsOf({ ...team, kind: 'certificate' });
    expect(said.match(/Знатоки/gu)).toHaveLength(1);
    expect(said).toContain('приняла участие');
  });

  test('an award goes by its words in each case, and a title keeps one pair of quotes', async () => {
    const design = {
      lines: [
        { style: 'plain', text: '{Кто}, {Награда} — {Награда тв}, {Степень}' },
        { style: 'plain', text: '«{Конкурс}», {Год}' },
      ],
    } as const;
    const said = await wordsOf({ award: 'participant', place: 14, contest: '«Опыт «Старт»»' }, design);
    expect(said.replace(/\n/gu, ' ')).toContain('участница — участницей, XIV степени');
    expect(said).toContain('«Опыт „Старт“», 2022');
    expect(await wordsOf({ award: 'laureate', place: null }, design)).not.toContain('лауреатом');
  });
});

describe('names', () => {
  test.each([
    [
      'Константинопольская-Архипенко Анна-Мария Игоревна',
      'Константинопольской-Архипенко Анне-Марии Игоревне',
    ],
    ['Бонч-Бруевич Пётр Ильич', 'Бонч-Бруевичу Петру Ильичу'],
    ['Мухаметзянова Гузель Рашидовна', 'Мухаметзяновой Гузели Рашидовне'],
    ['Ӟечкин Ӧрви Петрович', 'Ӟечкину Ӧрви Петровичу'],
  ])('%s is thanked in the dative', async (name, dative) => {
    const { pages, missing } = await print({ kind: 'gratitude', recipient: recipientOf(name) });
    const said = linesOf(pages[0]!.texts.filter(({ font, size }) => font.includes('Bold') && size > 20)).join(
      ' ',
    );
    expect(said).toContain(dative);
    expect(missing).toBe(0);
  });

  test('what the programme remembers of a name goes before the rules, and leaves no doubt', () => {
    const person = {
      personId: '1',
      surname: 'Шевчук',
      name: 'Иван',
      patronymic: 'Петрович',
      post: '',
      className: '',
      role: null,
      organizationKind: 'school',
    };
    const forms = {
      genitive: 'Шевчук',
      dative: 'Шевчук',
      accusative: 'Шевчук',
      instrumental: 'Шевчук',
      prepositional: 'Шевчук',
    };
    const ruled = wordRecipient(person, []);
    expect([ruled.recipient.name.forms.dative, ruled.isDoubtful]).toEqual(['Шевчуку Ивану Петровичу', true]);
    const known = wordRecipient(person, [{ part: 'surname', gender: null, nominative: 'шевчук', forms }]);
    expect([known.recipient.name.forms.dative, known.isDoubtful]).toEqual(['Шевчук Ивану Петровичу', false]);
  });

  test('whom nobody can tell to be he or she stays in the nominative, in doubt, until staff say', () => {
    const person = {
      personId: '1',
      surname: 'Цой',
      name: 'Саша',
      patronymic: '',
      post: '',
      className: '',
      role: null,
      organizationKind: 'school',
    };
    const unknown = wordRecipient(person, []);
    expect([unknown.recipient.gender, unknown.recipient.name.forms.dative, unknown.isDoubtful]).toEqual([
      null,
      'Цой Саша',
      true,
    ]);
    expect(wordRecipient(person, [], { gender: 'female' }).recipient.name.forms.dative).toBe('Цой Саше');
  });

  test('signs that the font has no shape for are left out and counted', async () => {
    const { missing, pages } = await print({ recipient: recipientOf('Иванова😀 Мария中 Петровна') });
    expect(linesOf(pages[0]!.texts)).toContain('Иванова Мария Петровна');
    expect(missing).toBeGreaterThanOrEqual(2);
  });
});

/** The squares of the code as a picture for a reader, four dots to a module and a white rim. */
function pictureOf(rects: readonly PdfRect[]) {
  const side = Math.min(...rects.map(({ high }) => high));
  const [left, top] = [Math.min(...rects.map(({ x }) => x)), Math.min(...rects.map(({ y }) => y))];
  const right = Math.max(...rects.map(({ x, wide }) => x + wide));
  const modules = Math.round((right - left) / side);
  const dots = (modules + 8) * 4;
  const data = new Uint8ClampedArray(dots * dots * 4).fill(255);
  const dark = new Set<number>();
  for (const { x, y, wide } of rects) {
    const [column, row] = [Math.round((x - left) / side), Math.round((y - top) / side)];
    for (let at = column; at < column + Math.round(wide / side); at += 1) {
      dark.add(row * modules + at);
      for (let dot = 0; dot < 16; dot += 1) {
        const at4 = (((row + 4) * 4 + (dot >> 2)) * dots + (at + 4) * 4 + (dot & 3)) * 4;
        data.fill(0, at4, at4 + 3);
      }
    }
  }
  return { image: { width: dots, height: dots, data }, modules, dark, wide: right - left };
}

describe('the QR code', () => {
  test('is read as the address of the paper, and is at least 22 mm wide', async () => {
    for (const orientation of orientations) {
      const { pages } = await print({}, { orientation, frame: 'none' });
      const { image, modules, dark, wide } = pictureOf(pages[0]!.rects);
      expect(decodeQr(image)).toBe(diplomaFacts.verificationUrl);
      expect(wide).toBeGreaterThanOrEqual((22 / 25.4) * 72);
      const { size, data } = createQr(diplomaFacts.verificationUrl, { errorCorrectionLevel: 'M' }).modules;
      expect(modules).toBe(size);
      expect([...data].flatMap((module, at) => (module ? [at] : []))).toEqual(
        [...dark].sort((a, b) => a - b),
      );
    }
  });
});

/** Where the letters of a line are, from capitals' height to just below the baseline. */
const inkOf = ({ x, y, wide, size }: PdfText): PdfRect => ({ x, y: y - size * 0.7, wide, high: size * 0.9 });

function overlapping(boxes: readonly PdfRect[], others: readonly PdfRect[]): [PdfRect, PdfRect][] {
  const apart = (one: PdfRect, other: PdfRect) => one.x + one.wide <= other.x || one.y + one.high <= other.y;
  return boxes.flatMap((box, at) =>
    others
      .slice(at + 1)
      .flatMap((other): [PdfRect, PdfRect][] =>
        apart(box, other) || apart(other, box) ? [] : [[box, other]],
      ),
  );
}

describe('whatever is written on it', () => {
  const words = (most: number) =>
    fc.oneof(
      fc.string({ maxLength: most, unit: 'grapheme' }),
      fc.constantFrom('', 'Глазов', 'Ш'.repeat(most), 'школа № 3 «имени» '.repeat(30).slice(0, most)),
    );
  const recipient = fc.constantFrom(
    null,
    recipientOf('Ли Ян'),
    recipientOf(`${'Щ'.repeat(120)} ${'Ж'.repeat(120)} Петрович`, 'учитель '.repeat(40)),
    recipientOf(`Иванова ${'Анна-'.repeat(50)}Мария Петровна`),
  );
  const facts = fc.record({
    kind: fc.constantFrom(...diplomaKinds),
    award: fc.constantFrom(...diplomaAwards),
    place: fc.option(fc.nat(60)),
    recipient,
    organization: words(400),
    contest: words(300),
    nomination: words(250),
    work: words(400),
    team: words(200),
    city: words(80),
    office: words(250),
    signatures: fc.option(
      fc.array(fc.record({ post: words(160), name: words(160) }), { minLength: 1, maxLength: 3 }),
    ),
  });
  const design = fc.record({
    orientation: fc.constantFrom(...orientations),
    accent: fc.constantFrom(...accents),
    frame: fc.constantFrom(...frames),
  });

  test('it is one page, no line leaves the frame and none lies on another', async () => {
    await fc.assert(
      fc.asyncProperty(facts, design, async (given, look) => {
        const { pages } = await print(given, look);
        expect(pages).toHaveLength(1);
        const { wide, high, texts } = pages[0]!;
        expect([wide, high].map(Math.round)).toEqual(
          look.orientation === 'portrait' ? [595, 842] : [842, 595],
        );
        const code = pages[0]!.rects.filter(({ high: side }) => side < 3);
        const all = [...texts.map(inkOf), ...code];
        for (const { x, y, wide: length, high: height } of all) {
          expect(Math.min(x, y)).toBeGreaterThan(40);
          expect(x + length).toBeLessThan(wide - 40);
          expect(y + height).toBeLessThan(high - 40);
        }
        expect(overlapping(texts.map(inkOf), all)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('a design of fourteen long lines is still one page', async () => {
    const lines = Array.from({ length: 14 }, (_, at) => ({
      style: lineStyles[at % lineStyles.length]!,
      text: `{Кто с должностью} ${'и всё остальное '.repeat(16)}`,
    }));
    const { pages, smallest } = await print({}, { lines, orientation: 'landscape' });
    expect(pages).toHaveLength(1);
    expect(smallest).toBeLessThan(8);
  });
});

describe('pictures', () => {
  const picture = (place: 'background' | 'emblem') => ({ fileId: 'x', place });
  const imagesIn = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype \/Image/gu)?.length ?? 0;

  test('an emblem stands above, a background behind everything, and neither pushes the text off the page', async () => {
    for (const place of picturePlaces) {
      const design = { ...diplomaDesigns.diploma, picture: picture(place) };
      const png = pngOf({ width: 40, height: 30, alpha: place === 'emblem' });
      const { bytes } = await printDiploma(diplomaFacts, design, png);
      const { pages } = readPdf(bytes);
      expect(pages).toHaveLength(1);
      expect(linesOf(pages[0]!.texts)).toContain('Иванова Мария Петровна');
      expect(imagesIn(bytes)).toBeGreaterThanOrEqual(1);
    }
  });

  test('one that can’t be read fails by itself, and the next paper is printed', async () => {
    const design = { ...diplomaDesigns.diploma, picture: picture('emblem') };
    await expect(printDiploma(diplomaFacts, design, new Uint8Array([1, 2, 3]))).rejects.toThrow(
      'diploma could not be made',
    );
    expect(imagesIn((await print({})).bytes)).toBe(0);
  });
});

test('the same paper is the same bytes, printed once or twice, side by side or not', async () => {
  const [one, other] = await Promise.all([print({}), print({})]);
  await print({ number: 'МН-2022-0002' });
  expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
  expect(Buffer.from(one.bytes).equals((await print({})).bytes)).toBe(true);
});

test('the worker reads nothing but its fonts: no file, no address', () => {
  const worker = readFileSync(new URL('../documents/diploma-draw.mjs', import.meta.url), 'utf8');
  expect(worker.match(/readFileSync\(/gu)).toHaveLength(1);
  expect(worker).not.toMatch(/fetch\(|node:https?/u);
});
