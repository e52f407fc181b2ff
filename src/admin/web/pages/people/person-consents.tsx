import { Anchor, Badge, FileInput, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { consentTitles } from '../../../../texts/consent-names.ts';
import { personWords as words } from '../../../../texts/panel/people.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { fullNameOf } from '../../parts/person-name.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { upload } from '../../parts/upload.ts';
import { dayOf } from '../../parts/when.ts';
import { useMay } from '../../self.ts';
import type { Card, PartProps } from './person-page.tsx';

type Consent = Card['consents'][number];
type Kind = Card['lacks'][number];

export function PersonConsents({ card, may, again }: PartProps) {
  return (
    <SectionCard title={words.consents}>
      {card.lacks.map((kind) => (
        <Lack key={kind} personId={card.id} kind={kind} mayReceive={may.edit} again={again} />
      ))}
      {card.consents.length === 0 && <Text c="dimmed">{words.noConsents}</Text>}
      {card.consents.map((consent) => (
        <ConsentLine key={consent.id} consent={consent} personId={card.id} maySee={may.seeContacts} />
      ))}
    </SectionCard>
  );
}

type LackProps = { personId: string; kind: Kind; mayReceive: boolean; again: () => Promise<unknown> };

function Lack({ personId, kind, mayReceive, again }: LackProps) {
  const mayPrint = useMay('documents:write');
  return (
    <Group justify="space-between" wrap="wrap">
      <Text>
        <Badge color="orange" variant="light" mr="xs">
          {words.lacking}
        </Badge>
        {consentTitles[kind]}
      </Text>
      <Group gap="sm">
        {mayPrint && (
          <Anchor href={`/api/documents/consents/${personId}/${kind}`} download size="sm">
            {words.print}
          </Anchor>
        )}
        {mayReceive && <ReceivePaper personId={personId} kind={kind} again={again} />}
      </Group>
    </Group>
  );
}

/** A signed original is here. */
export function ReceivePaper({ personId, kind, again }: Omit<LackProps, 'mayReceive'>) {
  const [scan, setScan] = useState<File | null>(null);
  const receiving = useMutation({
    mutationFn: () => upload(`/api/people/${personId}/consents?kind=${kind}`, scan),
    onSuccess: again,
  });
  return (
    <ConfirmButton
      label={`${words.paper}: ${consentTitles[kind]}`}
      warning={words.paperHint}
      confirm={words.paperConfirm}
      variant="default"
      size="xs"
      loading={receiving.isPending}
      onConfirm={() => receiving.mutateAsync()}
    >
      <Problem error={receiving.error} />
      <FileInput
        placeholder={shellWords.chooseFile}
        label={words.paperFile}
        value={scan}
        onChange={setScan}
        accept="application/pdf,image/*"
        clearable
      />
    </ConfirmButton>
  );
}

function ConsentLine({ consent, personId, maySee }: { consent: Consent; personId: string; maySee: boolean }) {
  const { id, kind, version, current, way, givenAt, givenBy, withdrawnAt, hasScan } = consent;
  const said = [
    words.version(version),
    words.ways[way],
    dayOf(givenAt),
    ...(givenBy.id === personId ? [] : [words.givenBy(fullNameOf(givenBy))]),
    ...(withdrawnAt === null ? [] : [words.withdrawn(dayOf(withdrawnAt))]),
    ...(current || withdrawnAt !== null ? [] : [words.outdated]),
  ];
  return (
    <div>
      <Text {...(withdrawnAt !== null && { td: 'line-through' })}>{consentTitles[kind]}</Text>
      <Text size="sm" c="dimmed">
        {said.join(', ')}
        {hasScan && maySee && (
          <>
            {' · '}
            <Anchor href={`/api/consents/${id}/scan`} download>
              {words.scan}
            </Anchor>
          </>
        )}
      </Text>
    </div>
  );
}
