import { Badge, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiWords as words } from '../../../../texts/panel/api.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';

type Operation = { summary?: string; tags?: string[]; 'x-power'?: string };
type Document = { paths: Record<string, Record<string, Operation>> };

/** The OpenAPI document for reading: what there is, and who may call it. */
export function ApiPage() {
  const document = useQuery({
    queryKey: ['openapi'],
    queryFn: async () => (await (await fetch('/api/openapi.json')).json()) as Document,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <Button component="a" href="/api/openapi.json" variant="default">
          {words.document}
        </Button>
      </PageHead>
      <Waiting query={document}>
        {({ paths }) => (
          <Stack gap="lg">
            <Text maw={820}>{words.rules}</Text>
            {topicsOf(paths).map(([topic, calls]) => (
              <section key={topic}>
                <Title order={2} size="h4" mb="xs">
                  {words.topic(topic)}
                </Title>
                <Stack gap="xs">
                  {calls.map(({ method, path, operation }) => (
                    <Group key={`${method} ${path}`} gap="xs" wrap="wrap">
                      <Badge variant="outline" radius="sm" w={72}>
                        {method}
                      </Badge>
                      <Code>{path}</Code>
                      <Text size="sm" lang="en">
                        {operation.summary}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {words.power(operation['x-power'])}
                      </Text>
                    </Group>
                  ))}
                </Stack>
              </section>
            ))}
          </Stack>
        )}
      </Waiting>
    </>
  );
}

type Call = { method: string; path: string; operation: Operation };

function topicsOf(paths: Document['paths']): [string, Call[]][] {
  const topics = new Map<string, Call[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const topic = operation.tags?.[0] ?? '';
      topics.set(topic, [...(topics.get(topic) ?? []), { method, path, operation }]);
    }
  }
  return [...topics];
}
