import { type CommandDef, runCommand } from 'citty';
import { expect, vi } from 'vitest';
import { Refusal } from '../../src/domain/refusal.ts';
import { faultLine } from '../../src/texts/command-faults.ts';

/** Runs a command as the shell would, in this process; what it printed. */
export async function nastavnik(command: unknown, ...rawArgs: string[]): Promise<string> {
  const { exitCode } = process;
  let printed = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    await runCommand(command as CommandDef, { rawArgs });
  } finally {
    write.mockRestore();
    process.exitCode = exitCode;
  }
  return printed;
}

/** What is printed for a refusal: always one line. */
export async function refusal(command: unknown, ...rawArgs: string[]): Promise<string> {
  const error = await nastavnik(command, ...rawArgs).then(
    () => new Error('was not refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error;
  expect(faultLine(error)).toMatch(/^[^\n]+\.$/u);
  return faultLine(error);
}
