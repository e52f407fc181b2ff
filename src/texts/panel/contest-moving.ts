/** What goes over to the known person when two become one, by table. */
export const movingOfContests = {
  contest: 'конкурсы',
  contest_entry: 'конкурсные работы',
  contest_member: 'участие в конкурсах',
  contest_juror: 'работа в жюри',
  contest_notice: 'уведомления о конкурсах',
  diploma: 'дипломы',
} as const;
