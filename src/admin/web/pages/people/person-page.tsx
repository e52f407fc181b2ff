import { Anchor, Button, SimpleGrid, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { personWords as words } from '../../../../texts/panel/people.ts';
import type { paths } from '../../api-types.ts';
import { answered, client } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { fullNameOf } from '../../parts/person-name.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { PersonApplications, PersonRelatives, PersonRequests, PersonTasks } from './person-affairs.tsx';
import { PersonConsents } from './person-consents.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonLinks } from './person-links.tsx';
import { PersonMessages } from './person-messages.tsx';
import { PersonPosts } from './person-posts.tsx';

type Answer = paths['/api/people/{id}']['get']['responses'][200]['content']['application/json'];
export type Card = Answer['card'];
export type May = Answer['may'];
/** One part of the page: what it shows, what may be done, and how to see what came of it. */
export type PartProps = { card: Card; may: May; again: () => Promise<unknown> };

/** Everything about one person. */
export function PersonPage() {
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const queryKey = ['person', id];
  const person = useQuery({
    queryKey,
    queryFn: () => answered(client.GET('/api/people/{id}', { params: { path: { id } } })),
  });
  const again = async () => {
    await queries.invalidateQueries({ queryKey });
    await queries.invalidateQueries({ queryKey: ['people'] });
  };
  return (
    <Waiting query={person}>
      {({ data: { card, may }, version }) => {
        const part = { card, may, again };
        return (
          <>
            <Anchor component={Link} href="/people">
              {words.back}
            </Anchor>
            <PageHead title={fullNameOf(card.facts)}>
              {may.standFor && (
                <Button component={Link} href={`/people/${id}/double`} variant="default">
                  {words.merge}
                </Button>
              )}
            </PageHead>
            <SimpleGrid cols={{ base: 1, lg: 2 }} mb="md">
              <Stack>
                <PersonFacts {...part} version={version} />
                <PersonPosts {...part} />
                <PersonLinks {...part} />
                <PersonRelatives card={card} />
              </Stack>
              <Stack>
                <PersonApplications card={card} />
                <PersonConsents {...part} />
                <PersonTasks card={card} />
                <PersonRequests card={card} />
              </Stack>
            </SimpleGrid>
            <PersonMessages personId={id} />
          </>
        );
      }}
    </Waiting>
  );
}
