import type { IncomingEvent } from '../../domain/messages/incoming.ts';

/**
 * Free of what neither the database nor a platform stores: zero characters and halves of a surrogate pair, which clients
 * leave where they cut a text.
 */
export function tidy(event: IncomingEvent): IncomingEvent {
  if (event.kind === 'text') return { ...event, text: storable(event.text) };
  if (event.kind !== 'files') return event;
  return {
    ...event,
    text: storable(event.text),
    files: event.files.map((file) => ({
      ...file,
      name: storable(file.name),
      mime: storable(file.mime),
      source: Object.fromEntries(Object.entries(file.source).map(([key, value]) => [key, storable(value)])),
    })),
  };
}

function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '');
}
