import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';

export type Results =
  paths['/api/contests/{id}/results']['get']['responses'][200]['content']['application/json'];
export type Ranked = Results['ranking']['nominations'][number]['ranked'][number];
export type Unranked = Results['ranking']['nominations'][number]['unranked'][number];

const resultsKey = (id: string) => ['contest', id, 'results'] as const;

export function useResults(id: string) {
  return useQuery({
    queryKey: resultsKey(id),
    queryFn: () => ask(client.GET('/api/contests/{id}/results', { params: { path: { id } } })),
  });
}

/** Does something to the results and reads everything about the contest anew. */
export function useResultsAct<Given, Answer>(id: string, act: (given: Given) => Promise<Answer>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => cache.invalidateQueries({ queryKey: ['contest', id] }),
  });
}
