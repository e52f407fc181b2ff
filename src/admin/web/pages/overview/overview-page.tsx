import './charts.css';
import { Button, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { overviewWords as words } from '../../../../texts/panel/overview.ts';
import { roadmapWords } from '../../../../texts/panel/roadmap.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { OverviewCards } from './overview-cards.tsx';
import { ProgressMap } from './progress-map.tsx';
import { TimelineChart } from './timeline-chart.tsx';

export type Overview = paths['/api/overview']['get']['responses'][200]['content']['application/json'];

/** What needs somebody now, and how far everything is. */
export function OverviewPage() {
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => ask(client.GET('/api/overview')) });
  return (
    <>
      <PageHead title={words.title} />
      <Waiting query={overview}>
        {(seen) => (
          <Stack gap="lg">
            {seen.roadmap === null && <FirstSteps />}
            <OverviewCards overview={seen} />
            {seen.roadmap !== null && <Charts roadmapId={seen.roadmap.id} />}
          </Stack>
        )}
      </Waiting>
    </>
  );
}

function FirstSteps() {
  const mayImport = useMay('roadmap:write');
  return (
    <Empty title={words.noRoadmap} hint={words.noRoadmapHint}>
      {mayImport && (
        <Button component={Link} href="/roadmap/import">
          {words.toImport}
        </Button>
      )}
    </Empty>
  );
}

function Charts({ roadmapId }: { roadmapId: string }) {
  const [chosen, setChosen] = useState(roadmapId);
  const query = { roadmap: chosen };
  const roadmaps = useQuery({
    queryKey: ['roadmap', 'all'],
    queryFn: () => ask(client.GET('/api/roadmaps')),
  });
  const progress = useQuery({
    queryKey: ['overview', 'progress', chosen],
    queryFn: () => ask(client.GET('/api/overview/progress', { params: { query } })),
  });
  const timeline = useQuery({
    queryKey: ['overview', 'timeline', chosen],
    queryFn: () => ask(client.GET('/api/overview/timeline', { params: { query } })),
  });
  const all = roadmaps.data ?? [];
  return (
    <Stack gap="lg">
      {all.length > 1 && (
        <NativeSelect
          label={roadmapWords.which}
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={all.map(({ id, title, period }) => ({ value: id, label: roadmapWords.named(title, period) }))}
          maw={640}
        />
      )}
      <Paper withBorder p="md" radius="md">
        <Title order={2} size="h4">
          {words.progress}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {words.progressHint}
        </Text>
        <Waiting query={progress}>{(seen) => <ProgressMap progress={seen} />}</Waiting>
      </Paper>
      <Paper withBorder p="md" radius="md">
        <Title order={2} size="h4" mb="sm">
          {words.timeline}
        </Title>
        <Waiting query={timeline}>{(seen) => <TimelineChart timeline={seen} />}</Waiting>
      </Paper>
    </Stack>
  );
}
