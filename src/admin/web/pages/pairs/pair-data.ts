import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EndReason } from '../../../../domain/pairs/pair.ts';
import type { paths } from '../../api-types.ts';
import { answered, ask, client } from '../../client.ts';

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never;

export type BoardColumn = Json<paths['/api/pairs/board']['get']['responses'][200]>['columns'][number];
export type PairRow = BoardColumn['items'][number];
export type PairState = PairRow['state'];
export type PairView = Json<paths['/api/pairs/{id}']['get']['responses'][200]>;
export type MenteeRow = Json<paths['/api/mentees']['get']['responses'][200]>['items'][number];
export type MentorRow = Json<paths['/api/mentors']['get']['responses'][200]>['items'][number];
export type Meeting = Json<paths['/api/pairs/{id}/meetings']['get']['responses'][200]>[number];
export type Programme = Json<paths['/api/pairs/{id}/programme']['get']['responses'][200]>;
export type Terms = PairView['terms'];

/** Everything about pairs: who is paired shows on the board, in lists and on cards. */
export const pairsKey = ['pairs'] as const;

export function useRenewPairs() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: pairsKey });
}

export function useBoard(q: string, organization: string | undefined) {
  const query = { ...(q !== '' && { q }), ...(organization !== undefined && { organization }) };
  return useQuery({
    queryKey: [...pairsKey, 'board', query],
    queryFn: () => ask(client.GET('/api/pairs/board', { params: { query } })),
  });
}

export function usePair(id: string) {
  return useQuery({
    queryKey: [...pairsKey, 'one', id],
    queryFn: () => answered(client.GET('/api/pairs/{id}', { params: { path: { id } } })),
  });
}

/** A step and what is said to it. */
export type Step = 'withdraw' | 'start' | 'complete' | 'end';
export type StepSaid = { note: string; reason: EndReason };

export function useStep(id: string) {
  const renew = useRenewPairs();
  const params = { params: { path: { id } } };
  return useMutation({
    mutationFn: ({ step, note, reason }: { step: Step } & StepSaid): Promise<PairView> => {
      if (step === 'withdraw')
        return ask(client.POST('/api/pairs/{id}/withdrawal', { ...params, body: { note } }));
      if (step === 'start') return ask(client.POST('/api/pairs/{id}/start', params));
      if (step === 'complete')
        return ask(client.POST('/api/pairs/{id}/completion', { ...params, body: { result: note } }));
      return ask(client.POST('/api/pairs/{id}/ending', { ...params, body: { reason, note } }));
    },
    onSuccess: renew,
  });
}
