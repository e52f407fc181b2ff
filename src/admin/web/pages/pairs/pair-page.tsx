import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { dayText } from '../../../../texts/dates.ts';
import {
  closeReasonText,
  formText,
  pairCardWords,
  pairEventWords,
  pairStateTitle,
  stepWords,
  pairPanelWords as words,
} from '../../../../texts/panel/pairs.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay, useSelf } from '../../self.ts';
import { pairNames, shownName } from './names.ts';
import { type PairView, usePair } from './pair-data.ts';
import { PairMeetings } from './pair-meetings.tsx';
import { PairProgramme } from './pair-programme.tsx';
import { PairSides } from './pair-sides.tsx';
import { stepsOf } from './pair-steps.ts';
import { PairTerms } from './pair-terms.tsx';
import { ReplaceMentor } from './replace-mentor.tsx';
import { type AskedStep, StepDialog } from './step-dialog.tsx';

/** Everything about one pair, and what may be done with it now. */
export function PairPage() {
  const { id = '' } = useParams();
  const pair = usePair(id);
  return <Waiting query={pair}>{({ data, version }) => <Pair view={data} version={version} />}</Waiting>;
}

const live = ['proposed', 'agreed', 'ordered', 'active'];

function Pair({ view, version }: { view: PairView; version: string }) {
  const [asked, setAsked] = useState<AskedStep | null>(null);
  const { card, may } = view;
  const present = { mentor: card.mentor, mentees: card.mentees.filter(({ leftAt }) => leftAt === null) };
  const names = pairNames(present);
  const isLive = live.includes(card.state);
  return (
    <>
      <PageHead title={names} hint={`${formText(card.form)} · ${card.organizationName}`}>
        <Button component={Link} href="/pairs" variant="default">
          {words.board}
        </Button>
        {may.write &&
          stepsOf(card.state).map((step) => (
            <Button
              key={step}
              variant={step === 'start' || step === 'complete' ? 'filled' : 'default'}
              onClick={() => setAsked({ pairId: card.id, names, step })}
            >
              {stepWords[step].label}
            </Button>
          ))}
        {may.write && isLive && <ReplaceMentor pair={card} />}
      </PageHead>
      <Stack gap="xl">
        <State card={card} />
        <PairSides card={card} mayWrite={may.write} />
        <PairTerms id={card.id} terms={view.terms} version={version} mayWrite={may.write && isLive} />
        <PairMeetings id={card.id} mayAdd={may.write && card.state === 'active'} />
        <PairProgramme id={card.id} mayWrite={may.write} />
        <History view={view} />
      </Stack>
      <StepDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function State({ card }: { card: PairView['card'] }) {
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Badge size="lg" variant="default" tt="none">
          {pairStateTitle[card.state]}
        </Badge>
        {card.pausedAt !== null && card.closedAt === null && (
          <Badge size="lg" variant="default" tt="none">
            {words.paused}
          </Badge>
        )}
      </Group>
      {card.state === 'agreed' && <Text>{words.orderHint}</Text>}
      <Papers card={card} />
      {card.closeReason !== null && (
        <Text>
          {pairCardWords.why}: {closeReasonText(card.closeReason)}
          {card.closeNote === '' ? '' : `. ${card.closeNote}`}
        </Text>
      )}
      {card.result !== '' && (
        <Text>
          {pairCardWords.result}: {card.result}
        </Text>
      )}
    </Stack>
  );
}

/** Its order, and its programme for printing. */
function Papers({ card }: { card: PairView['card'] }) {
  if (!useMay('documents:read')) return null;
  return (
    <Group gap="md">
      {card.orderId !== null && (
        <Anchor component={Link} href={`/orders/${card.orderId}`}>
          {pairCardWords.toOrder}
        </Anchor>
      )}
      <Anchor href={`/api/documents/programmes/${card.id}`} download>
        {pairCardWords.programmeFile}
      </Anchor>
    </Group>
  );
}

function History({ view: { events, card } }: { view: PairView }) {
  const today = useSelf().data?.programme.timeZone;
  const everybody = [card.mentor, ...card.mentees];
  const about = (facts: Record<string, string>) => {
    const subject = everybody.find(({ id }) => id === facts.subjectId);
    const answer = facts.answer === 'agreed' || facts.answer === 'declined' ? facts.answer : null;
    return [
      subject === undefined ? '' : shownName(subject),
      answer === null ? '' : pairCardWords.answers[answer],
    ]
      .filter((part) => part !== '')
      .join(', ');
  };
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {pairCardWords.history}
      </Title>
      <Stack component="ul" gap={4} className="plain-list">
        {events.toReversed().map(({ id, kind, facts, at, person }) => (
          <Text component="li" key={id} size="sm">
            {momentText(at, today)} — {pairEventWords[kind]}
            {about(facts) === '' ? '' : `: ${about(facts)}`}
            {person === null ? '' : ` (${shownName(person)})`}
          </Text>
        ))}
      </Stack>
    </section>
  );
}

/** «5 сентября 2022, 10:05», where the programme is. */
function momentText(at: string, timeZone: string | undefined): string {
  const moment = new Date(at);
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone }).format(moment);
  const time = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit', ...zone }).format(moment);
  return `${dayText(day)}, ${time}`;
}
