import { Alert, Checkbox, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { juryWatchWords as words } from '../../../../texts/panel/jury-watch.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useMay } from '../../self.ts';
import { WorkName } from './jury-matrix.tsx';
import { type JuryProgress, progressKey } from './jury-progress.ts';

/** Works about which the jury is far apart, to be shown to them again. */
export function WideSpread({ progress, from }: { progress: JuryProgress; from: number }) {
  const { contestId, rows, mayAskAgain } = progress;
  const wide = rows
    .filter(({ isWide }) => isWide)
    .toSorted((one, other) => (other.range ?? 0) - (one.range ?? 0));
  const may = useMay('contests:write') && mayAskAgain;
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const asking = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/contests/{id}/jury/again', {
          params: { path: { id: contestId } },
          body: { entryIds: [...chosen] },
        }),
      ),
    onSuccess: async () => {
      setChosen([]);
      await cache.invalidateQueries({ queryKey: progressKey(contestId) });
    },
  });
  return (
    <>
      <div role="status">
        {asking.data !== undefined && (
          <Alert color="teal">{words.askedAgain(asking.data.sheets, asking.data.told)}</Alert>
        )}
      </div>
      {wide.length === 0 ? (
        <Text>{words.noWide}</Text>
      ) : (
        <Text size="sm" c="dimmed">
          {words.wideHint(from)}
        </Text>
      )}
      {wide.map((row) => (
        <Group key={row.entryId} gap="sm" wrap="nowrap" align="flex-start">
          {may && (
            <Checkbox
              aria-label={words.chooseWork(row.entryId)}
              checked={chosen.includes(row.entryId)}
              onChange={({ currentTarget: { checked } }) =>
                setChosen(
                  checked ? [...chosen, row.entryId] : chosen.filter((entryId) => entryId !== row.entryId),
                )
              }
            />
          )}
          <div>
            <WorkName row={row} />
            <Text size="sm">
              {words.range}: {words.total(row.range ?? 0)}
            </Text>
          </div>
        </Group>
      ))}
      {may && wide.length > 0 && (
        <div>
          <ConfirmButton
            label={words.askAgain}
            warning={words.askAgainWarning(chosen.length)}
            confirm={words.askAgain}
            disabled={chosen.length === 0}
            onConfirm={() => asking.mutateAsync()}
          >
            <Problem error={asking.error} />
          </ConfirmButton>
        </div>
      )}
    </>
  );
}
