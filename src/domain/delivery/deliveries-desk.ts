import type { ListQuery, Page } from '../lists/page.ts';
import type { SentMessage } from '../people/people-desk.ts';
import type { Person } from '../people/person.ts';
import type { Staff } from '../staff/staff.ts';
import type { DeliveryState } from './delivery.ts';

/** What staff look after: nobody knows whether it arrived, it did not, or it lost its sense before it could leave. */
export const troubleStates = ['uncertain', 'failed', 'expired'] as const satisfies readonly DeliveryState[];
export type TroubleState = (typeof troubleStates)[number];

export type TroubledMessage = SentMessage & {
  state: TroubleState;
  person: (Pick<Person, 'surname' | 'name' | 'patronymic'> & { id: string }) | null;
};

/** Messages that may not have arrived, of people within reach of `people:read`. */
export type DeliveriesDesk = {
  /** Those that nothing was sent in place of; `states: null` for all of them. */
  list(
    staff: Staff,
    query: ListQuery<'created'>,
    states: readonly TroubleState[] | null,
  ): Promise<Page<TroubledMessage>>;
  /**
   * Sends it once more, on the channel to use now (`people:write`): a person decides that twice is better than never.
   * `Refusal('delivery-unknown')`, `Refusal('state-passed')` where it was done already, `Refusal('no-channel')` where nothing
   * is open that may carry it, `Refusal('nothing-to-send')` where its words are gone.
   */
  sendAgain(staff: Staff, deliveryId: string): Promise<{ id: string }>;
};
