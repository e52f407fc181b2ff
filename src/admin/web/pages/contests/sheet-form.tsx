import { Alert, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { longestComment } from '../../../../domain/contests/judging.ts';
import { judgingWords as words } from '../../../../texts/panel/judging.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { judgingKey, type SheetMarks, type SheetView, sheetKey, worksKey } from './judging-types.ts';
import { AbstainButton } from './sheet-abstaining.tsx';
import { SheetPoints } from './sheet-points.tsx';
import { SaveState } from './sheet-save-state.tsx';
import { saverOf, useSaver } from './sheet-savers.ts';

/** Points and comment, saved as they are typed. */
export function SheetForm({ view, contestId }: { view: SheetView; contestId: string }) {
  const { criteria, contest, work } = view;
  const entryId = work.entryId;
  const saver = saverOf(entryId);
  const saved = useSaver(saver);
  // What was typed before and did not come through is newer than what the server has.
  const [points, setPoints] = useState<Record<string, number | null>>({
    ...view.points,
    ...saved.unsaved.points,
  });
  const [comment, setComment] = useState(saved.unsaved.comment ?? view.comment);
  const change = useSheetChange(entryId, contestId);
  const isOpen = contest.mayJudge && view.finishedAt === null && view.abstained === null;
  const left = criteria.filter(({ id }) => (points[id] ?? null) === null).length;
  const finish = useMutation({
    mutationFn: async () => {
      if (!(await saver.flush())) throw saver.snapshot().error;
      return ask(client.POST('/api/judging/entries/{id}/finish', { params: { path: { id: entryId } } }));
    },
    onSuccess: change,
  });
  return (
    <Stack component="section" gap="lg">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {words.scores}
        </Title>
        {isOpen && <SaveState saver={saver} snapshot={saved} />}
      </Group>
      {view.finishedAt !== null && <Alert color="teal">{words.finished}</Alert>}
      {criteria.map((criterion) => (
        <SheetPoints
          key={criterion.id}
          criterion={criterion}
          points={points[criterion.id] ?? null}
          disabled={!isOpen}
          onGive={(value) => {
            setPoints((before) => ({ ...before, [criterion.id]: value }));
            saver.put({ points: { [criterion.id]: value } });
          }}
        />
      ))}
      <Textarea
        label={words.comment}
        description={contest.showsComments ? words.commentShown : words.commentHidden}
        autosize
        minRows={3}
        size="md"
        maxLength={longestComment}
        disabled={!isOpen}
        value={comment}
        onChange={({ currentTarget: { value } }) => {
          setComment(value);
          saver.put({ comment: value });
        }}
      />
      {isOpen && (
        <Stack gap="xs">
          <Problem error={finish.error} />
          <Text size="sm" c="dimmed">
            {left > 0 ? words.unfinished(left) : words.finishHint}
          </Text>
          <Button
            size="lg"
            mih={56}
            disabled={left > 0}
            loading={finish.isPending}
            onClick={() => finish.mutate()}
          >
            {words.finish}
          </Button>
        </Stack>
      )}
      {contest.mayJudge && view.finishedAt === null && (
        <AbstainButton entryId={entryId} abstained={view.abstained} onChanged={change} />
      )}
    </Stack>
  );
}

/** Puts what the server answered into what is shown, and has the lists counted anew. */
function useSheetChange(entryId: string, contestId: string) {
  const cache = useQueryClient();
  return async (marks: SheetMarks) => {
    cache.setQueryData<SheetView>(sheetKey(entryId), (view) => view && { ...view, ...marks });
    await cache.invalidateQueries({ queryKey: worksKey(contestId) });
    await cache.invalidateQueries({ queryKey: judgingKey, exact: true });
  };
}
