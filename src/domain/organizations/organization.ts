export const organizationKinds = ['office', 'school', 'kindergarten', 'college', 'partner'] as const;
/** `office` is the education office itself (one per programme); `partner` is outside the education system. */
export type OrganizationKind = (typeof organizationKinds)[number];

/** Kinds that carry the programme out in a school of their own: "ОО" of the order. */
export const schoolKinds: readonly OrganizationKind[] = ['school', 'kindergarten', 'college'];

export type Organization = {
  id: string;
  programmeId: string;
  kind: OrganizationKind;
  name: string;
  shortName: string;
  /** Other ways people write it: «шк 15», «пятнадцатая». */
  aliases: string[];
};
