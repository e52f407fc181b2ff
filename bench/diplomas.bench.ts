import { createHash } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { printDiploma, wordRecipient } from '../src/desks/print-diploma.ts';
import type { DiplomaFacts } from '../src/domain/diplomas/diploma.ts';
import { diplomaNumber, verificationCode, verificationUrl } from '../src/domain/diplomas/number.ts';
import type { DiplomaSheet } from '../src/domain/diplomas/sheet.ts';
import { diplomaDesigns } from '../src/texts/documents/diploma-designs.ts';
import { diplomaSheet } from '../src/texts/documents/diploma-sheet.ts';

const diplomas = 500;
const limitMs = 50;

/** Everybody's name is of their own: nothing that was measured for one serves all. */
function factsOf(number: number): DiplomaFacts {
  const letters = 'абвгдежиклмнопрстуфх';
  const surname = `Ж${[number % 20, Math.floor(number / 20) % 20, Math.floor(number / 400)].map((at) => letters[at]).join('')}ова`;
  const person = {
    personId: String(number),
    surname,
    name: 'Мария',
    patronymic: 'Петровна',
    post: 'учитель физики',
    className: '',
    role: null,
    organizationKind: 'school',
  };
  const code = createHash('sha256').update(String(number)).digest().subarray(0, 16);
  return {
    kind: (['diploma', 'gratitude', 'certificate'] as const)[number % 3] ?? 'diploma',
    award: 'participant',
    place: null,
    number: diplomaNumber({ prefix: 'МН', year: 2022, serial: number + 1 }),
    recipient: wordRecipient(person, []).recipient,
    organization: `МБОУ «Средняя общеобразовательная школа № ${number % 40}»`,
    contest: 'Мой наставник',
    nomination: 'Лучшая история наставничества',
    work: `История ${number}`,
    team: '',
    city: 'Глазов',
    issuedOn: '2022-03-25',
    office: 'Управление образования города Глазова',
    signatures: null,
    verificationUrl: verificationUrl('https://nastavnik.example.org', verificationCode(code)),
  };
}

/** How late the event loop is while `work` goes on, in milliseconds. */
async function lateness(work: () => Promise<number>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const pages = await work();
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  return { pages, rate: pages / seconds, seconds, p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 };
}

const isPage = (bytes: Uint8Array) => bytes[0] === 0x25 && bytes[1] === 0x50;

async function inWorkers(all: readonly DiplomaFacts[]): Promise<number> {
  const made = await Promise.all(all.map((facts) => printDiploma(facts, diplomaDesigns[facts.kind])));
  return made.filter(({ bytes }) => isPage(bytes)).length;
}

type Draw = (order: { sheet: DiplomaSheet; picture: null }) => Promise<{ bytes: Uint8Array }>;

/** The peer: the same pages one after the other on the main thread. */
async function onMainThread(draw: Draw, all: readonly DiplomaFacts[]): Promise<number> {
  let pages = 0;
  for (const facts of all) {
    const { bytes } = await draw({ sheet: diplomaSheet(facts, diplomaDesigns[facts.kind]), picture: null });
    if (isPage(bytes)) pages += 1;
    // Gives way to others between two papers, as well as one thread can.
    await setImmediate();
  }
  return pages;
}

/** 500 papers of all three kinds, drawn while the same process goes on talking to people. */
export async function run(): Promise<void> {
  const all = Array.from({ length: diplomas }, (_, number) => factsOf(number));
  const drawing = (await import(new URL('../src/documents/diploma-draw.mjs', import.meta.url).href)) as {
    draw: Draw;
  };
  const ours = await lateness(() => inWorkers(all));
  const peer = await lateness(() => onMainThread(drawing.draw, all));
  for (const [name, { pages, rate, seconds, p99, most }] of [
    ['A in workers', ours],
    ['B on the main thread', peer],
  ] as const)
    console.log(
      `${name}: ${pages} diplomas in ${seconds.toFixed(1)} s, ${rate.toFixed(0)}/s; ` +
        `event loop late p99 ${p99.toFixed(1)} ms, at most ${most.toFixed(1)} ms`,
    );
  console.log(`A : B = ${(ours.rate / peer.rate).toFixed(2)} in diplomas a second`);
  console.log(`A : limit of ${limitMs} ms = ${(ours.p99 / limitMs).toFixed(3)} (required at most 1)`);
  if (ours.pages !== diplomas || !(ours.p99 <= limitMs)) process.exitCode = 1;
}
