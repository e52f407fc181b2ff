import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { EndReason } from '../../../../domain/pairs/pair.ts';
import { endReasonChoices, pairPanelWords, stepWords } from '../../../../texts/panel/pairs.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { Problem } from '../../parts/problem.tsx';
import { type Step, useStep } from './pair-data.ts';

export type AskedStep = { pairId: string; names: string; step: Step };

/** Says what a step will do, asks what it needs, and takes it. */
export function StepDialog({ asked, onClose }: { asked: AskedStep | null; onClose: () => void }) {
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      title={asked === null ? '' : stepWords[asked.step].label}
      closeButtonProps={{ 'aria-label': shellWords.close }}
    >
      {asked !== null && <StepForm key={`${asked.pairId} ${asked.step}`} asked={asked} onClose={onClose} />}
    </Modal>
  );
}

function StepForm({ asked, onClose }: { asked: AskedStep; onClose: () => void }) {
  const { step, pairId, names } = asked;
  const [note, setNote] = useState('');
  const [reason, setReason] = useState<EndReason>('by-agreement');
  const taking = useStep(pairId);
  const words = stepWords[step];
  const take = () =>
    taking.mutate(
      { step, note, reason },
      {
        onSuccess() {
          notifications.show({ message: pairPanelWords.moved });
          onClose();
        },
      },
    );
  return (
    <Stack>
      <Text fw={600}>{names}</Text>
      <Text>{words.warning}</Text>
      <Problem error={taking.error} />
      {step === 'end' && (
        <Select
          label={stepWords.reason}
          data={[...endReasonChoices]}
          value={reason}
          allowDeselect={false}
          onChange={(value) => setReason((value ?? 'other') as EndReason)}
        />
      )}
      {words.field !== '' && (
        <Textarea
          label={words.field}
          value={note}
          maxLength={step === 'complete' ? 1000 : 500}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {shellWords.cancel}
        </Button>
        <Button
          color={step === 'withdraw' || step === 'end' ? 'red' : 'blue'}
          loading={taking.isPending}
          onClick={take}
        >
          {words.label}
        </Button>
      </Group>
    </Stack>
  );
}
