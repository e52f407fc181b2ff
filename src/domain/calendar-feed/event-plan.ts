/** One event for somebody's calendar. The same `uid` with another `stamp` takes the place of the one before. */
export type EventPlan = {
  uid: string;
  startsAt: Date;
  endsAt: Date;
  summary: string;
  description: string;
  /** Empty: nowhere in particular. */
  place: string;
  link: string;
  stamp: Date;
};
