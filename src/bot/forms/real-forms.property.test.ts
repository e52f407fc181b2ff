import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversations, deskOf, file, type Shown } from '../../../test/helpers/conversation.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { deliveryTo } from '../../../test/helpers/delivery.ts';
import { codeIn } from '../../../test/helpers/registering.ts';
import { type Answering, askedBy, realForms, rightAnswer } from '../../../test/helpers/right-answers.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { platformSchemas } from '../../../test/schemas/conform.ts';
import { schemasMissing } from '../../../test/schemas/schema-files.ts';
import { createConsentBook } from '../../database/repositories/consent-book.ts';
import { createInboxBook, createInboxWork } from '../../database/repositories/inbox-book.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import { type ConsentKind, consentKinds } from '../../domain/consents/consent.ts';
import { askedQuestions, questionAt } from '../../domain/forms/flow.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import type { Incoming, IncomingEvent } from '../../domain/messages/incoming.ts';
import type { Outgoing } from '../../domain/messages/message.ts';
import type { Person } from '../../domain/people/person.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';
import { createHandler } from '../handle.ts';
import { chatMarkup, inlineMarkup } from '../telegram/markup.ts';
import { requestOf } from '../vk/requests.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
const year = 2022;
let database: Database;
let town: Town;
let curator: Account;
let coordinator: Account;
let accounts = 100;
let events = 0;
let lastDelivery = '0';

type Account = { platform: 'telegram' | 'vk'; accountId: string };

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: { name: 'Управление образования', address: 'ул. Школьная, 1', contact: '1-23-45' },
  });
  for (const number of [13, 31, 33]) await town.organization(`Школа № ${number}`);
  curator = account('vk');
  coordinator = account('telegram');
  await link(curator, await town.person('Лаптева Нина Павловна', 'curator', town.school.id));
  await link(coordinator, await town.person('Широбокова Анна Ивановна', 'coordinator', town.office.id));
});
afterAll(() => database.stop());

function account(platform: Account['platform']): Account {
  accounts += 1;
  return { platform, accountId: String(accounts) };
}

async function link({ platform, accountId }: Account, person: Person): Promise<void> {
  await database.query(
    'insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)',
    [platform, accountId, person.id],
  );
}

type Pressed = IncomingEvent & { kind: 'press' };
type Step =
  | { does: 'right'; pick: number; minor: boolean }
  /** What comes in one order was meant in the other. */
  | { does: 'swapped'; pick: number; minor: boolean; which: number }
  | { does: 'event'; event: IncomingEvent }
  | { does: 'press'; which: number; back: number; twice: boolean }
  | { does: 'decide'; which: number; back: number }
  | { does: 'publish'; kind: ConsentKind }
  | { does: 'again' | 'restart' | 'elsewhere' };
/** Of the two chats of one person. */
type Walk = (Step & { who: 0 | 1 })[];

const said = fc.oneof(
  fc.constantFrom('Назад', 'пропустить', 'ГОТОВО', 'Отложить', 'Оставить как есть', 'да', '12', '2008'),
  fc.constantFrom(
    '',
    ' ',
    '👍',
    'я'.repeat(5000),
    '1, 2',
    '\ud83d',
    '~',
    '{}',
    '2003',
    'шк 3',
    'Учитель, физика',
  ),
  fc.constantFrom('/start', '/menu', '/cancel', '/me', '/help', '/privacy', '/settings', '/contact'),
  fc.constantFrom('/tasks', '/applications', '/summary', '/нет', 'Отмена', 'Обо мне'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const event: fc.Arbitrary<IncomingEvent> = fc.oneof(
  { weight: 4, arbitrary: said.map((text) => ({ kind: 'text' as const, text })) },
  fc
    .constantFrom('voice', 'sticker', 'location', 'forwarded', 'edited', '')
    .map((what) => ({ kind: 'other' as const, what })),
  fc.record({
    kind: fc.constant('contact' as const),
    phone: fc.constantFrom('79123456789', '1', '+375291234567'),
    own: fc.boolean(),
  }),
  fc.subarray(['a.pdf', 'b.exe'], { minLength: 1 }).map((names) => ({
    kind: 'files' as const,
    files: names.map(file),
    text: '',
  })),
  fc.constantFrom('', 'нет-такого').map((payload) => ({ kind: 'start' as const, payload })),
);
const pick = fc.nat(40);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 18,
    arbitrary: fc.record({ does: fc.constant('right' as const), pick, minor: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('swapped' as const),
      pick,
      minor: fc.boolean(),
      which: fc.nat(9),
    }),
  },
  { weight: 4, arbitrary: event.map((each) => ({ does: 'event' as const, event: each })) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('press' as const),
      which: fc.nat(9),
      back: fc.oneof(fc.constant(0), fc.nat(30)),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('decide' as const), which: fc.nat(9), back: fc.nat(1) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('publish' as const), kind: fc.constantFrom(...consentKinds) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('again', 'restart', 'elsewhere') }) },
);
const walk: fc.Arbitrary<Walk> = fc.array(
  fc.tuple(fc.constantFrom<0 | 1>(0, 0, 1), step).map(([who, each]) => ({ who, ...each })),
  { minLength: 15, maxLength: 50 },
);
const names = fc.tuple(
  fc.constantFrom('Мартынова', 'Ким-Ли', 'О’Нил', 'ёлкина'),
  fc.constantFrom('Ольга', 'Анна Мария'),
  fc.constantFrom('Петровна', 'Ильинична'),
);

