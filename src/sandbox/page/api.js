/** Asks the sandbox; an error's own words become the exception. */
async function ask(path, options) {
  const response = await fetch(path, options);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error ?? `Ошибка ${response.status}`);
  return body;
}

function post(path, body) {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export const readState = () => ask('/page-api/state');
export const readNotes = () => ask('/page-api/notes');
export const readChat = (id) => ask(`/page-api/chats/${encodeURIComponent(id)}`);
export const act = (id, gesture) => post(`/page-api/chats/${encodeURIComponent(id)}/act`, gesture);
export const advance = (step) => post('/control/advance', { step });

export function sendFile(id, file) {
  const query = new URLSearchParams({ name: file.name });
  return ask(`/page-api/chats/${encodeURIComponent(id)}/file?${query}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
}

/** Listens for what moves; `onGap` is told when the connection breaks and when it is back. */
export function listen(onEvent, onGap) {
  const source = new EventSource('/page-api/events');
  source.addEventListener('message', ({ data }) => onEvent(JSON.parse(data)));
  source.addEventListener('error', () => onGap(true));
  source.addEventListener('open', () => onGap(false));
}
