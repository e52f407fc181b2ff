import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { diplomaKindWords, diplomaWords as words } from '../../../../texts/panel/diplomas.ts';
import { Problem } from '../../parts/problem.tsx';
import { takePdf } from '../../parts/take-pdf.ts';
import { AwardCorrection } from './award-correction.tsx';
import type { AwardLine, Chosen, Correction } from './award-types.ts';

const atOnce = 30;

type Props = {
  contestId: string;
  lines: readonly AwardLine[];
  wish: { personIds: string[]; corrections: Correction[]; templates: Chosen };
  onCorrect: (correction: Correction) => void;
};

/** Who gets what; those whose names nobody has looked at come first. Cards, so that a phone shows them, too. */
export function AwardList({ contestId, lines, wish, onCorrect }: Props) {
  const [most, setMost] = useState(atOnce);
  const [checked, setChecked] = useState<AwardLine | null>(null);
  const sample = useMutation({
    mutationFn: ({ key }: AwardLine) =>
      takePdf(`/api/contests/${contestId}/diplomas/preview`, { ...wish, key }, `${words.sample}.pdf`),
  });
  const sorted = [...lines].sort((one, other) => Number(other.doubtful) - Number(one.doubtful));
  return (
    <Stack gap="xs" component="section" aria-label={words.list}>
      <Problem error={sample.error} />
      {sorted.slice(0, most).map((line) => (
        <Line
          key={line.key}
          line={line}
          onCheck={() => setChecked(line)}
          onSample={() => sample.mutate(line)}
          isDrawn={sample.isPending && sample.variables?.key === line.key}
        />
      ))}
      {sorted.length > most && (
        <Button variant="default" onClick={() => setMost(most + atOnce)}>
          {words.more(Math.min(atOnce, sorted.length - most))}
        </Button>
      )}
      {checked !== null && (
        <AwardCorrection
          line={checked}
          onClose={() => setChecked(null)}
          onKeep={(correction) => {
            onCorrect(correction);
            setChecked(null);
          }}
        />
      )}
    </Stack>
  );
}

type LineProps = { line: AwardLine; onCheck: () => void; onSample: () => void; isDrawn: boolean };

function Line({ line, onCheck, onSample, isDrawn }: LineProps) {
  const { recipient, kind, award, nomination, work, team, issued } = line;
  const name = recipient.name.nominative;
  const what = [diplomaKindWords[kind], award === null ? '' : words.awards[award], nomination, work, team];
  return (
    <Paper withBorder p="xs" radius="md">
      <Group justify="space-between" wrap="wrap">
        <div>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {name}
            </Text>
            {line.doubtful && (
              <Badge color="orange" variant="outline" radius="sm" tt="none">
                {words.doubtful}
              </Badge>
            )}
            {line.corrected && (
              <Badge color="teal" variant="outline" radius="sm" tt="none">
                {words.corrected}
              </Badge>
            )}
            {issued !== null && (
              <Badge variant="outline" radius="sm" tt="none">
                {words.issued(issued.number)}
              </Badge>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            {what.filter((word) => word !== '').join(' · ')}
          </Text>
          <Text size="xs" c="dimmed">
            {words.dative}:{' '}
            {[recipient.post.forms.dative, recipient.name.forms.dative].filter(Boolean).join(' ')}
          </Text>
        </div>
        {issued === null && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" aria-label={words.checkOf(name)} onClick={onCheck}>
              {words.check}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.sampleOf(name)}
              loading={isDrawn}
              onClick={onSample}
            >
              {words.sample}
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
