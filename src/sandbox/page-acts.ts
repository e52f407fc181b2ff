import type { FastifyInstance } from 'fastify';
import { readBody, recordOf } from './bodies.ts';
import { imageSize } from './files.ts';
import type { Person } from './people.ts';
import type { Phone } from './phone.ts';
import { rawBody } from './server.ts';

type Act = (phone: Phone, given: Record<string, unknown>) => unknown;

/** What a person at the page may do with a phone; the answer is shown as the platform's toast. */
const acts: Record<string, Act> = {
  text: (phone, { text }) => void phone.sendText(String(text)),
  publish: (phone, { text }) => void phone.publish(String(text)),
  open: (phone, { payload }) => void phone.open(payload ? String(payload) : undefined),
  look: (phone) => phone.look(),
  contact: (phone) => void phone.sendContact(),
  block: (phone) => phone.block(),
  unblock: (phone) => phone.unblock(),
  press: async (phone, { message, label, data }) => {
    const pressed = phone.press({
      label: String(label),
      ...(typeof data === 'string' && { data }),
      ...(typeof message === 'number' ? { message } : { menu: true }),
    });
    if (!pressed.isCallback) return undefined;
    return pressed.answer().catch(() => ({ text: 'Бот не ответил на нажатие', alert: false }));
  },
};

/** Gestures from the page: JSON for most, the bare bytes for a file. */
export function routePageActs(app: FastifyInstance, people: () => Person[]): void {
  function phoneOf(id: string): Phone | undefined {
    const phones = people().flatMap((person) => [person.telegram, person.vk]);
    return phones.find((phone) => phone.chat.id === id);
  }

  app.post<{ Params: { id: string } }>('/page-api/chats/:id/act', async (request, reply) => {
    const phone = phoneOf(request.params.id);
    const { fields } = readBody(request.headers['content-type'], rawBody(request));
    const act = Object.hasOwn(acts, String(fields.act)) ? acts[String(fields.act)] : undefined;
    if (!phone || !act) return reply.code(404).send({ error: 'no such chat or act' });
    try {
      return { answer: (await act(phone, fields)) ?? null };
    } catch (error) {
      return reply.code(400).send({ error: error instanceof Error ? error.message : String(error) });
    }
  });

  app.post<{ Params: { id: string } }>('/page-api/chats/:id/file', async (request, reply) => {
    const phone = phoneOf(request.params.id);
    if (!phone) return reply.code(404).send({ error: 'no such chat' });
    const { name = 'file' } = recordOf(request.query);
    const mime = request.headers['content-type'] ?? 'application/octet-stream';
    const file = { bytes: rawBody(request), name: String(name), mime };
    if (imageSize(file.bytes)) phone.sendPhoto(file);
    else phone.sendFile(file);
    return { answer: null };
  });
}
