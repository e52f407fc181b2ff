import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';

type Posted<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type AwardLine =
  paths['/api/contests/{id}/diplomas/candidates']['post']['responses'][200]['content']['application/json']['items'][number];
export type Correction = NonNullable<Posted<'/api/contests/{id}/diplomas/candidates'>['corrections']>[number];
export type DiplomaLine =
  paths['/api/diplomas']['get']['responses'][200]['content']['application/json']['items'][number];
export type DiplomaTemplates =
  paths['/api/diploma-templates']['get']['responses'][200]['content']['application/json'];
export type Design = DiplomaTemplates['items'][number]['builtIn'];
export type DiplomaKind = DiplomaLine['kind'];
export type Chosen = Partial<Record<DiplomaKind, string>>;

export const templatesKey = ['diploma-templates'] as const;
export const registerKey = ['diplomas'] as const;

export function useDiplomaTemplates() {
  return useQuery({ queryKey: templatesKey, queryFn: () => ask(client.GET('/api/diploma-templates')) });
}

export const candidatesKey = (contestId: string) => ['award-candidates', contestId] as const;

export function useCandidates(contestId: string, personIds: string[], corrections: Correction[]) {
  return useQuery({
    queryKey: [...candidatesKey(contestId), personIds, corrections],
    queryFn: () =>
      ask(
        client.POST('/api/contests/{id}/diplomas/candidates', {
          params: { path: { id: contestId } },
          body: { personIds, corrections },
        }),
      ),
    placeholderData: (before) => before,
  });
}

/** Reads the list and the register anew. */
export function useAwardsRefresh(contestId: string) {
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({ queryKey: candidatesKey(contestId) });
    await cache.invalidateQueries({ queryKey: registerKey });
  };
}
