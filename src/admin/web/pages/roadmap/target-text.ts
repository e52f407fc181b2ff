import type { NamedTarget } from '../../../../domain/roadmap/responsible.ts';
import { roadmapWords } from '../../../../texts/panel/roadmap.ts';
import { roleNames } from '../../../../texts/roles.ts';

/** «куратор в каждой школе, саду, колледже». */
export function targetText({ place, role, organizationName }: NamedTarget): string {
  const where = place === 'partner' ? (organizationName ?? '') : roadmapWords.places[place];
  return `${roleNames[role]} ${where}`.trim();
}
