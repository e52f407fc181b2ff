import { Alert, Anchor, Badge, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { OrderEnding } from './order-ending.tsx';
import { OrderPeople } from './order-people.tsx';
import { OrderPrinting } from './order-printing.tsx';
import { OrderTextForm } from './order-text-form.tsx';
import { dayOf, type Order, orderKey, readOrder } from './order-types.ts';

/** One order, step by step: names, text, printing, number and scan. */
export function OrderPage() {
  const { id = '' } = useParams<{ id: string }>();
  const may = useMay('documents:write');
  const found = useQuery({ queryKey: orderKey(id), queryFn: () => readOrder(id) });
  return (
    <Waiting query={found}>
      {({ data: order, version }) => {
        const isOpen = may && (order.state === 'draft' || order.state === 'printed');
        return (
          <>
            <PageHead title={words.orderTitle(order.organizationShortName, order.number)}>
              <Badge variant="outline" radius="sm" tt="none" size="lg">
                {words.states[order.state]}
              </Badge>
              <Anchor component={Link} href="/orders">
                {words.back}
              </Anchor>
            </PageHead>
            {order.fileId !== null && !order.isPrintCurrent && isOpen && (
              <Alert mb="md">{words.changedSincePrint}</Alert>
            )}
            <Stack gap="xl">
              <Step title={words.steps.names}>
                <OrderPeople order={order} version={version} isOpen={isOpen} />
              </Step>
              <Step title={words.steps.text}>
                <OrderTextForm key={version} order={order} version={version} isOpen={isOpen} />
              </Step>
              <Step title={words.steps.print}>
                <OrderPrinting order={order} isOpen={isOpen} />
              </Step>
              <Step title={words.steps.end}>
                <OrderEnding order={order} may={may} isOpen={isOpen} />
              </Step>
              <Step title={words.steps.history}>
                <History events={order.events} />
              </Step>
            </Stack>
          </>
        );
      }}
    </Waiting>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

function History({ events }: { events: Order['events'] }) {
  return (
    <List size="sm">
      {events.map(({ kind, at, by, facts }) => (
        <List.Item key={`${kind} ${at}`}>
          <Group gap="xs">
            <Text size="sm">{words.events[kind]}</Text>
            {kind === 'registered' && <Text size="sm">№ {facts.number}</Text>}
            {kind === 'cancelled' && <Text size="sm">{facts.reason}</Text>}
            <Text size="sm" c="dimmed">
              {by}, {dayOf(at)}
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
