import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { signInWords as words } from '../../../../texts/panel/sign-in.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { selfKey } from '../../self.ts';
import { DoorFrame } from './door-frame.tsx';

/** A link of the chat. Nothing is spent by looking at it: messengers look before people do. */
export function LinkPage({ secret }: { secret: string }) {
  const queries = useQueryClient();
  const enter = useMutation({
    mutationFn: () => ask(client.POST('/api/sign-ins/current/open', { body: { secret } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: selfKey }),
  });
  return (
    <DoorFrame title={words.linkTitle} lead={words.linkLead}>
      <Problem error={enter.error} />
      <Button onClick={() => enter.mutate()} loading={enter.isPending}>
        {words.linkEnter}
      </Button>
      {enter.isError && (
        <Button component={Link} href="/" variant="default">
          {words.toBeginning}
        </Button>
      )}
    </DoorFrame>
  );
}
