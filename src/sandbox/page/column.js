import { act, readChat, sendFile } from './api.js';
import { dayOf } from './dates.js';
import { icon, make } from './dom.js';
import { isWebLink, renderKeys, renderMessage } from './message.js';

const platforms = { telegram: 'Telegram', vk: 'ВКонтакте' };
const standings = {
  stranger: 'ещё не писал(а) боту',
  open: 'в чате',
  blocked: 'бот заблокирован',
  gone: 'аккаунт удалён',
};
const toastMs = 6000;

/** One phone. Its messages are fetched when it first comes into view (`wake`), later ones come by `receive`. */
export function createColumn(chat, onSeen) {
  const title = `${chat.person}, ${platforms[chat.platform]}`;
  const parts = {
    standing: make('p'),
    fresh: make('span', { className: 'fresh', hidden: true }),
    block: make('button', { type: 'button', className: 'icon' }),
    log: make('div', { className: 'log', tabIndex: 0, role: 'log', ariaLabel: `Сообщения: ${title}` }),
    menu: make('div', { className: 'menu', hidden: true }),
    toast: make('p', { className: 'toast', role: 'status' }),
  };
  const column = {
    chat,
    parts,
    awake: false,
    lastDay: '',
    element: make('section', { className: `phone ${chat.platform}`, ariaLabel: title }),
  };
  column.element.dataset.id = chat.id;
  column.element.append(renderHead(column), parts.log, parts.menu, renderWriter(column, title), parts.toast);
  column.element.addEventListener('pointerdown', onSeen);
  column.element.addEventListener('focusin', onSeen);
  const stay = stickToEnd(column);
  update(column, chat);
  return {
    element: column.element,
    wake: () => wake(column),
    /** To be called when the column was put in place anew, which takes a browser to the top. */
    stay,
    update: (next) => update(column, next),
    receive: (message) => receive(column, message),
    setFresh(count) {
      parts.fresh.hidden = count === 0;
      parts.fresh.replaceChildren(String(count), make('span', { className: 'off-screen' }, ' новых'));
    },
  };
}

function renderHead(column) {
  const { chat, parts } = column;
  const initials = chat.person.split(' ').map((word) => word[0]);
  parts.block.addEventListener('click', () => {
    void perform(column, { act: column.chat.standing === 'blocked' ? 'unblock' : 'block' });
  });
  return make(
    'header',
    {},
    make('span', { className: 'face', ariaHidden: 'true' }, initials.slice(0, 2).join('')),
    make('div', { className: 'who' }, make('h2', {}, chat.person), parts.standing),
    parts.fresh,
    parts.block,
  );
}

function renderWriter(column, title) {
  const text = make('textarea', { rows: 1, placeholder: 'Сообщение', ariaLabel: `Написать: ${title}` });
  const file = make('input', {
    type: 'file',
    className: 'off-screen',
    ariaLabel: `Отправить файл: ${title}`,
  });
  const writer = make(
    'form',
    { className: 'writer' },
    make('label', { className: 'attach', title: 'Отправить файл' }, icon('clip'), file),
    text,
    column.chat.platform === 'vk' ? renderWallButton(column, text) : undefined,
    make('button', { type: 'submit', ariaLabel: 'Отправить', title: 'Отправить' }, icon('send')),
  );
  writer.addEventListener('submit', (event) => {
    event.preventDefault();
    const written = text.value.trim();
    if (written === '') return;
    text.value = '';
    void perform(column, { act: 'text', text: written });
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    writer.requestSubmit();
  });
  file.addEventListener('change', async () => {
    const [chosen] = file.files;
    file.value = '';
    if (chosen) await sendFile(column.chat.id, chosen).catch((error) => toast(column, error.message));
  });
  return writer;
}

/** Puts what is written on the person's own wall, and the post into the chat. */
function renderWallButton(column, text) {
  const words = 'Опубликовать на своей стене и отправить боту';
  const button = make('button', { type: 'button', className: 'attach', ariaLabel: words, title: words });
  button.append(icon('wall'));
  button.addEventListener('click', () => {
    const written = text.value.trim();
    if (written === '') return toast(column, 'Сначала напишите текст записи');
    text.value = '';
    void perform(column, { act: 'publish', text: written });
  });
  return button;
}

