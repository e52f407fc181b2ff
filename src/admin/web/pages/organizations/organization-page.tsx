import { Anchor, Button, Modal, SimpleGrid, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { organizationWords as words } from '../../../../texts/panel/organizations.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { paths } from '../../api-types.ts';
import { answered, ask, client } from '../../client.ts';
import { ConflictDialog, conflictIn } from '../../parts/conflict-dialog.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { type OrganizationFacts, OrganizationForm } from './organization-form.tsx';

type Answer = paths['/api/organizations/{id}']['get']['responses'][200]['content']['application/json'];
type Card = Answer['card'];

/** One organization: what it is called, who runs the programme there, how it stands. */
export function OrganizationPage() {
  const { id = '' } = useParams();
  const organization = useQuery({
    queryKey: ['organization', id, 'card'],
    queryFn: () => answered(client.GET('/api/organizations/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <Anchor component={Link} href="/organizations">
        {words.back}
      </Anchor>
      <Waiting query={organization}>
        {({ data: { card, mayEdit }, version }) => (
          <>
            <PageHead title={card.facts.shortName} hint={card.facts.name}>
              {mayEdit && <Edit card={card} version={version} />}
            </PageHead>
            <SimpleGrid cols={{ base: 1, lg: 2 }}>
              <Counts card={card} />
              <StaffOf card={card} />
            </SimpleGrid>
          </>
        )}
      </Waiting>
    </>
  );
}

function Counts({ card: { id, facts, counts } }: { card: Card }) {
  const decides = useMay('applications:decide');
  return (
    <SectionCard title={words.counts}>
      <Text>
        {words.kind}: {words.kinds[facts.kind]}
      </Text>
      {facts.aliases.length > 0 && (
        <Text>
          {words.aliases}: {facts.aliases.join(', ')}
        </Text>
      )}
      <Text>
        {words.columns.mentors}: {counts.mentors}, {words.columns.mentees.toLowerCase()}: {counts.mentees}
      </Text>
      <Text>
        {words.columns.tasks}: {words.tasks(counts.tasks)}
      </Text>
      <Anchor component={Link} href={`/people?organizationId=${id}`}>
        {words.people}: {counts.people}
      </Anchor>
      {decides && counts.waiting > 0 && (
        <Anchor component={Link} href={`/applications?organizationId=${id}`}>
          {words.waiting(counts.waiting)}
        </Anchor>
      )}
    </SectionCard>
  );
}

function StaffOf({ card: { staff } }: { card: Card }) {
  return (
    <SectionCard title={words.staff}>
      {staff.length === 0 && <Text c="dimmed">{words.noStaff}</Text>}
      {staff.map((person) => (
        <Text key={`${person.id} ${person.role}`}>
          <PersonName person={person} /> — {roleNames[person.role]}
        </Text>
      ))}
    </SectionCard>
  );
}

const labels = {
  kind: words.kind,
  name: words.name,
  shortName: words.shortName,
  aliases: words.aliases,
};

function Edit({ card, version }: { card: Card; version: string }) {
  const [opened, { open, close }] = useDisclosure(false);
  const [mine, setMine] = useState<OrganizationFacts>(card.facts);
  const queries = useQueryClient();
  const again = async () => {
    await queries.invalidateQueries({ queryKey: ['organization', card.id] });
    await queries.invalidateQueries({ queryKey: ['organizations'] });
    close();
  };
  const saving = useMutation({
    mutationFn: ({ facts, upon }: { facts: OrganizationFacts; upon: string }) =>
      ask(
        client.PATCH('/api/organizations/{id}', {
          params: { path: { id: card.id } },
          body: facts,
          headers: { 'if-match': upon },
        }),
      ),
    onSuccess: again,
  });
  const conflict = conflictIn<OrganizationFacts>(saving.error);
  const save = (facts: OrganizationFacts, upon: string) => {
    setMine(facts);
    saving.mutate({ facts, upon });
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        {words.edit}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={words.edit}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        {opened && (
          <OrganizationForm
            facts={card.facts}
            error={conflict === null ? saving.error : null}
            pending={saving.isPending}
            onSave={(facts) => save(facts, version)}
            onCancel={close}
          />
        )}
      </Modal>
      <ConflictDialog
        conflict={conflict}
        mine={mine}
        labels={labels}
        onKeepMine={(upon) => save(mine, upon)}
        onTakeTheirs={() => {
          saving.reset();
          void again();
        }}
      />
    </>
  );
}