/** The person who walks: where they stand in each of their forms, and what has come of it. */
type Standing = {
  inHand: FormRun | null;
  runs: Map<string, FormRun>;
  aside: number;
  states: { form: string; state: string }[];
  personId: string | null;
  /** Whether both chats are this person's. */
  both: boolean;
};

async function standing(chats: readonly Account[]): Promise<Standing> {
  const [row] = await database.query<{
    people: (string | null)[];
    states: Standing['states'];
    kept: { key: string; data: FormRun | { runs: FormRun[] } }[];
  }>(
    `with mine as (select platform, account_id, person_id::text from unnest($1::text[], $2::text[])
         with ordinality given (platform, account_id, place)
         left join chat_account using (platform, account_id) order by place),
       owners as (select 'person:' || person_id as owner from mine where person_id is not null
         union select 'account:' || platform || ':' || account_id from mine)
     select (select array_agg(person_id) from mine) as people,
       (select coalesce(json_agg(json_build_object('form', form, 'state', state)), '[]') from application
          where person_id::text in (select person_id from mine)) as states,
       (select coalesce(json_agg(json_build_object('key', key, 'data', state->'data')), '[]') from dialogue
          where key in (select 'form:' || owner from owners union select 'form-aside:' || owner from owners)) as kept`,
    [chats.map(({ platform }) => platform), chats.map(({ accountId }) => accountId)],
  );
  const { people = [], states = [], kept = [] } = row ?? {};
  const inHand = kept.filter(({ key }) => key.startsWith('form:')).map(({ data }) => data as FormRun);
  const aside = kept.flatMap(({ data }) => ('runs' in data ? data.runs : []));
  expect(inHand.length, 'one form at a time').toBeLessThan(2);
  const [personId = null, other = null] = people;
  return {
    inHand: inHand[0] ?? null,
    runs: new Map([...aside, ...inHand].map((run) => [`${run.form} ${run.facts.amend ?? ''}`, run])),
    aside: aside.length,
    states,
    personId,
    both: personId !== null && personId === other,
  };
}

/** Several phones, the inbox and a program that may be started anew at any moment. */
function world(pageUrl: string | null) {
  const talks = conversations(database, { clock, pageUrl });
  let handle = createHandler({ clock, pageUrl, log: talks.log });
  let waiting = 0;

  async function receive(who: Account, ...given: IncomingEvent[]): Promise<void> {
    await put(who, ...given.map((each) => ({ event: each, eventId: `w${++events}` })));
  }

  /** Through the inbox, as platforms bring it: the same event twice is one. */
  async function put(who: Account, ...given: { event: IncomingEvent; eventId: string }[]): Promise<number> {
    const { platform, accountId } = who;
    const stored = await createInboxBook(database).put(
      given.map((payload) => ({ platform, eventId: payload.eventId, chatKey: accountId, payload })),
    );
    waiting += stored;
    return stored;
  }

  /** Handles the next one and shows what leaves; `null` when nothing waits. */
  async function handleNext(): Promise<{ incoming: Incoming; left: Left[] } | null> {
    if (waiting === 0) return null;
    waiting -= 1;
    let incoming: Incoming | null = null;
    const report = await createInboxWork(database, deskOf).handleBatch({
      platforms: ['telegram', 'vk'],
      size: 1,
      async handle(desk, { platform, chatKey, payload, eventId }) {
        const { event: did } = payload as { event: IncomingEvent };
        incoming = { platform, eventId, accountId: chatKey, chatId: chatKey, at: clock.now(), event: did };
        await handle(desk, incoming);
      },
      giveUp: async () => undefined,
    });
    for (const { error } of report.failed) throw error;
    const left = await database.query<Left>(
      `select id, platform, account_id as "accountId", outgoing from delivery where id > $1 order by id`,
      [lastDelivery],
    );
    lastDelivery = left.at(-1)?.id ?? lastDelivery;
    for (const { outgoing } of left) expect(violations(outgoing)).toEqual([]);
    await talks.deliver();
    return incoming === null ? null : { incoming, left };
  }

  return {
    receive,
    put,
    handleNext,
    restart() {
      handle = createHandler({ clock, pageUrl, log: talks.log });
    },
    shown: ({ platform, accountId }: Account): Shown[] => talks.chat(platform, accountId).phone.shown,
  };
}

