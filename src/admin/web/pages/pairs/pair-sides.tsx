import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { pairCardWords as words } from '../../../../texts/panel/pairs.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { wholeName } from './names.ts';
import { type PairView, useRenewPairs } from './pair-data.ts';

type Card = PairView['card'];
type Agreement = Card['agreements'][number];

/** Who is in the pair, and what each of them said to it. */
export function PairSides({ card, mayWrite }: { card: Card; mayWrite: boolean }) {
  const members = [
    { ...card.mentor, part: words.mentor, leftAt: null as string | null },
    ...card.mentees.map((mentee) => ({ ...mentee, part: words.mentee })),
  ];
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {words.sides}
      </Title>
      <Stack component="ul" gap="xs" className="plain-list">
        {members.map((member) => (
          <Paper component="li" key={member.id} withBorder p="sm">
            <Text size="sm" c="dimmed">
              {member.part}
              {member.leftAt === null ? '' : `, ${words.left}`}
            </Text>
            {member.surname === '' ? (
              <Text fw={600}>{wholeName(member)}</Text>
            ) : (
              <Anchor component={Link} href={`/people/${member.id}`} fw={600}>
                {wholeName(member)}
              </Anchor>
            )}
            {card.agreements
              .filter(({ personId }) => personId === member.id)
              .map((agreement) => (
                <AgreementLine
                  key={agreement.id}
                  pairId={card.id}
                  agreement={agreement}
                  mayRecord={mayWrite && card.state === 'proposed' && member.leftAt === null}
                />
              ))}
          </Paper>
        ))}
      </Stack>
    </section>
  );
}

type LineProps = { pairId: string; agreement: Agreement; mayRecord: boolean };

function AgreementLine({ pairId, agreement, mayRecord }: LineProps) {
  const { giver, answer, way, reason, reachable } = agreement;
  const said = answer === null ? words.answers.awaited : words.answers[answer];
  return (
    <Stack gap={4} mt={4}>
      <Group gap="xs">
        <Text size="sm">{words.givers[giver]}:</Text>
        <Badge variant="default" tt="none">
          {said}
          {way === null ? '' : `, ${words.ways[way]}`}
        </Badge>
        {answer === null && !reachable && (
          <Text size="sm" c="dimmed">
            {words.unreachable}
          </Text>
        )}
      </Group>
      {reason !== '' && <Text size="sm">«{reason}»</Text>}
      {mayRecord && answer === null && <RecordButtons pairId={pairId} agreement={agreement} />}
    </Stack>
  );
}

function RecordButtons({ pairId, agreement }: Omit<LineProps, 'mayRecord'>) {
  const renew = useRenewPairs();
  const recording = useMutation({
    mutationFn: (answer: 'agreed' | 'declined') => {
      const { personId, giver } = agreement;
      const params = { path: { id: pairId } };
      return ask(
        client.POST('/api/pairs/{id}/agreements', { params, body: { personId, giver, answer, reason: '' } }),
      );
    },
    onSuccess: renew,
  });
  return (
    <>
      <Problem error={recording.error} />
      <Group gap="xs">
        {(['agreed', 'declined'] as const).map((answer) => {
          const label = answer === 'agreed' ? words.recordAgreed : words.recordDeclined;
          return (
            <ConfirmButton
              key={answer}
              size="xs"
              variant="default"
              label={label}
              warning={words.recordWarning}
              confirm={label}
              loading={recording.isPending}
              onConfirm={() => recording.mutateAsync(answer)}
            />
          );
        })}
      </Group>
    </>
  );
}
