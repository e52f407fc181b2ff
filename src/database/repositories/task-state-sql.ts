/** `taskState` of the domain, of the task `t`; `today` is a parameter of type date. */
export const stateOf = (t: string, today: string) => `
  case when ${t}.waived_at is not null then 'waived'
    when ${t}.due_on is null then case when ${t}.opens_on > ${today}::date then 'upcoming' else 'standing' end
    when ${t}.done_at is not null then 'done'
    when ${t}.due_on < ${today}::date then 'late'
    when ${t}.opens_on > ${today}::date then 'upcoming'
    else 'open' end`;

/** Counts of a group by state, as an object; `k.state` is the state of each. */
export const stateCounts = `
  jsonb_build_object(${['late', 'open', 'upcoming', 'standing', 'done', 'waived']
    .map((state) => `'${state}', count(*) filter (where k.state = '${state}')`)
    .join(', ')})`;

/** The one state that a group of tasks is shown by: whatever needs somebody first. */
export const worstState = `
  case ${['late', 'open', 'upcoming', 'done', 'standing']
    .map((state) => `when bool_or(k.state = '${state}') then '${state}'`)
    .join(' ')} else 'waived' end`;

/** The title of the task of occurrence `c` of item `i`: a contest's piece says which. */
export const taskTitle = `i.title || coalesce(': ' || c.words, '')`;