type World = ReturnType<typeof world>;
type Left = Account & { id: string; outgoing: Outgoing };

const schemas = schemasMissing === undefined ? platformSchemas() : null;

/** What either platform would say against a call that carries this. */
function violations(outgoing: Outgoing): string[] {
  const fit = outgoing.kind === 'edit' ? { ...outgoing, messageId: '7' } : outgoing;
  const call = requestOf(deliveryTo(5, fit, { platform: 'vk' }), 'callback');
  const [method, params] = telegramCall(fit);
  if (schemas === null) return [];
  return [
    ...schemas.checkTelegramCall(method, params),
    ...(call === null
      ? []
      : schemas.checkVkCall(call.method, { access_token: 't', v: '5.199', ...call.params })),
  ];
}

function telegramCall(outgoing: Outgoing): [string, object] {
  if (outgoing.kind === 'answer') {
    const { callbackId, text } = outgoing;
    return [
      'answerCallbackQuery',
      { callback_query_id: callbackId, ...(text === undefined ? {} : { text }) },
    ];
  }
  const { text } = outgoing.message;
  return outgoing.kind === 'send'
    ? ['sendMessage', { chat_id: 5, text, ...chatMarkup(outgoing.message) }]
    : ['editMessageText', { chat_id: 5, message_id: 7, text, ...inlineMarkup(outgoing.message) }];
}

/** A press is answered once and shows something; whatever else is done gets a message. */
function expectAnswered({ incoming, left }: { incoming: Incoming; left: Left[] }): void {
  const here = left.filter(
    ({ platform, accountId }) => platform === incoming.platform && accountId === incoming.accountId,
  );
  const answers = here.flatMap(({ outgoing }) => (outgoing.kind === 'answer' ? [outgoing] : []));
  const { event: did } = incoming;
  expect(answers.map(({ callbackId }) => callbackId)).toEqual(did.kind === 'press' ? [did.callbackId] : []);
  const visible = here.length - answers.length + answers.filter(({ text }) => text !== undefined).length;
  expect(visible, `something is shown after ${JSON.stringify(did)}`).toBeGreaterThan(0);
}

const formOf = (run: FormRun) => realForms.find(({ key }) => key === run.form)!;
const actionIn = (did: IncomingEvent) => (did.kind === 'press' ? did.action : '');

/** One event answers the question that is asked; what was answered before stays as it was. */
function expectNothingLost(before: Standing, after: Standing, { event: did }: Incoming): void {
  const action = actionIn(did);
  for (const [key, run] of before.runs) {
    const why = `${key} at ${run.step} after ${JSON.stringify(did)}`;
    const now = after.runs.get(key);
    if (now === undefined) {
      const ends = /:send$|:yes:\d+$|^privacy:forget-yes$/.test(action) || before.aside === 5;
      expect(ends, `${why}: the form is gone`).toBe(true);
      continue;
    }
    const asked = askedQuestions(formOf(run), now.answers).map((question) => question.key);
    const answering = run === before.inHand ? [run.step] : [];
    // Told by the birth year, and told anew once the representative has agreed.
    const derived = run.step === 'birth-year' || run.facts.waiting === 'representative' ? ['age'] : [];
    for (const each of new Set([...Object.keys(run.answers), ...Object.keys(now.answers)])) {
      const [was, is] = [run.answers[each], now.answers[each]];
      if (JSON.stringify(was) === JSON.stringify(is)) continue;
      if (is === undefined) {
        const anew = run.form === 'distribution' && each === 'agreement';
        const withdrawn = action.endsWith(':send') && now.step === each;
        expect(!asked.includes(each) || anew || withdrawn, `${why}: no ${each} any more`).toBe(true);
      } else if (was !== undefined || !/^(join|me|consent):|form:resume/.test(action)) {
        expect([...answering, ...derived], why).toContain(each);
      }
    }
  }
}

