import type { paths } from '../../api-types.ts';

export type JuryProgress =
  paths['/api/contests/{id}/jury']['get']['responses'][200]['content']['application/json'];

export const progressKey = (id: string) => ['contest', id, 'progress'] as const;
