import { Alert, Anchor, Button, Group, List, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { diplomaKinds } from '../../../../domain/diplomas/diploma.ts';
import {
  designFaultWords,
  diplomaKindWords,
  designWords as words,
} from '../../../../texts/panel/diplomas.ts';
import { ask, client } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { say } from '../../parts/say.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { takePdf } from '../../parts/take-pdf.ts';
import { Waiting } from '../../parts/waiting.tsx';
import {
  type Design,
  type DiplomaKind,
  type DiplomaTemplates,
  templatesKey,
  useDiplomaTemplates,
} from './award-types.ts';
import { DesignEditor } from './design-editor.tsx';

type OfKind = DiplomaTemplates['items'][number];

/** By what diplomas, letters of thanks and certificates are printed. */
export function DiplomaTemplatesPage() {
  const [kind, setKind] = useState<DiplomaKind>('diploma');
  const found = useDiplomaTemplates();
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <Anchor component={Link} href="/contests">
          {words.back}
        </Anchor>
      </PageHead>
      <Waiting query={found}>
        {({ items, fields }) => (
          <Stack maw={820}>
            <Select
              label={words.kind}
              allowDeselect={false}
              value={kind}
              data={diplomaKinds.map((value) => ({ value, label: diplomaKindWords[value] }))}
              onChange={(value) => value !== null && setKind(value as DiplomaKind)}
            />
            {items
              .filter((each) => each.kind === kind)
              .map((each) => (
                <OneKind key={each.kind} of={each} />
              ))}
            <SectionCard title={words.fields}>
              <Text size="sm">{words.fieldsHint}</Text>
              <Text size="sm">{fields.map((name) => `{${name}}`).join(' ')}</Text>
            </SectionCard>
          </Stack>
        )}
      </Waiting>
    </>
  );
}

const builtIn = 'built-in';

function OneKind({ of }: { of: OfKind }) {
  const current = of.versions.find(({ id }) => id === of.currentId);
  const [base, setBase] = useState(current?.id ?? builtIn);
  const [name, setName] = useState<string>(current?.name ?? words.usualName);
  const [design, setDesign] = useState<Design>(current?.design ?? of.builtIn);
  const choose = (id: string) => {
    const chosen = of.versions.find((each) => each.id === id);
    setBase(id);
    setName(chosen?.name ?? words.usualName);
    setDesign(chosen?.design ?? of.builtIn);
  };
  return (
    <Stack>
      <Group align="flex-end">
        <Select
          label={words.base}
          allowDeselect={false}
          value={base}
          data={[
            { value: builtIn, label: words.builtIn },
            ...of.versions.map((each) => ({
              value: each.id,
              label: `${words.versionOf(each.name, each.version)}${each.archivedAt === null ? '' : `, ${words.archived}`}`,
            })),
          ]}
          onChange={(id) => id !== null && choose(id)}
        />
        <Archiving of={of} id={base} />
      </Group>
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <DesignEditor design={design} onChange={setDesign} />
      <Keeping kind={of.kind} name={name} design={design} onKept={setBase} />
    </Stack>
  );
}

function Archiving({ of, id }: { of: OfKind; id: string }) {
  const cache = useQueryClient();
  const archiving = useMutation({
    mutationFn: (archived: boolean) =>
      ask(
        client.POST('/api/diploma-templates/{id}/archive', { params: { path: { id } }, body: { archived } }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: templatesKey }),
  });
  const version = of.versions.find((each) => each.id === id);
  if (version === undefined) return null;
  const isLive = version.archivedAt === null;
  return (
    <>
      <Problem error={archiving.error} />
      <Button variant="default" loading={archiving.isPending} onClick={() => archiving.mutate(isLive)}>
        {isLive ? words.archive : words.restore}
      </Button>
    </>
  );
}

type KeepingProps = { kind: DiplomaKind; name: string; design: Design; onKept: (id: string) => void };

function Keeping({ kind, name, design, onKept }: KeepingProps) {
  const cache = useQueryClient();
  const saving = useMutation({
    mutationFn: () => ask(client.POST('/api/diploma-templates', { body: { kind, name, design } })),
    onSuccess: async ({ template }) => {
      await cache.invalidateQueries({ queryKey: templatesKey });
      if (template === null) return;
      say(words.saved);
      onKept(template.id);
    },
  });
  const sample = useMutation({
    mutationFn: () => takePdf('/api/diploma-templates/preview', { kind, design }, `${words.preview}.pdf`),
  });
  const faults = saving.data?.faults ?? [];
  return (
    <Stack gap="xs">
      <Problem error={saving.error ?? sample.error} />
      {faults.length > 0 && (
        <Alert color="red" title={words.faults} role="alert">
          <List size="sm">
            {faults.map((fault) => (
              <List.Item key={JSON.stringify(fault)}>{designFaultWords(fault as never)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Group>
        <Button loading={saving.isPending} disabled={name.trim() === ''} onClick={() => saving.mutate()}>
          {words.save}
        </Button>
        <Button variant="default" loading={sample.isPending} onClick={() => sample.mutate()}>
          {words.preview}
        </Button>
      </Group>
    </Stack>
  );
}
