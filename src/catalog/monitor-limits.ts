// Apart from the options: a query alone is held to these, and needs none of the other tables.

/** Renotifying ends by itself where no `renotify_occurrences` says when. https://docs.datadoghq.com/monitors/notify/#renotify */
export const renotifyLimit = { minutes: 30 * 60 } as const

/** The states that are repeated where no `renotify_statuses` are named. https://docs.datadoghq.com/api/latest/monitors/ */
export const renotifiedStates = ['alert', 'no data'] as const

/** Group keys an event monitor may have, and how many groups each may then show. https://docs.datadoghq.com/monitors/types/log/ */
export const eventGroupLimits = { keys: 4, groupsPerKey: [1_000, 30, 10, 5], combinations: 1_000 } as const

/** `.last(n)` of a service check: how many runs are looked at. https://docs.datadoghq.com/monitors/types/service_check/ */
export const serviceCheckLast = { min: 1, max: 100 } as const

/** Composite monitors hold at most this many members. https://docs.datadoghq.com/monitors/types/composite/ */
export const compositeMembers = { min: 2, max: 10 } as const

/** `group_retention_duration`. https://docs.datadoghq.com/monitors/configuration/#group-retention-time */
export const groupRetention = { minSeconds: 3_600, maxSeconds: 259_200 } as const
