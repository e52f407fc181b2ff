import { Anchor, Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { stageWords, contestWords as words } from '../../../../texts/panel/contests.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { calendarDay } from '../../parts/when.ts';
import { useSelf } from '../../self.ts';
import { contestTabs } from './contest-tabs.ts';
import { type Contest, momentText, useContest, useZone } from './contest-types.ts';

const stageColors: Partial<Record<Contest['stage'], string>> = {
  open: 'teal',
  judging: 'blue',
  published: 'teal',
  cancelled: 'red',
};

export function StageBadge({ stage, size = 'md' }: { stage: Contest['stage']; size?: 'md' | 'lg' }) {
  return (
    <Badge
      variant="outline"
      radius="sm"
      tt="none"
      size={size}
      color={stageColors[stage] ?? 'gray'}
      miw="max-content"
    >
      {stageWords[stage]}
    </Badge>
  );
}

/** The head of every page of a contest: what it is, how far it is, and the way to its other parts. */
export function ContestFrame({ children }: { children: (contest: Contest, version: string) => ReactNode }) {
  const found = useContest();
  return (
    <Waiting query={found}>
      {({ data: contest, version }) => (
        <>
          <PageHead title={contest.settings.title} hint={<Dates contest={contest} />}>
            <StageBadge stage={contest.stage} size="lg" />
            <Anchor component={Link} href="/contests">
              {words.back}
            </Anchor>
          </PageHead>
          <Tabs contest={contest} />
          {children(contest, version)}
        </>
      )}
    </Waiting>
  );
}

function Dates({ contest: { kind, settings } }: { contest: Contest }) {
  const zone = useZone();
  const moment = (instant: string) => momentText(instant, zone);
  const { opensAt, closesAt, judgingUntil, resultsOn, startsAt, endsAt } = settings;
  const taking = kind === 'event' ? words.signingUp : words.taking;
  return (
    <Text span size="sm">
      {[
        taking(moment(opensAt), moment(closesAt)),
        ...(startsAt !== null && endsAt !== null ? [words.takesPlace(moment(startsAt), moment(endsAt))] : []),
        ...(judgingUntil === null ? [] : [words.judging(moment(judgingUntil))]),
        ...(resultsOn === null ? [] : [words.resultsOn(calendarDay(resultsOn))]),
      ].join(' · ')}
    </Text>
  );
}

function Tabs({ contest }: { contest: Contest }) {
  const [location] = useLocation();
  const powers = useSelf().data?.powers ?? [];
  const tabs = contestTabs.filter(({ power, when }) => powers.includes(power) && (when?.(contest) ?? true));
  return (
    <Group component="nav" aria-label={words.tabs} gap="md" mb="lg">
      {tabs.map(({ suffix, words: label }) => {
        const href = `/contests/${contest.id}${suffix}`;
        return (
          <Anchor
            key={suffix}
            component={Link}
            href={href}
            underline={location === href ? 'always' : 'hover'}
            fw={location === href ? 700 : 400}
            aria-current={location === href ? 'page' : undefined}
          >
            {label}
          </Anchor>
        );
      })}
    </Group>
  );
}
