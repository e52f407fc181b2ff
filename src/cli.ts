import { defineCommand, runCommand, runMain, type SubCommandsDef } from 'citty';
import { Refusal } from './domain/refusal.ts';

// Each command is loaded only when it is asked for: `deadline` needs neither database nor queue.
const subCommands: SubCommandsDef = {
  start: async () => (await import('./cli/start.command.ts')).startCommand,
  deadline: async () => (await import('./cli/deadline.command.ts')).deadlineCommand,
  roadmap: async () => (await import('./cli/roadmap.command.ts')).roadmapCommand,
  programme: async () => (await import('./cli/programme.command.ts')).programmeCommand,
  organization: async () => (await import('./cli/organization.command.ts')).organizationCommand,
  person: async () => (await import('./cli/person.command.ts')).personCommand,
  task: async () => (await import('./cli/task.command.ts')).taskCommand,
  privacy: async () => (await import('./cli/privacy.command.ts')).privacyCommand,
  consent: async () => (await import('./cli/consent.command.ts')).consentCommand,
  settings: async () => (await import('./cli/settings.command.ts')).settingsCommand,
  base: async () => (await import('./cli/bases.command.ts')).baseCommand,
  competency: async () => (await import('./cli/competency.command.ts')).competencyCommand,
  delivery: async () => (await import('./cli/delivery.command.ts')).deliveryCommand,
  migrate: async () => (await import('./cli/migrate.command.ts')).migrateCommand,
  admin: async () => (await import('./cli/admin.command.ts')).adminCommand,
  doctor: async () => (await import('./cli/doctor.command.ts')).doctorCommand,
};

const main = defineCommand({
  meta: {
    name: 'nastavnik',
    description: 'Программа наставничества города: дорожная карта, сроки, напоминания',
  },
  subCommands,
});

// Whoever reads us may stop reading («| head»): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const rawArgs = process.argv.slice(2);
const asksForHelp = rawArgs.length === 0 || rawArgs.some((arg) => arg === '--help' || arg === '-h');

if (asksForHelp) await runMain(main, { rawArgs: rawArgs.length === 0 ? ['--help'] : rawArgs });
else await run();

/** Bad input ends with 2 and one line on stderr, anything unforeseen with 1; a stack trace is nobody's business. */
async function run(): Promise<void> {
  try {
    await runCommand(main, { rawArgs });
  } catch (error) {
    const { faultLine } = await import('./texts/command-faults.ts');
    // Settings are mended all at once, so all that is wrong with them is shown at once.
    process.stderr.write(`${isNamed(error, 'ConfigFault') ? error.message : faultLine(error)}\n`);
    process.exitCode = isBadInput(error) ? 2 : 1;
  }
}

function isBadInput(error: unknown): boolean {
  return error instanceof Refusal || isNamed(error, 'ConfigFault') || isNamed(error, 'CLIError');
}

/** By name: importing the classes would load what most commands don't need. */
function isNamed(error: unknown, name: string): error is Error {
  return error instanceof Error && error.name === name;
}
