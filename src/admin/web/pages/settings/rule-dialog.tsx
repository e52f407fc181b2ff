import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { answered, ask, client, newKey } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { type Rule, type RuleForm, rulesKey } from './rule-data.ts';

const words = settingsWords.rules;

const fresh: RuleForm = {
  anchor: 'due',
  offsetDays: -14,
  repeatDays: null,
  audience: 'responsible',
  active: true,
};

type Props = { ruleKey: string | null; onClose: () => void };

/** A rule being changed, or a new one. */
export function RuleDialog({ ruleKey, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.editTitle}
      closeButtonProps={{ 'aria-label': shellWords.close }}
    >
      {ruleKey === null ? (
        <Editor ruleKey={null} version="" rule={fresh} onClose={onClose} />
      ) : (
        <Known ruleKey={ruleKey} onClose={onClose} />
      )}
    </Modal>
  );
}

function Known({ ruleKey, onClose }: { ruleKey: string; onClose: () => void }) {
  const rule = useQuery({
    queryKey: [...rulesKey, ruleKey],
    // What somebody saved a moment ago must not be changed unseen.
    gcTime: 0,
    queryFn: () =>
      answered(client.GET('/api/settings/reminder-rules/{key}', { params: { path: { key: ruleKey } } })),
  });
  return (
    <Waiting query={rule}>
      {({ data, version }) => (
        <Editor ruleKey={ruleKey} version={version} rule={formOf(data)} onClose={onClose} />
      )}
    </Waiting>
  );
}

const formOf = ({ key: _, ...rule }: Rule) => rule as RuleForm;

function Editor({ ruleKey, version, rule, onClose }: Props & { version: string; rule: RuleForm }) {
  const [form, setForm] = useState(rule);
  const [once] = useState(newKey);
  const queries = useQueryClient();
  const over = async () => {
    onClose();
    await queries.invalidateQueries({ queryKey: rulesKey });
  };
  const saving = useMutation({
    mutationFn: (): Promise<unknown> =>
      ruleKey === null
        ? ask(
            client.POST('/api/settings/reminder-rules', { body: form, headers: { 'idempotency-key': once } }),
          )
        : ask(
            client.PUT('/api/settings/reminder-rules/{key}', {
              params: { path: { key: ruleKey } },
              body: form,
              headers: { 'if-match': version },
            }),
          ),
    onSuccess: over,
  });
  const removing = useMutation({
    mutationFn: (key: string) =>
      ask(client.DELETE('/api/settings/reminder-rules/{key}', { params: { path: { key } } })),
    onSuccess: over,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Stack gap="sm">
        <RuleFields form={form} set={(change) => setForm((old) => ({ ...old, ...change }))} />
        <Problem error={saving.error ?? removing.error} />
        <Group justify="space-between">
          {ruleKey === null ? (
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
          ) : (
            <ConfirmButton
              label={words.remove}
              warning={words.removeWarning}
              confirm={words.removeConfirm}
              variant="default"
              onConfirm={() => removing.mutateAsync(ruleKey)}
            />
          )}
          <Button type="submit" loading={saving.isPending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function RuleFields({ form, set }: { form: RuleForm; set: (change: Partial<RuleForm>) => void }) {
  return (
    <>
      <Select
        label={words.anchor}
        data={choices(words.anchors)}
        value={form.anchor}
        allowDeselect={false}
        onChange={(anchor) => set({ anchor: (anchor ?? 'due') as RuleForm['anchor'] })}
      />
      <NumberInput
        label={words.offset}
        value={form.offsetDays}
        min={-90}
        max={180}
        allowDecimal={false}
        required
        onChange={(value) => set({ offsetDays: Number(value) })}
      />
      <NumberInput
        label={words.repeat}
        value={form.repeatDays ?? ''}
        min={1}
        max={90}
        allowDecimal={false}
        onChange={(value) => set({ repeatDays: value === '' ? null : Number(value) })}
      />
      <Select
        label={words.audience}
        data={choices(words.audiences)}
        value={form.audience}
        allowDeselect={false}
        onChange={(audience) => set({ audience: (audience ?? 'responsible') as RuleForm['audience'] })}
      />
      <Checkbox
        label={words.isActive}
        checked={form.active}
        onChange={({ currentTarget }) => set({ active: currentTarget.checked })}
      />
    </>
  );
}
