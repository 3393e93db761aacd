import type { ResourceKind } from '../model/index.js'

/** What an account knows beyond the definitions, as plain data. Rules that need it are silent without it. */
export interface LiveFacts {
  /** When the account was read: `2026-03-01T12:00:00Z`. Ages are counted up to here. */
  readonly readAt: string
  /** What the account says about each resource, by its address. */
  readonly objects: Readonly<Record<string, LiveObjectFacts>>
  /** The ids of all objects of a kind; a kind that could not be listed is absent. */
  readonly ids: Readonly<Partial<Record<ResourceKind, readonly string[]>>>
  /** Absent where the account does not tell. */
  readonly metrics?: ActiveMetrics
  /** What the account says about handles, by the word after `@`; a family that it does not tell is absent. */
  readonly handles?: Readonly<Record<string, HandleFacts>>
  /** The rules by which the account adds recipients; absent where it does not tell. */
  readonly notificationRules?: readonly NotificationRuleFacts[]
}

/** A rule of the account that adds recipients to notifications by their tags. */
export interface NotificationRuleFacts {
  /** Tags that a notification must have all, or a search over them: `team:sre AND NOT env:dev`. */
  readonly filter: { readonly tags: readonly string[] } | { readonly scope: string }
  /** Told whenever no condition says otherwise. */
  readonly recipients: readonly string[]
  /** Told when the scope holds: `transition_type:is_alert`, `priority:p1`. */
  readonly conditions: readonly { readonly scope: string; readonly recipients: readonly string[] }[]
}

/** What the account says about the handles of one family. */
export interface HandleFacts {
  /** Every name that exists; absent where others work as well, as addresses of people outside do. */
  readonly names?: readonly string[]
  /** Names that reach nobody though they are there, with the reason: `the user is disabled`. */
  readonly inactive?: Readonly<Record<string, string>>
}

/** What the account says about one of its objects. */
export interface LiveObjectFacts {
  /** Whether some project's mark is on it. */
  readonly isManaged?: boolean
  /** Of a monitor: `OK`, `Alert`, `Warn`, `No Data`. */
  readonly state?: string
  /** Since when it is in this state; absent when it was never in another. */
  readonly stateSince?: string
  /** The scopes in which a monitor is muted, each with its end in seconds, or null for none. */
  readonly silenced?: Readonly<Record<string, number | null>>
  /** The downtimes that mute a monitor now and have no end, each with its scope: `*`, `env:staging`. */
  readonly endlessDowntimes?: readonly { readonly id: string; readonly scope: string }[]
  /** Other objects that it names by their ids. */
  readonly uses?: readonly { readonly kind: ResourceKind; readonly id: string }[]
}

/** The names of the metrics that sent a point not long ago. */
export interface ActiveMetrics {
  readonly lastDay: readonly string[]
  readonly lastMonth: readonly string[]
}

/**
 * For how many whole days a monitor has been in this state; undefined when it is in another one, or nobody knows since when.
 *
 * @example
 * daysInState({ state: 'Alert', stateSince: '2026-02-01T00:00:00Z' }, 'Alert', '2026-03-01T12:00:00Z') // 28
 */
export function daysInState(
  object: LiveObjectFacts | undefined,
  state: string,
  readAt: string,
): number | undefined {
  if (object?.state !== state || object.stateSince === undefined) return undefined
  const days = (Date.parse(readAt) - Date.parse(object.stateSince)) / 86_400_000
  return Number.isNaN(days) ? undefined : Math.floor(days)
}
