import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { contestKey } from './contest-types.ts';

export type Guests =
  paths['/api/contests/{id}/guests']['get']['responses'][200]['content']['application/json'];
export type Guest = Guests['guests'][number];

const guestsKey = (id: string) => [...contestKey(id), 'guests'] as const;
/** Several people stand at the door. */
const lookAgainMs = 20_000;

export function useGuests(id: string) {
  return useQuery({
    queryKey: guestsKey(id),
    queryFn: () => ask(client.GET('/api/contests/{id}/guests', { params: { path: { id } } })),
    refetchInterval: lookAgainMs,
  });
}

/** Does something to the list and reads it anew. */
export function useGuestsAct<Given, Answer>(id: string, act: (given: Given) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => cache.invalidateQueries({ queryKey: guestsKey(id) }),
  });
}
