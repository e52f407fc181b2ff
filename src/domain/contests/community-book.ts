/** Communities on VK that speak for an organization, by positive numbers. Bound to one transaction. */
export type CommunityBook = {
  of(organizationId: string): Promise<number[]>;
  /** Its posts in running contests are looked at again at once. `false` where it was confirmed already. */
  confirm(organizationId: string, communityId: number, at: Date): Promise<boolean>;
  /** `false` where it was not confirmed. */
  unconfirm(organizationId: string, communityId: number, at: Date): Promise<boolean>;
};
