import { sendAgain, troubledMessages } from '../database/repositories/troubled-messages.ts';
import type { DeliveriesDesk } from '../domain/delivery/deliveries-desk.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';
import { textsShown } from './names-shown.ts';

export function createDeliveriesDesk(deps: DeskDeps): DeliveriesDesk {
  return {
    list: (staff, query, states) =>
      staffLook(deps, staff, 'people:read', ({ sql, reach }) =>
        troubledMessages(sql, reach, query, { states, shown: textsShown(staff, reach) }),
      ),
    sendAgain: (staff, deliveryId) =>
      staffWork(deps, staff, 'people:write', async ({ sql, reach, note }) => {
        const { id, personId } = await sendAgain(sql, reach, deliveryId, deps.mayNameOthers);
        const subject = { kind: 'delivery', id: deliveryId };
        await note({ action: 'delivery.sent-again', subject, after: { deliveryId: id, personId } });
        return { id };
      }),
  };
}
