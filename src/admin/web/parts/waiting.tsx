import { Center, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { shellWords } from '../../../texts/panel/shell.ts';
import { Problem } from './problem.tsx';

/** What a query has brought; until then a sign that it is under way, or what went wrong. */
export function Waiting<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Problem error={query.error} again={() => void query.refetch()} />;
  return (
    <Center mih={160}>
      <Loader aria-label={shellWords.loading} role="status" />
    </Center>
  );
}
