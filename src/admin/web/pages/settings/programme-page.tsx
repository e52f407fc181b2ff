import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsWords as words } from '../../../../texts/panel/settings.ts';
import { answered, client } from '../../client.ts';
import { ConflictDialog, conflictIn } from '../../parts/conflict-dialog.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { DaysFields, type Form, HoursFields, OperatorFields, type View } from './programme-fields.tsx';
import { SettingsHead } from './settings-head.tsx';

const key = ['settings', 'programme'];
const texts = words.programme;

/** Name, hours, operator, how long what is kept. */
export function ProgrammePage() {
  const programme = useQuery({
    queryKey: key,
    queryFn: () => answered(client.GET('/api/settings/programme')),
  });
  return (
    <>
      <SettingsHead title={words.title} hint={words.hint} />
      <Waiting query={programme}>
        {(seen) => <ProgrammeForm key={seen.version} view={seen.data} version={seen.version} />}
      </Waiting>
    </>
  );
}

const labels = {
  name: texts.name,
  timeZone: texts.timeZone,
  workFrom: texts.workFrom,
  workTo: texts.workTo,
  operator: texts.operatorLegend,
  retention: texts.retentionLegend,
  privacy: texts.retentionLegend,
};

function ProgrammeForm({ view, version }: { view: View; version: string }) {
  const { demo, naming, ...before } = view;
  const [form, setForm] = useState<Form>(before);
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (upon: string) =>
      answered(client.PUT('/api/settings/programme', { body: form, headers: { 'if-match': upon } })),
    onSuccess(saved) {
      queries.setQueryData(key, saved);
      notifications.show({ message: words.saved });
    },
  });
  const conflict = conflictIn<View>(saving.error);
  const error = conflict === null ? saving.error : null;
  const set = (change: Partial<Form>) => setForm((old) => ({ ...old, ...change }));
  const may = useMay('settings:write');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(version);
      }}
    >
      <Stack maw={720}>
        {demo && <Alert color="yellow">{words.demo}</Alert>}
        <HoursFields form={form} set={set} error={error} />
        <OperatorFields form={form} set={set} />
        <DaysFields form={form} set={set} />
        <Naming naming={naming} />
        <Problem error={error} />
        {may && (
          <Group>
            <Button type="submit" loading={saving.isPending}>
              {words.save}
            </Button>
          </Group>
        )}
      </Stack>
      <ConflictDialog<Form>
        conflict={conflict}
        mine={form}
        labels={labels}
        shown={(_field, value) =>
          typeof value === 'object' && value !== null ? Object.values(value).join(', ') : String(value)
        }
        onTakeTheirs={() => {
          saving.reset();
          void queries.invalidateQueries({ queryKey: key });
        }}
        onKeepMine={(upon) => saving.mutate(upon)}
      />
    </form>
  );
}

function Naming({ naming }: Pick<View, 'naming'>) {
  return (
    <div>
      {naming.map(({ platform, name, mayNameOthers }) => (
        <Text key={platform} size="sm">
          {words.naming(name, mayNameOthers)}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {words.namingHint}
      </Text>
    </div>
  );
}