let consents = '0';
/** Whoever consents has pressed «Даю согласие» under the text that is in force. */
async function expectConsented({ event: did }: Incoming): Promise<void> {
  const rows = await database.query<{ id: string; textId: string; current: boolean }>(
    `select c.id, text_id as "textId", not exists (select from consent_text n where n.kind = t.kind
       and n.giver = t.giver and n.programme_id = t.programme_id and n.version > t.version) as current
     from consent c join consent_text t on t.id = c.text_id where c.id > $1 order by c.id`,
    [consents],
  );
  consents = rows.at(-1)?.id ?? consents;
  const agreed = /^(?:form:[^:]+:[^:]+:yes|consent:yes):(\d+)/.exec(actionIn(did))?.[1];
  for (const { textId, current } of rows)
    expect({ textId, current }).toEqual({ textId: agreed, current: true });
  expect(rows.length).toBeLessThan(2);
}

/** Handles all that waits, and looks after each event. */
async function settle(all: World, chats: readonly Account[]): Promise<Standing> {
  let before = await standing(chats);
  for (let next = await all.handleNext(); next !== null; next = await all.handleNext()) {
    const after = await standing(chats);
    expectAnswered(next);
    expectNothingLost(before, after, next.incoming);
    await expectConsented(next.incoming);
    before = after;
  }
  return before;
}

type Walker = { form: string; chats: readonly [Account, Account]; how: Answering; begin: string };

function press(all: World, who: Account, action: string): Pressed {
  const holding = all
    .shown(who)
    .findLast(({ buttons }) => buttons.flat().some((each) => 'action' in each && each.action === action));
  return { kind: 'press', action, callbackId: `c${++events}`, messageId: holding?.id ?? '1' };
}

/** How somebody goes on who follows the newest message that leads on. */
function answerIn(all: World, who: Account, how: Answering): IncomingEvent {
  for (const { buttons } of all.shown(who).toReversed()) {
    const on = buttons
      .flat()
      .find((each) => 'action' in each && /^(form|join):(resume|other)$/.test(each.action));
    if (on !== undefined && 'action' in on) return press(all, who, on.action);
    const asked = askedBy(buttons);
    const answer = asked === null ? null : rightAnswer(asked, how, year);
    if (answer !== null) return answer.kind === 'press' ? press(all, who, answer.action) : answer;
  }
  return { kind: 'text', text: 'Здравствуйте' };
}

/** Mostly an answer; sometimes what else the message offers, and where nothing is asked a look at what was answered. */
async function nextIn(
  all: World,
  who: Account,
  how: Answering,
  chats: readonly Account[],
): Promise<IncomingEvent> {
  const other = how.pick % 5 === 0 ? someButton(all, who, how.pick / 5, 0) : null;
  if (other !== null) return other;
  if ((await standing(chats)).inHand !== null) return answerIn(all, who, how);
  return how.pick % 2 === 0 ? { kind: 'text', text: '/me' } : press(all, who, 'me:edit');
}

/** A button that this chat shows or has ever shown. */
function someButton(all: World, who: Account, which: number, back: number): Pressed | null {
  const holding = all.shown(who).filter(({ buttons }) => buttons.flat().some((each) => 'action' in each));
  const message = holding.at(-1 - (back % Math.max(1, holding.length)));
  const actions = (message?.buttons ?? []).flat().flatMap((each) => ('action' in each ? [each.action] : []));
  const action = actions[which % Math.max(1, actions.length)];
  return action === undefined ? null : press(all, who, action);
}

