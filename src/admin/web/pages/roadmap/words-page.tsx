import { Badge, Button, Group, Modal, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Place, places } from '../../../../domain/roadmap/responsible.ts';
import { roadmapWords, responsibleWords as words } from '../../../../texts/panel/roadmap.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { say } from '../../parts/say.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { targetText } from './target-text.ts';

type Word = paths['/api/responsible-words']['get']['responses'][200]['content']['application/json'][number];
type Target = Omit<Word['targets'][number], 'organizationName'>;

const officeRoles = ['coordinator', 'office-head', 'office-deputy-head'] as const;
const schoolRoles = ['curator', 'deputy-head', 'head', 'association-head', 'mentor'] as const;
const rolesAt: Record<Place, readonly Target['role'][]> = {
  'each-organization': schoolRoles,
  office: officeRoles,
  partner: ['head', 'deputy-head', 'curator', 'mentor'],
};
const first: Target = { place: 'each-organization', role: 'curator', organizationId: null };

/** What the words of the column «Ответственные исполнители» mean; unknown ones first. */
export function WordsPage() {
  const all = useQuery({
    queryKey: ['roadmap', 'words'],
    queryFn: () => ask(client.GET('/api/responsible-words')),
  });
  const mayWrite = useMay('roadmap:write');
  const [edited, setEdited] = useState<Word | null>(null);
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Waiting query={all}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={words.nothing} />
          ) : (
            <Stack gap="xs">
              {found.map((word) => (
                <Line key={word.phrase} word={word} edit={mayWrite ? () => setEdited(word) : null} />
              ))}
            </Stack>
          )
        }
      </Waiting>
      {edited !== null && <Editor key={edited.phrase} word={edited} close={() => setEdited(null)} />}
    </>
  );
}

function Line({ word, edit }: { word: Word; edit: (() => void) | null }) {
  return (
    <Paper withBorder p="sm" radius="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={600}>{word.phrase}</Text>
          {word.unknown ? (
            <Badge color="red" variant="outline" tt="none">
              {words.unknown}
            </Badge>
          ) : (
            <Text size="sm">{word.targets.map(targetText).join('; ')}</Text>
          )}
          <Text size="xs" c="dimmed">
            {words.items(word.items)}
          </Text>
        </div>
        {edit !== null && (
          <Button
            variant="default"
            size="xs"
            onClick={edit}
            aria-label={`${word.unknown ? words.edit : words.change}: ${word.phrase}`}
          >
            {word.unknown ? words.edit : words.change}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

function Editor({ word, close }: { word: Word; close: () => void }) {
  const queries = useQueryClient();
  const known = word.targets.map(({ place, role, organizationId }) => ({ place, role, organizationId }));
  const [targets, setTargets] = useState<readonly Target[]>(known.length === 0 ? [first] : known);
  const saving = useMutation({
    mutationFn: () =>
      ask(
        client.PUT('/api/responsible-words', {
          body: { phrase: word.phrase, targets: [...targets] },
          headers: { 'if-match': `"${word.version}"` },
        }),
      ),
    onSuccess: async ({ tasks }) => {
      say(words.saved(tasks));
      close();
      await queries.invalidateQueries();
    },
  });
  const change = (at: number, target: Target) =>
    setTargets(targets.map((each, index) => (index === at ? target : each)));
  return (
    <Modal
      opened
      onClose={close}
      title={words.dialog(word.phrase)}
      size="lg"
      closeButtonProps={{ 'aria-label': shellWords.close }}
    >
      <Stack>
        <Text size="sm">{words.warning}</Text>
        <Problem error={saving.error} />
        {targets.map((target, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else to be told by
          <Group key={at} align="flex-end">
            <TargetFields target={target} change={(next) => change(at, next)} />
            {targets.length > 1 && (
              <Button
                variant="subtle"
                color="red"
                onClick={() => setTargets(targets.filter((_, index) => index !== at))}
              >
                {words.remove}
              </Button>
            )}
          </Group>
        ))}
        <Group justify="space-between">
          <Button variant="default" onClick={() => setTargets([...targets, first])}>
            {words.add}
          </Button>
          <Button onClick={() => saving.mutate()} loading={saving.isPending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function TargetFields({ target, change }: { target: Target; change: (target: Target) => void }) {
  const partners = useQuery({
    queryKey: ['organizations', 'partners'],
    queryFn: () =>
      ask(client.GET('/api/organizations', { params: { query: { kind: 'partner', size: 100 } } })),
    enabled: target.place === 'partner',
  });
  const named = partners.data?.items ?? [];
  return (
    <>
      <NativeSelect
        label={words.place}
        value={target.place}
        onChange={({ currentTarget }) => {
          const place = places.find((each) => each === currentTarget.value) ?? 'office';
          const [role = 'coordinator'] = rolesAt[place];
          change({ place, role, organizationId: null });
        }}
        data={places.map((value) => ({ value, label: roadmapWords.places[value] }))}
      />
      <NativeSelect
        label={words.role}
        value={target.role}
        onChange={({ currentTarget }) => {
          const role = rolesAt[target.place].find((each) => each === currentTarget.value);
          if (role !== undefined) change({ ...target, role });
        }}
        data={rolesAt[target.place].map((value) => ({ value, label: roleNames[value] }))}
      />
      {target.place === 'partner' && (
        <NativeSelect
          label={words.partner}
          value={target.organizationId ?? ''}
          description={partners.isSuccess && named.length === 0 ? words.noPartners : undefined}
          onChange={({ currentTarget }) => change({ ...target, organizationId: currentTarget.value || null })}
          data={[
            { value: '', label: '' },
            ...named.map(({ id, shortName }) => ({ value: id, label: shortName })),
          ]}
        />
      )}
    </>
  );
}
