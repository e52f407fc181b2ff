import { Checkbox, Group } from '@mantine/core';
import { eventPanelWords as words } from '../../../../texts/panel/contest-event.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { fullNameOf } from '../../parts/person-name.tsx';
import { Problem } from '../../parts/problem.tsx';
import { type Guest, type Guests, useGuestsAct } from './guests-types.ts';

type Props = { contestId: string; guest: Guest; may: Guests['may'] };

/** A box large enough for a thumb. */
export function OneGuest({ contestId, guest, may }: Props) {
  const { id, person, organizationName, teamName, isWaiting, isAuthor } = guest;
  const name = fullNameOf(person);
  const marking = useGuestsAct(contestId, (attended: boolean) =>
    ask(
      client.PUT('/api/contests/{id}/guests/{memberId}/attendance', {
        params: { path: { id: contestId, memberId: id } },
        body: { attended },
      }),
    ),
  );
  // What was ticked is shown while it is on its way.
  const checked = marking.isPending ? marking.variables : guest.attendedAt !== null;
  const about = [
    ...(organizationName === null ? [] : [organizationName]),
    ...(teamName === null ? [] : [words.team(teamName)]),
    ...(isWaiting ? [words.waitingMark] : []),
  ].join(' · ');
  return (
    <div>
      <Group justify="space-between" mih={48}>
        <Checkbox
          size="lg"
          label={name}
          description={about}
          checked={checked}
          disabled={!may.mark || marking.isPending}
          onChange={({ currentTarget }) => marking.mutate(currentTarget.checked)}
        />
        {may.refuse && isAuthor && <Refuse contestId={contestId} entryId={guest.entryId} name={name} />}
      </Group>
      <Problem error={marking.error} />
    </div>
  );
}

function Refuse({ contestId, entryId, name }: { contestId: string; entryId: string; name: string }) {
  const refusing = useGuestsAct(contestId, () =>
    ask(
      client.POST('/api/contests/{id}/registrations/{entryId}/refusal', {
        params: { path: { id: contestId, entryId } },
      }),
    ),
  );
  return (
    <ConfirmButton
      label={words.refuse}
      aria-label={words.refuseOf(name)}
      warning={words.refuseWarning}
      confirm={words.refuseConfirm}
      variant="subtle"
      color="red"
      size="compact-sm"
      onConfirm={() => refusing.mutateAsync(undefined)}
    >
      <Problem error={refusing.error} />
    </ConfirmButton>
  );
}
