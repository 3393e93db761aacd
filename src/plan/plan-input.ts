import type { Resource } from '../model/index.js'
import type { LiveObject } from '../wire/index.js'
import type { ExpectedCounts } from './shrink.js'

export interface PlanInput {
  readonly project: string
  /** The account's name. */
  readonly account: string
  readonly resources: readonly Resource[]
  /** Every object of the account; dashboards of this project with their widgets. */
  readonly live: readonly LiveObject[]
  readonly createdAt?: string
  /** What a change of a monitor's query means, in words. */
  readonly describeQueryChange?: (before: string, after: string, type: string) => readonly string[]
  /** How many objects of the project the account listed last time. */
  readonly expected?: ExpectedCounts
  /** Goes on although the listing looks cut short. */
  readonly trustListing?: boolean
}
