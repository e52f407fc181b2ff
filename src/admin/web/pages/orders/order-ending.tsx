import { Anchor, Button, FileInput, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { sendFile } from '../../parts/send-file.ts';
import { useSelf } from '../../self.ts';
import { type Order, orderKey, ordersKey } from './order-types.ts';

type Props = { order: Order; may: boolean; isOpen: boolean };

/** Number and date, the signed original, or giving the order up. */
export function OrderEnding({ order, may, isOpen }: Props) {
  const canNumber =
    may && (order.state === 'registered' || (order.state === 'printed' && order.isPrintCurrent));
  return (
    <Stack maw={720}>
      {canNumber && <NumberForm order={order} />}
      {order.scanFileId !== null && (
        <Anchor href={`/api/orders/${order.id}/scan`} download>
          {words.scanDownload}
        </Anchor>
      )}
      {may && order.state === 'registered' && <ScanForm order={order} />}
      {isOpen && <CancelOrder order={order} />}
    </Stack>
  );
}

function useRefresh(id: string) {
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({ queryKey: orderKey(id) });
    await cache.invalidateQueries({ queryKey: ordersKey });
  };
}

function NumberForm({ order }: { order: Order }) {
  const refresh = useRefresh(order.id);
  const today = useSelf().data?.today ?? '';
  const [number, setNumber] = useState(order.number ?? '');
  const [orderedOn, setOrderedOn] = useState(order.orderedOn ?? today);
  const entering = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/orders/{id}/registration', {
          params: { path: { id: order.id } },
          body: { number, orderedOn },
        }),
      ),
    onSettled: refresh,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate();
      }}
    >
      <Problem error={entering.error} />
      <Text size="sm" c="dimmed" mb="xs">
        {words.registerHint}
      </Text>
      <Group align="flex-end">
        <TextInput
          label={words.number}
          required
          maxLength={40}
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.date}
          required
          max={today}
          value={orderedOn}
          onChange={({ currentTarget }) => setOrderedOn(currentTarget.value)}
        />
        <Button type="submit" loading={entering.isPending}>
          {order.state === 'registered' ? words.renumber : words.register}
        </Button>
      </Group>
    </form>
  );
}

function ScanForm({ order }: { order: Order }) {
  const refresh = useRefresh(order.id);
  const [file, setFile] = useState<File | null>(null);
  const sending = useMutation({
    mutationFn: (chosen: File) => sendFile<Order>('PUT', `/api/orders/${order.id}/scan`, chosen),
    onSuccess: () => setFile(null),
    onSettled: refresh,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) sending.mutate(file);
      }}
    >
      <Problem error={sending.error} />
      <Group align="flex-end">
        <FileInput
          placeholder={shellWords.chooseFile}
          label={words.scanUpload}
          description={words.scanHint}
          accept="application/pdf,image/*"
          miw={280}
          value={file}
          onChange={setFile}
        />
        <Button type="submit" variant="default" disabled={file === null} loading={sending.isPending}>
          {words.scanSend}
        </Button>
      </Group>
    </form>
  );
}

function CancelOrder({ order }: { order: Order }) {
  const refresh = useRefresh(order.id);
  const [reason, setReason] = useState('');
  const cancelling = useMutation({
    mutationFn: () =>
      ask(client.POST('/api/orders/{id}/cancel', { params: { path: { id: order.id } }, body: { reason } })),
    onSettled: refresh,
  });
  return (
    <Group>
      <ConfirmButton
        label={words.cancelOrder}
        warning={words.cancelWarning}
        confirm={words.cancelConfirm}
        variant="subtle"
        color="red"
        onConfirm={() => cancelling.mutateAsync()}
      >
        <Problem error={cancelling.error} />
        <Textarea
          label={words.reason}
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </ConfirmButton>
    </Group>
  );
}
