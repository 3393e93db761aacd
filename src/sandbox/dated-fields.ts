import type { Account } from './account.js'

/** Days between which an answer carries a field: from `since` on, and before `until`. */
interface Period {
  readonly since?: string
  readonly until?: string
}

/**
 * Fields that the server began or ceased to show. A bound lies between the last recorded answer of the one kind and the
 * first of the other. The account's clock decides, so an account of today shows what the newest recordings show.
 */
const PERIODS = {
  'restriction_policy of a written monitor': { since: '2024-01-01' },
  'draft_status of a monitor': { since: '2025-05-01' },
  'assets of a written monitor': { since: '2025-11-01' },
  'empty assets of a monitor read without with_assets': { since: '2025-11-01', until: '2026-01-01' },
  'locked in the options of a monitor': { until: '2022-02-01' },
  'timeframe and thresholds of an SLO': { since: '2022-12-01' },
  // Not for every account at once: on the 5th one had it, on the 17th another had not yet.
  'sli_specification of a metric SLO': { since: '2026-02-01' },
  'is_read_only of a dashboard': { until: '2025-06-01' },
  'embeddable_domains of a shared dashboard': { since: '2025-03-01' },
  'session length of a share no longer by invitation': { since: '2025-03-01' },
  'the sharing person among the invited': { since: '2025-12-01' },
  'tags of a dashboard in a list': { since: '2024-01-01' },
  'restricted_roles of a dashboard that nobody sent': { since: '2021-01-01' },
  'rrule and duration of a correction': { since: '2021-10-01' },
  'mute_first_recovery_notification of a downtime of v1': { since: '2022-01-01' },
  'notify_end of a downtime of v1': { since: '2022-10-01' },
  'status of a downtime of v1': { since: '2022-10-01' },
  'uuid of a downtime of v1': { since: '2023-04-01' },
} as const satisfies Readonly<Record<string, Period>>

export type DatedField = keyof typeof PERIODS

/** Whether answers of the account's day carry the field. */
export function isShown(field: DatedField, account: Account): boolean {
  const { since, until }: Period = PERIODS[field]
  const day = account.clock().toISOString().slice(0, 10)
  return (since === undefined || day >= since) && (until === undefined || day < until)
}