async function take(all: World, { form, chats, how }: Walker, one: Step, who: Account): Promise<void> {
  switch (one.does) {
    case 'right':
      return all.receive(who, await nextIn(all, who, { ...how, ...one }, chats));
    case 'swapped': {
      const pressed = someButton(all, who, one.which, 0);
      return all.receive(who, ...(pressed === null ? [] : [pressed]), answerIn(all, who, { ...how, ...one }));
    }
    case 'event':
      return all.receive(who, one.event);
    case 'press': {
      const pressed = someButton(all, who, one.which, one.back);
      if (pressed === null) return;
      const again: Pressed = { ...pressed, callbackId: `${pressed.callbackId}-2` };
      return all.receive(who, pressed, ...(one.twice ? [again] : []));
    }
    case 'decide': {
      const staff = form === 'staff' ? coordinator : curator;
      const pressed = someButton(all, staff, one.which, one.back);
      return all.receive(staff, pressed ?? { kind: 'text', text: 'Не подходит стаж' });
    }
    case 'publish':
      return publish((await askedConsent(chats)) ?? one.kind);
    case 'again': {
      const twice = { event: answerIn(all, who, how), eventId: `w${++events}` };
      expect(await all.put(who, twice)).toBe(1);
      await settle(all, chats);
      expect(await all.put(who, twice)).toBe(0);
      return;
    }
    case 'restart':
      return all.restart();
    case 'elsewhere':
      return moveOver(all, chats);
  }
}

/** A text that somebody is just reading is worth another version: the button under the old one is no consent. */
async function askedConsent(chats: readonly Account[]): Promise<ConsentKind | null> {
  const { inHand } = await standing(chats);
  const question = inHand === null ? null : questionAt(formOf(inHand), inHand.step);
  return question?.kind === 'consent' ? question.consent : null;
}

async function publish(kind: ConsentKind): Promise<void> {
  const books = createConsentBook(database);
  for (const giver of ['self', 'representative'] as const) {
    await books.publish(
      town.programme.id,
      kind,
      giver,
      { title: `Согласие ${++events}`, summary: 'Кратко', body: `Текст ${events}` },
      null,
      clock.now(),
    );
  }
}

/** The code that one chat gives is said in the other; until a first consent there is none. */
async function moveOver(all: World, chats: Walker['chats']): Promise<void> {
  const [here, there] = chats;
  await all.receive(here, press(all, here, 'join:elsewhere'));
  await settle(all, chats);
  const text = all.shown(here).at(-1)?.text ?? '';
  if (text.includes('Код: ')) await all.receive(there, { kind: 'text', text: codeIn(text) });
}

/** One answer more; now and then the text of a consent is replaced while it is read. */
async function goOn(all: World, { chats, how }: Walker, steps: number): Promise<void> {
  const [here] = chats;
  const pick = how.pick + steps;
  const kind = pick % 2 === 0 ? await askedConsent(chats) : null;
  if (kind !== null) await publish(kind);
  await all.receive(here, answerIn(all, here, { ...how, pick }));
}

const reached = ['applied', 'confirmed', 'active', 'on-leave'];

async function isDone({ form, chats }: Walker): Promise<boolean> {
  const { states, runs, personId } = await standing(chats);
  if (runs.has(`${form} `)) return false;
  if (form !== 'distribution' && form !== 'representative') {
    return states.some((each) => each.form === form && reached.includes(each.state));
  }
  const kinds = form === 'distribution' ? ['distribution'] : ['participation', 'personal-data'];
  const given = await database.query<{ kind: string }>(
    `select distinct kind from consent c join consent_text t on t.id = c.text_id
     where given_by = $1 and withdrawn_at is null and kind = any($2)
       and ($3 = 'distribution' or c.person_id <> $1)`,
    [personId, kinds, form],
  );
  return given.length === kinds.length;
}

/** With right answers alone everybody gets to the end, in a bounded number of steps. */
async function drive(all: World, walker: Walker): Promise<void> {
  const { form, chats, begin } = walker;
  const [here] = chats;
  for (let steps = 0; steps < 60; steps += 1) {
    if (await isDone(walker)) return;
    const { inHand } = await standing(chats);
    if (inHand?.form !== form || inHand.facts.amend !== undefined)
      await all.receive(here, press(all, here, begin));
    else if (inHand.facts.waiting === 'double') await all.receive(here, press(all, here, 'join:other'));
    else if (inHand.facts.waiting !== undefined) await findParent(all, walker);
    else {
      const last = all.shown(here).findLast(({ buttons }) => askedBy(buttons) !== null);
      const asked = last === undefined ? null : askedBy(last.buttons);
      const isHere = asked?.form.key === form && (asked.question?.key ?? 'summary') === inHand.step;
      if (isHere && !inHand.paused) await goOn(all, walker, steps);
      else await all.receive(here, press(all, here, 'form:resume'));
    }
    await settle(all, chats);
  }
  const { inHand, states } = await standing(chats);
  expect.fail(`no end for ${form}: ${JSON.stringify({ inHand, states })}\n${all.shown(here).at(-1)?.text}`);
}

