import { type Role, roles } from '../domain/people/person.ts';

export const roleNames: Record<Role, string> = {
  coordinator: 'муниципальный координатор',
  'office-head': 'начальник управления',
  'office-deputy-head': 'заместитель начальника управления',
  head: 'руководитель организации',
  'deputy-head': 'заместитель директора',
  curator: 'куратор',
  'association-head': 'руководитель ШМО',
  mentor: 'наставник',
  mentee: 'наставляемый',
  administrator: 'администратор',
  viewer: 'наблюдатель',
  jury: 'член жюри',
};

/** A role by its key or its Russian name, as typed on the command line; `null` for neither. */
export function readRole(text: string): Role | null {
  const typed = text.trim().toLowerCase();
  return roles.find((role) => role === typed || roleNames[role] === typed) ?? null;
}
