import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Figures } from '../../domain/figures.ts';
import type { PartHealth } from '../../domain/health.ts';
import type { Meter } from '../../domain/meter.ts';

export type Meters = Meter & {
  /** Counts every answer of this server, by the pattern of its route: addresses hold ids. */
  watch(app: FastifyInstance): void;
  /** `null` where the database did not answer: the old figures are no longer shown. */
  show(figures: Figures | null, parts: Readonly<Record<string, PartHealth>>): void;
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>;
  contentType: string;
};

const seconds = [0.01, 0.05, 0.1, 0.3, 1, 3, 10];

export function createMeters(): Meters {
  const registry = new Registry();
  const registers = [registry];
  const name = (rest: string) => `nastavnik_${rest}`;
  // Processor, memory, event-loop delay, garbage collection.
  collectDefaultMetrics({ register: registry });
  const updates = new Counter({
    name: name('updates_total'),
    help: 'New events received from a platform',
    labelNames: ['platform'],
    registers,
  });
  const sent = new Counter({
    name: name('deliveries_total'),
    help: 'Tries to send by how they ended',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const requests = new Counter({
    name: name('http_requests_total'),
    help: 'HTTP requests by route pattern and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: name('http_request_seconds'),
    help: 'How long HTTP requests took',
    labelNames: ['method'],
    buckets: seconds,
    registers,
  });
  const gauges = createGauges(registers);
  const ofContests = createContestGauges(registers);

  return {
    updates: (platform, count) => updates.inc({ platform }, count),
    sent: (platform, outcome) => sent.inc({ platform, outcome }),
    watch(app) {
      app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
        requests.inc({ method, route: routeOptions.url ?? 'none', status: reply.statusCode });
        durations.observe({ method }, reply.elapsedTime / 1000);
      });
    },
    show(figures, parts) {
      gauges(figures, parts);
      ofContests(figures);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function gaugesOf(registers: Registry[]) {
  return <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `nastavnik_${name}`, help, labelNames, registers });
}

function createGauges(registers: Registry[]): Meters['show'] {
  const gauge = gaugesOf(registers);
  const known = gauge('figures_known', '1 while the database tells how it stands');
  const parts = gauge('part_up', '1 for each part of this process that is well', ['part']);
  const inbox = gauge('inbox_waiting', 'Events that are not handled yet');
  const inboxLag = gauge('inbox_oldest_seconds', 'How long the oldest of them has waited');
  const due = gauge('deliveries_due', 'Messages that may leave now or are under way', ['platform']);
  const lag = gauge('deliveries_oldest_due_seconds', 'How long the oldest of them has waited', ['platform']);
  const uncertain = gauge('deliveries_uncertain', 'Messages of which nobody knows whether they arrived', [
    'platform',
  ]);
  const tasks = gauge('tasks', 'Unsettled tasks with a last day', ['when']);
  const reminders = gauge('reminders_waiting', 'Reminders that are planned');
  const readers = gauge('mailing_readers_waiting', 'People to whom a message of staff is still to be sent');
  const errands = gauge('errands', 'Long work by state', ['state']);
  const files = gauge('files_wanted', 'Files whose bytes are not here yet');
  const all = [inbox, inboxLag, due, lag, uncertain, tasks, reminders, readers, errands, files];

  return (figures, health) => {
    for (const [part, { ok }] of Object.entries(health)) parts.set({ part }, ok ? 1 : 0);
    known.set(figures === null ? 0 : 1);
    for (const each of all) each.reset();
    if (figures === null) {
      // A figure of an hour ago would look like one of now: without labels there is no value but this.
      for (const each of [inbox, inboxLag, reminders, readers, files]) each.set(Number.NaN);
      return;
    }
    inbox.set(figures.inbox.waiting);
    inboxLag.set(figures.inbox.oldestSeconds);
    for (const { platform, ...each } of figures.deliveries) {
      due.set({ platform }, each.due);
      lag.set({ platform }, each.oldestDueSeconds);
      uncertain.set({ platform }, each.uncertain);
    }
    tasks.set({ when: 'late' }, figures.tasks.late);
    tasks.set({ when: 'due-in-14-days' }, figures.tasks.dueIn14Days);
    tasks.set({ when: 'open' }, figures.tasks.open);
    reminders.set(figures.remindersWaiting);
    readers.set(figures.mailingReadersWaiting);
    errands.set({ state: 'planned' }, figures.errands.planned);
    errands.set({ state: 'running' }, figures.errands.running);
    files.set(figures.files.wanted);
  };
}

function createContestGauges(registers: Registry[]): (figures: Figures | null) => void {
  const gauge = gaugesOf(registers);
  const checks = gauge('contest_checks', 'Works of contests by what a look at them waits for', ['state']);
  const late = gauge('contest_checks_late_seconds', 'How long the oldest look that is due has waited');
  const wall = gauge('wall_posts', 'Posts for the wall of the community by state', ['state']);

  return (figures) => {
    for (const each of [checks, late, wall]) each.reset();
    late.set(figures?.checks.lateSeconds ?? Number.NaN);
    if (figures === null) return;
    checks.set({ state: 'due' }, figures.checks.due);
    checks.set({ state: 'troubled' }, figures.checks.troubled);
    wall.set({ state: 'waiting' }, figures.wallPosts.waiting);
    wall.set({ state: 'uncertain' }, figures.wallPosts.uncertain);
  };
}