async function perform(column, gesture) {
  try {
    const { answer } = await act(column.chat.id, gesture);
    if (answer?.text) toast(column, answer.text);
    if (isWebLink(answer?.url)) window.open(answer.url, '_blank', 'noopener');
  } catch (error) {
    toast(column, error.message);
  }
}

function toast(column, text) {
  column.parts.toast.textContent = text;
  clearTimeout(column.toastTimer);
  column.toastTimer = setTimeout(() => {
    column.parts.toast.textContent = '';
  }, toastMs);
}

async function press(column, message, button, element) {
  if (button.action === 'link') {
    if (isWebLink(button.url)) window.open(button.url, '_blank', 'noopener');
    return;
  }
  element.setAttribute('aria-busy', 'true');
  await perform(column, { act: 'press', message: message?.id, label: button.label, data: button.data });
  element.removeAttribute('aria-busy');
}

function update(column, chat) {
  const { parts, element } = column;
  column.chat = chat;
  parts.standing.textContent = `${platforms[chat.platform]} · ${standings[chat.standing]}`;
  parts.block.textContent = chat.standing === 'blocked' ? 'Снять блок' : 'Блок';
  parts.block.title = chat.standing === 'blocked' ? 'Разблокировать бота' : 'Заблокировать бота';
  parts.block.hidden = chat.standing === 'stranger' || chat.standing === 'gone';
  element.classList.toggle('stopped', chat.standing === 'blocked' || chat.standing === 'gone');
  const menu = JSON.stringify(chat.menu);
  if (menu === column.shownMenu) return;
  column.shownMenu = menu;
  parts.menu.hidden = chat.menu === null;
  const keys = chat.menu
    ? [renderKeys(chat.menu.rows, (button, key) => press(column, undefined, button, key))]
    : [];
  parts.menu.replaceChildren(...keys);
}

async function wake(column) {
  if (column.awake) return;
  column.awake = true;
  const { chat, messages } = await readChat(column.chat.id);
  update(column, chat);
  column.parts.log.replaceChildren();
  column.lastDay = '';
  if (messages.length === 0) column.parts.log.append(renderQuiet(column));
  for (const message of messages) receive(column, message);
}

/** An empty chat: begins as by the bot's link, with the link's parameter if it has one. */
function renderQuiet(column) {
  const payload = make('input', { type: 'text', placeholder: 'Код из ссылки', autocomplete: 'off' });
  const label = make(
    'label',
    {},
    make('span', { className: 'off-screen' }, 'Код из ссылки, если он есть'),
    payload,
  );
  const start = make('form', {}, label, make('button', { type: 'submit' }, 'Начать'));
  start.addEventListener('submit', (event) => {
    event.preventDefault();
    void perform(column, { act: 'open', payload: payload.value.trim() });
  });
  return make('div', { className: 'quiet-chat' }, make('p', {}, 'Здесь пока нет сообщений'), start);
}

function receive(column, message) {
  if (!column.awake) return;
  const { log } = column.parts;
  const shown = log.querySelector(`[data-id="${message.id}"]`);
  const element = message.deleted
    ? undefined
    : renderMessage(message, (button, key) => press(column, message, button, key));
  if (shown) {
    if (element) shown.replaceWith(element);
    else shown.remove();
    return;
  }
  if (!element) return;
  log.querySelector('.quiet-chat')?.remove();
  const day = dayOf(message.at);
  if (day !== column.lastDay) log.append(make('div', { className: 'date' }, day));
  column.lastDay = day;
  log.append(element);
  log.scrollTop = log.scrollHeight;
}

/** Whoever reads the end goes on reading it when a menu opens below or the window changes. */
function stickToEnd({ parts: { log } }) {
  let atEnd = true;
  let top = 0;
  const stay = () => {
    log.scrollTop = atEnd ? log.scrollHeight : top;
  };
  log.addEventListener('scroll', () => {
    top = log.scrollTop;
    atEnd = log.scrollHeight - top - log.clientHeight < 40;
  });
  new ResizeObserver(() => {
    if (atEnd) stay();
  }).observe(log);
  return stay;
}
