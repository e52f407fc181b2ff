import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';

/** How the session stands, the second factor passed or not. */
export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: () => ask(client.GET('/api/session')) });
}

/** Leaves, and forgets whatever was loaded: the next one at this screen is somebody else. */
export function useLeave() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(client.DELETE('/api/session')),
    onSuccess: async () => {
      queries.clear();
      window.location.assign('/panel/');
    },
  });
}
