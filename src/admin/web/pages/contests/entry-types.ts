import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { entryWords as words } from '../../../../texts/panel/entries.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { say } from '../../parts/say.ts';
import { contestKey, contestsKey } from './contest-types.ts';

type One = paths['/api/contests/{id}/entries/{entryId}'];
export type Entry = One['get']['responses'][200]['content']['application/json'];
export type EntryLine =
  paths['/api/contests/{id}/entries']['get']['responses'][200]['content']['application/json']['items'][number];
export type FoundLine =
  paths['/api/contests/{id}/found-entries']['get']['responses'][200]['content']['application/json']['items'][number];
type Steps = paths['/api/contests/{id}/entries/{entryId}/steps']['post'];
export type StepBody = NonNullable<Steps['requestBody']>['content']['application/json'];

export const entriesKey = (contestId: string) => ['contest-entries', contestId] as const;
export const entryKey = (contestId: string, entryId: string) =>
  [...entriesKey(contestId), 'one', entryId] as const;

/** The entry of the address. */
export function useEntry() {
  const { id = '', entryId = '' } = useParams<{ id: string; entryId: string }>();
  return useQuery({
    queryKey: entryKey(id, entryId),
    queryFn: () =>
      ask(client.GET('/api/contests/{id}/entries/{entryId}', { params: { path: { id, entryId } } })),
  });
}

/** Reads entries anew, and how many there are of each. */
export function useEntriesRefresh(contestId: string) {
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({ queryKey: entriesKey(contestId) });
    await cache.invalidateQueries({ queryKey: contestKey(contestId) });
    await cache.invalidateQueries({ queryKey: contestsKey });
  };
}

/** Does one of what staff do with an entry. */
export function useStep(contestId: string, entryId: string) {
  const refresh = useEntriesRefresh(contestId);
  return useMutation({
    mutationFn: (body: StepBody) =>
      ask(
        client.POST('/api/contests/{id}/entries/{entryId}/steps', {
          params: { path: { id: contestId, entryId } },
          body,
        }),
      ),
    onSuccess: () => say(words.done),
    onSettled: refresh,
  });
}

/** What stands for a work in a list: its title, or the first words of its post. */
export function nameOf({ title, excerpt }: { title: string; excerpt: string }): string {
  return title || excerpt || words.untitled;
}
