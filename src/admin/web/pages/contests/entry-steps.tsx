import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { EntryStep } from '../../../../domain/contests/entry-steps.ts';
import { stepWords, entryWords as words } from '../../../../texts/panel/entries.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { PersonSelect } from '../../parts/person-select.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { useMay } from '../../self.ts';
import type { Contest } from './contest-types.ts';
import { type StepBody, useStep } from './entry-types.ts';

type Stepped = { id: string; may: readonly EntryStep[]; nominationId: string | null };
type Props = { contest: Contest; entry: Stepped; step: EntryStep };

/** Everything that may be done with a work now. */
export function EntrySteps({ contest, entry }: { contest: Contest; entry: Stepped }) {
  const mayWrite = useMay('contests:write');
  if (!mayWrite || contest.kind === 'event') return null;
  const steps = entry.may.filter((step) => step !== 'marks-seen' && !isIdle(step, contest));
  return (
    <SectionCard title={words.steps}>
      {steps.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noSteps}
        </Text>
      ) : (
        <Group gap="xs">
          {steps.map((step) => (
            <StepButton key={step} contest={contest} entry={entry} step={step} />
          ))}
        </Group>
      )}
    </SectionCard>
  );
}

/** With one nomination there is nothing to choose, unless it lacks it. */
function isIdle(step: EntryStep, { settings }: Contest): boolean {
  return step === 'nominate' && settings.nominations.length < 1;
}

const immediate: readonly EntryStep[] = ['check', 'marks-seen'];
const harsh: readonly EntryStep[] = ['reject', 'withdraw', 'dismiss'];

/** A step of one click, or one that first asks for what it needs. */
export function StepButton({ contest, entry, step }: Props) {
  const [opened, { open, close }] = useDisclosure(false);
  const stepping = useStep(contest.id, entry.id);
  const isImmediate = immediate.includes(step);
  return (
    <>
      <Button
        variant={step === 'accept' || step === 'assign' ? 'filled' : 'default'}
        {...(harsh.includes(step) && { c: 'red' })}
        size="sm"
        loading={isImmediate && stepping.isPending}
        onClick={() => (isImmediate ? stepping.mutate({ step } as StepBody) : open())}
      >
        {stepWords[step].label}
      </Button>
      {isImmediate && <Problem error={stepping.error} />}
      <Modal
        opened={opened}
        onClose={close}
        title={stepWords[step].label}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        <StepForm contest={contest} entry={entry} step={step} stepping={stepping} onDone={close} />
      </Modal>
    </>
  );
}

const withReason: readonly EntryStep[] = ['accept', 'mend', 'reject', 'withdraw', 'dismiss'];

function StepForm({
  contest,
  entry,
  step,
  stepping,
  onDone,
}: Props & { stepping: ReturnType<typeof useStep>; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const [nominationId, setNominationId] = useState(entry.nominationId);
  const body = bodyOf(step, { reason: reason.trim(), personId, nominationId });
  const nominations = contest.settings.nominations.flatMap(({ id: value, title: label, archived }) =>
    value === null || archived ? [] : [{ value, label }],
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== null) stepping.mutate(body, { onSuccess: onDone });
      }}
    >
      <Stack>
        <Text>{stepWords[step].warning}</Text>
        <Problem error={stepping.error} />
        {withReason.includes(step) && (
          <Textarea
            label={step === 'withdraw' ? words.reasonOptional : words.reason}
            required={step !== 'withdraw'}
            maxLength={500}
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
        {step === 'nominate' && (
          <Select
            label={words.nomination}
            data={nominations}
            value={nominationId}
            onChange={setNominationId}
          />
        )}
        {step === 'assign' && (
          <PersonSelect
            label={words.person}
            hint={words.personHint}
            value={personId}
            onChange={setPersonId}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shellWords.cancel}
          </Button>
          <Button
            type="submit"
            {...(harsh.includes(step) && { color: 'red' })}
            disabled={body === null}
            loading={stepping.isPending}
          >
            {stepWords[step].label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** `null` while something lacks. */
function bodyOf(
  step: EntryStep,
  {
    reason,
    personId,
    nominationId,
  }: { reason: string; personId: string | null; nominationId: string | null },
): StepBody | null {
  switch (step) {
    case 'accept':
    case 'mend':
    case 'reject':
    case 'dismiss':
      return reason === '' ? null : { step, reason };
    case 'withdraw':
    case 'restore':
      return { step, reason };
    case 'nominate':
      return nominationId === null ? null : { step, nominationId };
    case 'assign':
      return personId === null ? null : { step, personId };
    default:
      return { step };
  }
}
