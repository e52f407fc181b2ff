import { useSyncExternalStore } from 'react';
import { ask, client, ProblemError } from '../../client.ts';
import { createSheetSaver, type SaverSnapshot, type SheetSaver, type Unsaved } from './sheet-saver.ts';

/** One for each sheet that was opened in this tab: leaving a page loses nothing that was typed on it. */
const savers = new Map<string, SheetSaver>();

export function saverOf(entryId: string): SheetSaver {
  const known = savers.get(entryId);
  if (known !== undefined) return known;
  const saver = createSheetSaver({
    send: (change) => send(entryId, change),
    // No connection, a server that is down, too many calls, or a sign-in that ran out: all of them pass.
    isPassing: (error) =>
      !(error instanceof ProblemError) ||
      [0, 401, 403, 429].includes(error.problem.status) ||
      error.problem.status >= 500,
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  savers.set(entryId, saver);
  return saver;
}

function send(entryId: string, { points, comment }: Unsaved): Promise<unknown> {
  const given = Object.entries(points).map(([criterionId, value]) => ({ criterionId, points: value }));
  return ask(
    client.PATCH('/api/judging/entries/{id}/sheet', {
      params: { path: { id: entryId } },
      body: { ...(given.length > 0 && { points: given }), ...(comment !== undefined && { comment }) },
    }),
  );
}

export function useSaver(saver: SheetSaver): SaverSnapshot {
  return useSyncExternalStore(saver.subscribe, saver.snapshot);
}

const isAnythingUnsaved = () => [...savers.values()].some((saver) => saver.snapshot().state !== 'saved');

window.addEventListener('online', () => {
  for (const saver of savers.values()) if (saver.snapshot().state === 'lost') saver.retry();
});
window.addEventListener('beforeunload', (event) => {
  if (isAnythingUnsaved()) event.preventDefault();
});
