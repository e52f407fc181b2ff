import { timeOf } from './dates.js';
import { make } from './dom.js';

const wrappers = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'code',
  blockquote: 'blockquote',
};

/** One message; `onPress` gets a button of it and the element that was pressed. */
export function renderMessage(message, onPress) {
  const time = message.edited ? `изменено ${timeOf(message.at)}` : timeOf(message.at);
  const bubble = make(
    'div',
    { className: 'bubble' },
    ...message.attachments.map(renderAttachment),
    message.text === '' ? undefined : make('p', {}, ...renderText(message.text, message.marks)),
    make('small', {}, time),
  );
  const author = make('span', { className: 'off-screen' }, message.from === 'bot' ? 'Бот: ' : 'Вы: ');
  const element = make('div', { className: `message ${message.from === 'bot' ? '' : 'me'}` }, author, bubble);
  if (message.keyboard) element.append(renderKeys(message.keyboard.rows, onPress));
  element.dataset.id = message.id;
  return element;
}

export function renderKeys(rows, onPress) {
  const keys = rows.map((row) =>
    make(
      'div',
      {},
      ...row.map((button) => {
        const element = make('button', { type: 'button', className: button.colour ?? '' }, button.label);
        element.addEventListener('click', () => onPress(button, element));
        return element;
      }),
    ),
  );
  return make('div', { className: 'keys' }, ...keys);
}

/** Marks may lie in and over each other: the text is cut at every edge and each piece wrapped by the marks around it. */
function renderText(text, marks) {
  const all = marks.some((mark) => mark.type === 'url') ? marks : [...marks, ...linksOf(text)];
  const edges = new Set([0, text.length, ...all.flatMap((mark) => [mark.offset, mark.offset + mark.length])]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1];
    const around = all.filter((mark) => mark.offset <= from && mark.offset + mark.length >= to);
    return around.reduce(
      (inner, mark) => wrap(inner, mark, text),
      document.createTextNode(text.slice(from, to)),
    );
  });
}

function wrap(inner, mark, text) {
  if (wrappers[mark.type]) return make(wrappers[mark.type], {}, inner);
  const url = mark.type === 'url' ? text.slice(mark.offset, mark.offset + mark.length) : mark.url;
  return isWebLink(url)
    ? make('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, inner)
    : inner;
}

function linksOf(text) {
  return [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map((found) => ({
    type: 'url',
    offset: found.index,
    length: found[0].length,
  }));
}

export function isWebLink(url) {
  return typeof url === 'string' && /^https?:\/\//.test(url);
}

function renderAttachment(attachment) {
  switch (attachment.kind) {
    case 'photo':
      return renderPhoto(attachment);
    case 'sticker':
      return make('div', { className: 'sticker' }, attachment.emoji);
    case 'contact':
      return make('p', {}, `Контакт: ${attachment.name}, ${attachment.phone}`);
    case 'location':
      return make('p', {}, `Место: ${attachment.latitude}, ${attachment.longitude}`);
    case 'post':
      return make('p', {}, `Запись со стены: vk.com/wall${attachment.ownerId}_${attachment.postId}`);
    default:
      return make(
        'a',
        { className: 'file', href: attachment.url, download: attachment.name },
        make('b', { ariaHidden: 'true' }, attachment.name.split('.').at(-1).slice(0, 4)),
        make('span', {}, attachment.name, make('small', {}, sizeOf(attachment.size))),
      );
  }
}

/** The size is known beforehand, so nothing jumps when the picture comes. */
function renderPhoto({ url, name, width, height }) {
  return make('img', { src: url, alt: `Фото ${name}`, width, height, loading: 'lazy' });
}

function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} Б`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} КБ` : `${(kilobytes / 1024).toFixed(1)} МБ`;
}
