import { Anchor, Checkbox, Group, Pill, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type AwardGroup, awardGroups } from '../../../../domain/diplomas/awarding.ts';
import { diplomaKinds } from '../../../../domain/diplomas/diploma.ts';
import { designWords, diplomaKindWords, diplomaWords as words } from '../../../../texts/panel/diplomas.ts';
import { ask, client, newKey } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { PersonSelect } from '../../parts/person-select.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { AwardList } from './award-list.tsx';
import {
  type AwardLine,
  type Chosen,
  type Correction,
  useAwardsRefresh,
  useCandidates,
  useDiplomaTemplates,
} from './award-types.ts';

/** The list before anything is given: groups, names in their cases, templates, and the button that gives. */
export function AwardPart({ contestId, onOrdered }: { contestId: string; onOrdered: (id: string) => void }) {
  const [personIds, setPersonIds] = useState<string[]>([]);
  const [corrections, setCorrections] = useState<Correction[]>([]);
  const [groups, setGroups] = useState<AwardGroup[]>(['diplomas', 'certificates']);
  const [templates, setTemplates] = useState<Chosen>({});
  const found = useCandidates(contestId, personIds, corrections);
  const correct = (next: Correction) =>
    setCorrections([...corrections.filter(({ personId }) => personId !== next.personId), next]);
  const thank = (id: string) => {
    setPersonIds([...new Set([...personIds, id])]);
    setGroups([...new Set<AwardGroup>([...groups, 'people'])]);
  };
  return (
    <SectionCard title={words.giveTitle}>
      <Text size="sm" c="dimmed">
        {words.giveHint}
      </Text>
      <Waiting query={found}>
        {({ items }) => {
          const left = items.filter(({ issued }) => issued === null);
          const lines = left.filter(({ group }) => groups.includes(group));
          const wish = { personIds, corrections, templates };
          return (
            <Stack gap="sm">
              <Groups left={left} groups={groups} onChange={setGroups} />
              <Thanked items={items} personIds={personIds} onAdd={thank} onChange={setPersonIds} />
              <Templates chosen={templates} onChange={setTemplates} />
              <GiveButton
                contestId={contestId}
                lines={lines}
                body={{ ...wish, groups, count: lines.length }}
                onOrdered={onOrdered}
              />
              <AwardList contestId={contestId} lines={lines} wish={wish} onCorrect={correct} />
            </Stack>
          );
        }}
      </Waiting>
    </SectionCard>
  );
}

type GroupsProps = {
  left: readonly AwardLine[];
  groups: AwardGroup[];
  onChange: (groups: AwardGroup[]) => void;
};

function Groups({ left, groups, onChange }: GroupsProps) {
  return (
    <Checkbox.Group value={groups} onChange={(next) => onChange(next as AwardGroup[])}>
      <Stack gap="xs">
        {awardGroups.map((group) => (
          <Checkbox
            key={group}
            value={group}
            label={words.groupOf(words.groups[group], left.filter((line) => line.group === group).length)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

type ThankedProps = {
  items: readonly AwardLine[];
  personIds: string[];
  onAdd: (id: string) => void;
  onChange: (ids: string[]) => void;
};

function Thanked({ items, personIds, onAdd, onChange }: ThankedProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const nameOf = (id: string) =>
    items.find(({ personId }) => personId === id)?.recipient.name.nominative ?? `№ ${id}`;
  return (
    <>
      <PersonSelect
        label={words.thank}
        hint={words.thankHint}
        value={chosen}
        onChange={(id) => {
          setChosen(null);
          if (id !== null) onAdd(id);
        }}
      />
      <Pill.Group>
        {personIds.map((id) => (
          <Pill
            key={id}
            withRemoveButton
            removeButtonProps={{
              'aria-label': words.thankNot(nameOf(id)),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => onChange(personIds.filter((each) => each !== id))}
          >
            {nameOf(id)}
          </Pill>
        ))}
      </Pill.Group>
    </>
  );
}

function Templates({ chosen, onChange }: { chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const found = useDiplomaTemplates();
  return (
    <Group align="flex-end">
      {diplomaKinds.map((kind) => {
        const versions = found.data?.items.find((each) => each.kind === kind)?.versions ?? [];
        const live = versions.filter(({ archivedAt }) => archivedAt === null);
        if (live.length < 2) return null;
        return (
          <Select
            key={kind}
            label={`${words.templates}: ${diplomaKindWords[kind]}`}
            placeholder={words.usualTemplate}
            clearable
            value={chosen[kind] ?? null}
            data={live.map(({ id, name, version }) => ({
              value: id,
              label: designWords.versionOf(name, version),
            }))}
            onChange={(id) => {
              const { [kind]: _, ...others } = chosen;
              onChange(id === null ? others : { ...others, [kind]: id });
            }}
          />
        );
      })}
      <Anchor component={Link} href="/diploma-templates" size="sm">
        {words.designs}
      </Anchor>
    </Group>
  );
}

type GiveProps = {
  contestId: string;
  lines: readonly AwardLine[];
  body: {
    groups: AwardGroup[];
    personIds: string[];
    corrections: Correction[];
    templates: Chosen;
    count: number;
  };
  onOrdered: (errandId: string) => void;
};

function GiveButton({ contestId, lines, body, onOrdered }: GiveProps) {
  const refresh = useAwardsRefresh(contestId);
  const giving = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/contests/{id}/diplomas', {
          params: { path: { id: contestId } },
          headers: { 'idempotency-key': newKey() },
          body,
        }),
      ),
    onSuccess: ({ id }) => onOrdered(id),
    onSettled: refresh,
  });
  const doubts = lines.filter(({ doubtful }) => doubtful).length;
  return (
    <>
      <Problem error={giving.error} />
      <Group role="status">
        <Text fw={600}>{lines.length === 0 ? words.nobody : words.summary(lines.length)}</Text>
        {lines.length > 0 && <Text>{doubts > 0 ? words.doubts(doubts) : words.noDoubts}</Text>}
      </Group>
      {lines.length > 0 && (
        <div>
          <ConfirmButton
            label={words.give(lines.length)}
            warning={words.giveWarning(lines.length, doubts)}
            confirm={words.giveConfirm}
            loading={giving.isPending}
            onConfirm={() => giving.mutateAsync()}
          />
        </div>
      )}
    </>
  );
}
