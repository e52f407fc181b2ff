import {
  countsOf,
  progressOf,
  roadmapHead,
  timelineOf,
  uncertainDeliveries,
  unreachablePeople,
  waitingApplications,
} from '../database/repositories/overview.ts';
import { listTasks } from '../database/repositories/task-list.ts';
import { addDays } from '../domain/calendar/day.ts';
import { type Few, type OverviewDesk, type RoadmapHead, soonDays } from '../domain/overview/overview.ts';
import { Refusal } from '../domain/refusal.ts';
import { reachOf } from '../domain/staff/powers.ts';
import { anyTask, type TaskFilter } from '../domain/tasks/task-list.ts';
import { type DeskDeps, type Look, staffLook } from './desk-work.ts';
import { namesShown, withoutPeople } from './names-shown.ts';

const few = { page: 1, size: 5, sort: 'due', descending: false, q: null } as const;

/** As many queries as there are parts, however many rows there are. */
export function createOverviewDesk(deps: Pick<DeskDeps, 'database' | 'clock'>): OverviewDesk {
  return {
    overview: (staff) => staffLook(deps, staff, 'overview:read', overview),
    progress: (staff, roadmapId) =>
      staffLook(deps, staff, 'overview:read', async (look) => {
        const roadmap = await named(look, roadmapId);
        if (roadmap === null) return { roadmap, items: [], organizations: [], cells: [] };
        return progressOf(look.sql, look, roadmap);
      }),
    timeline: (staff, roadmapId) =>
      staffLook(deps, staff, 'overview:read', async (look) => {
        const roadmap = await named(look, roadmapId);
        if (roadmap === null) return { today: look.today, roadmap, items: [] };
        return timelineOf(look.sql, look, roadmap);
      }),
  };
}

async function overview(look: Look) {
  const { sql, reach, staff, today } = look;
  const roadmap = await roadmapHead(sql, reach.programmeId, null, today);
  const tasks = async (filter: Partial<TaskFilter>) => {
    const { total, items } = await listTasks(sql, reach, { ...anyTask, ...filter }, few, today);
    return { total, items: withoutPeople(staff, items) };
  };
  const nameless = <Item extends { person: string | null }>({ total, items }: Few<Item>): Few<Item> =>
    namesShown(staff) ? { total, items } : { total, items: items.map((item) => ({ ...item, person: null })) };
  const decides = reachOf(staff, 'applications:decide');
  const writes = reachOf(staff, 'messages:read');
  return {
    today,
    roadmap,
    counts: await countsOf(sql, look, roadmap?.id ?? null),
    late: await tasks({ states: ['late'] }),
    soon: await tasks({ states: ['open', 'upcoming'], dueFrom: today, dueTo: addDays(today, soonDays) }),
    applications: decides && nameless(await waitingApplications(sql, decides)),
    unreachable: nameless(await unreachablePeople(sql, look)),
    uncertain: writes && nameless(await uncertainDeliveries(sql, writes)),
  };
}

async function named({ sql, reach, today }: Look, roadmapId: string | null): Promise<RoadmapHead | null> {
  const head = await roadmapHead(sql, reach.programmeId, roadmapId, today);
  if (head === null && roadmapId !== null) throw new Refusal('roadmap-unknown');
  return head;
}
