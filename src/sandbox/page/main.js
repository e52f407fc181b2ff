import { act, listen, readState } from './api.js';
import { createClock } from './clock.js';
import { createColumn } from './column.js';
import { setTimeZone } from './dates.js';
import { make } from './dom.js';
import { isWebLink } from './message.js';

const byId = (id) => document.getElementById(id);
const main = byId('chats');
/** By chat id: the summary and the column. */
const entries = new Map();
const nobody = make('p', { className: 'empty' }, 'Никого не нашлось');

let arranging = false;

const inView = new IntersectionObserver(
  (changes) => {
    for (const { isIntersecting, target } of changes) {
      if (isIntersecting) void entries.get(target.dataset.id)?.column.wake();
    }
  },
  { root: main, rootMargin: '0px 400px' },
);

function addEntry(chat) {
  const column = createColumn(chat, () => markSeen(chat.id));
  entries.set(chat.id, { chat, column });
  inView.observe(column.element);
}

function markSeen(...ids) {
  for (const id of ids) {
    const { chat, column } = entries.get(id);
    if (chat.fresh === 0) continue;
    chat.fresh = 0;
    column.setFresh(0);
    void act(id, { act: 'look' }).catch(() => undefined);
  }
}

function isWanted({ chat }, filter) {
  const words = filter.query.toLowerCase().split(/\s+/);
  return (
    words.every((word) => chat.person.toLowerCase().includes(word)) &&
    (filter.platform === '' || filter.platform === chat.platform)
  );
}

/** Those who talk with the bot come first, then those who could, then those who never wrote to it. */
function rank({ chat }) {
  if (chat.standing === 'stranger') return 2;
  return chat.lastAt > 0 ? 0 : 1;
}

function inOrder(one, other) {
  const [a, b] = [one.chat, other.chat];
  return rank(one) - rank(other) || b.lastAt - a.lastAt || a.person.localeCompare(b.person, 'ru');
}

/** Strangers are many: they show when asked for, when looked for by name, and when there is nobody else. */
function withoutStrangers(found, filter) {
  if (filter.withStrangers || filter.query !== '') return found;
  const known = found.filter((entry) => entry.chat.standing !== 'stranger' || isBusy(entry));
  return known.length > 0 ? known : found;
}

/** Lays the columns out, the latest activity first. A column that somebody works in stays where it is. */
function arrange() {
  const filter = {
    query: byId('query').value.trim(),
    platform: new FormData(byId('filter')).get('platform'),
    onlyNew: byId('only-new').checked,
    withStrangers: byId('with-strangers').checked,
  };
  const found = [...entries.values()].filter(
    (entry) => isWanted(entry, filter) && (!filter.onlyNew || entry.chat.fresh > 0 || isBusy(entry)),
  );
  const shown = withoutStrangers(found, filter).sort(inOrder);
  const elements = shown.map((entry) => entry.column.element);
  byId('count').textContent = `${elements.length} из ${entries.size}`;
  nobody.hidden = elements.length > 0;
  const current = [...main.children].filter((one) => one !== nobody);
  const same = current.length === elements.length && current.every((one, index) => one === elements[index]);
  const working = main.contains(document.activeElement) && document.activeElement !== main;
  if (same || (working && elements.every((one) => current.includes(one)))) return;
  main.replaceChildren(...elements, nobody);
  for (const { column } of shown) column.stay();
}

function isBusy(entry) {
  return entry.column.element.contains(document.activeElement);
}

/** Many chats move at once when the clock does: one layout for all of them. */
function arrangeSoon() {
  if (arranging) return;
  arranging = true;
  setTimeout(() => {
    arranging = false;
    arrange();
  }, 150);
}

function onChat({ chat, message }) {
  if (!entries.has(chat.id)) addEntry(chat);
  const entry = entries.get(chat.id);
  entry.chat = chat;
  entry.column.update(chat);
  if (message) entry.column.receive(message);
  if (isBusy(entry)) markSeen(chat.id);
  else entry.column.setFresh(chat.fresh);
  arrangeSoon();
}

async function start() {
  const state = await readState();
  document.title = state.title;
  byId('title').textContent = state.title;
  setTimeZone(state.timeZone);
  const links = state.links.filter(({ url }) => isWebLink(url));
  byId('links').append(
    ...links.map(({ title, url }) => make('a', { href: url, target: '_blank', rel: 'noopener' }, title)),
  );
  const clock = createClock({ canAdvance: state.canAdvance, onMoved: arrange });
  clock.showMoment(state.now);
  for (const chat of state.chats) addEntry(chat);
  for (const { chat, column } of entries.values()) column.setFresh(chat.fresh);
  arrange();
  listen(
    (event) => {
      clock.showMoment(event.now);
      if (event.type === 'chat') onChat(event);
      if (event.type === 'progress') clock.showProgress(event);
    },
    (broken) => {
      // What happened in the gap is not told again: start afresh.
      if (!broken && !byId('offline').hidden) location.reload();
      byId('offline').hidden = !broken;
    },
  );
}

byId('filter').addEventListener('input', arrange);
byId('filter').addEventListener('submit', (event) => event.preventDefault());
byId('read-all').addEventListener('click', () => {
  markSeen(...entries.keys());
  arrange();
});
await start();