async function findParent(all: World, { chats: [pupil], how }: Walker): Promise<void> {
  await all.receive(pupil, press(all, pupil, 'join:code'));
  await all.handleNext();
  const parent = [account('vk'), account('telegram')] as const;
  await all.receive(parent[0], { kind: 'text', text: codeIn(all.shown(pupil).at(-1)?.text ?? '') });
  await settle(all, parent);
  await drive(all, { form: 'representative', chats: parent, how, begin: 'join:resume' });
  await all.receive(pupil, press(all, pupil, 'join:resume'));
}

/** Brings a fresh person to the first question of the form. */
async function enter(all: World, form: string, how: Answering): Promise<Walker> {
  const chats = [
    account(how.pick % 2 === 0 ? 'telegram' : 'vk'),
    account(how.pick % 2 === 0 ? 'vk' : 'telegram'),
  ] as const;
  let begin = `join:${form}`;
  if (form === 'distribution') {
    const mentor = await town.person(
      how.names.join(' ').replace('Анна Мария', 'Анна'),
      'mentor',
      town.school.id,
    );
    await link(chats[0], mentor);
    begin = `consent:ask:distribution:${mentor.id}`;
  }
  if (form === 'representative') {
    const pupil = {
      form: 'pupil',
      chats: [account('vk'), account('telegram')] as const,
      how,
      begin: 'join:pupil',
    };
    for (let steps = 0; (await standing(pupil.chats)).inHand?.facts.waiting === undefined; steps += 1) {
      expect(steps).toBeLessThan(20);
      const [here] = pupil.chats;
      await all.receive(
        here,
        steps === 0 ? press(all, here, 'join:pupil') : answerIn(all, here, { ...how, minor: true }),
      );
      await settle(all, pupil.chats);
    }
    const code = codeIn(all.shown(pupil.chats[0]).at(-1)?.text ?? '');
    // Nobody yet, with a form begun: it waits until the other one has its end.
    if (how.pick % 2 === 0) {
      for (const text of [null, how.names[0]]) {
        const event: IncomingEvent =
          text === null ? press(all, chats[0], 'join:pupil') : { kind: 'text', text };
        await all.receive(chats[0], event);
        await settle(all, chats);
      }
    }
    await all.receive(chats[0], { kind: 'text', text: code });
    begin = 'join:resume';
  } else {
    await all.receive(chats[0], press(all, chats[0], begin));
  }
  await settle(all, chats);
  expect((await standing(chats)).inHand?.form).toBe(form);
  return { form, chats, how, begin };
}

/** Whatever is open, «/cancel» leaves it and «/menu» tells how to go on. */
async function expectWayOut(all: World, { chats }: Walker): Promise<void> {
  for (const text of ['/cancel', '/cancel', '/menu', '/cancel']) {
    await all.receive(chats[0], { kind: 'text', text });
    await settle(all, chats);
  }
  const { inHand } = await standing(chats);
  expect(inHand?.paused ?? true).toBe(true);
  await all.receive(chats[0], { kind: 'text', text: 'Просто слово' });
  await settle(all, chats);
  expect((await standing(chats)).inHand?.answers).toEqual(inHand?.answers);
}

const checked = schemas === null ? schemasMissing : 'all of it as both platforms take it';
/** How many answers are given before the walk begins: far ends are reached by few otherwise. */
const begun = fc.nat(24);
const walkers = fc.record({ steps: walk, begun, names, minor: fc.boolean(), pick, page: fc.boolean() });

test.each(realForms.map(({ key }) => key))(
  `walked at random, %s loses no answer and has an end; ${checked}`,
  async (form) => {
    await fc.assert(
      fc.asyncProperty(walkers, async ({ steps, page, ...given }) => {
        const all = world(page ? 'https://nastavnik.example' : null);
        const walker = await enter(all, form, given);
        let now = await standing(walker.chats);
        for (let answers = 0; answers < given.begun && now.inHand?.form === form; answers += 1) {
          await goOn(all, walker, answers);
          now = await settle(all, walker.chats);
        }
        for (const { who, ...one } of steps) {
          await take(all, walker, one, walker.chats[now.both ? who : 0]);
          now = await settle(all, walker.chats);
        }
        await expectWayOut(all, walker);
        await drive(all, walker);
      }),
      // `WALKS=50` looks harder.
      { numRuns: Number(process.env.WALKS ?? 4), endOnFailure: true },
    );
  },
  60_000,
);
