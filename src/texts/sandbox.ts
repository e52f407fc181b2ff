/** Words of the demonstration that is not the sandbox's own business. */
export const sandboxTitle = 'Наставник: песочница города Глазова';
export const sandboxBot = 'Наставник';

export function uninvitedNote({ name, code }: { name: string; code: string }): string {
  return `Ещё не в боте: ${name}. Код приглашения: ${code}`;
}
