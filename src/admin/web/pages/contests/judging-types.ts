import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';

export type JurorContest =
  paths['/api/judging/contests']['get']['responses'][200]['content']['application/json']['items'][number];
export type JurorWorks =
  paths['/api/judging/contests/{id}']['get']['responses'][200]['content']['application/json'];
export type SheetLine = JurorWorks['items'][number];
export type SheetView =
  paths['/api/judging/entries/{id}']['get']['responses'][200]['content']['application/json'];
export type SheetMarks =
  paths['/api/judging/entries/{id}/sheet']['patch']['responses'][200]['content']['application/json'];

export const judgingKey = ['judging'] as const;
export const worksKey = (contestId: string) => [...judgingKey, contestId] as const;
export const sheetKey = (entryId: string) => [...judgingKey, 'sheet', entryId] as const;

export function useWorks(contestId: string) {
  return useQuery({
    queryKey: worksKey(contestId),
    queryFn: () => ask(client.GET('/api/judging/contests/{id}', { params: { path: { id: contestId } } })),
  });
}

/** Where one goes on: the first work that waits, else the first one. */
export function nextWork(items: readonly SheetLine[]): SheetLine | undefined {
  return items.find(({ state }) => state === 'untouched' || state === 'begun') ?? items[0];
}
