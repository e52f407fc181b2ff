import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { paths } from '../../api-types.ts';
import { answered, client } from '../../client.ts';
import { useSelf } from '../../self.ts';

export type Contest = paths['/api/contests/{id}']['get']['responses'][200]['content']['application/json'];
export type ContestSettings = Contest['settings'];
export type ContestLine =
  paths['/api/contests']['get']['responses'][200]['content']['application/json']['items'][number];

export const contestsKey = ['contests'] as const;
export const contestKey = (id: string) => ['contest', id] as const;

/** The contest of the address, with the version of its settings. Every page of a contest reads it so. */
export function useContest() {
  const { id = '' } = useParams<{ id: string }>();
  return useQuery({
    queryKey: contestKey(id),
    queryFn: () => answered(client.GET('/api/contests/{id}', { params: { path: { id } } })),
  });
}

/** Reads the contest and the lists anew, and what its dates are elsewhere: tasks of its item. */
export function useContestRefresh(id: string) {
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({ queryKey: contestKey(id) });
    await cache.invalidateQueries({ queryKey: contestsKey });
    for (const key of ['roadmap', 'tasks', 'overview']) await cache.invalidateQueries({ queryKey: [key] });
  };
}

/** The zone in which dates of contests are meant, whatever the clock of whoever looks. */
export function useZone(): string {
  return useSelf().data?.programme.timeZone ?? 'Europe/Samara';
}

/** «31 марта 2026, 23:59» in the programme's zone. */
export function momentText(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('ru', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(new Date(instant))
    .replace(' г. в ', ', ')
    .replace(' г.,', ',');
}
