import { useQuery } from '@tanstack/react-query';
import type { paths } from './api-types.ts';
import { ask, client } from './client.ts';

export type Self = paths['/api/self']['get']['responses'][200]['content']['application/json'];
export type Power = Self['powers'][number];

export const selfKey = ['self'] as const;

/** Whoever looks; `undefined` while that is being asked. */
export function useSelf() {
  return useQuery({ queryKey: selfKey, queryFn: () => ask(client.GET('/api/self')), staleTime: 60_000 });
}

/** Whether whoever looks may do this somewhere. */
export function useMay(power: Power): boolean {
  return useSelf().data?.powers.includes(power) ?? false;
}
