import type { Resource, ResourceKind } from '../model/index.js'
import type { LiveObject } from '../wire/index.js'
import type { DescribeQueryChange } from './in-words.js'
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
  readonly describeQueryChange?: DescribeQueryChange
  /** Kinds that could not be listed; `live` holds nothing of them, and no resource is of such a kind. */
  readonly unread?: readonly ResourceKind[]
  /** How many objects of the project the account listed last time. */
  readonly expected?: ExpectedCounts
  /** Leaves out the fingerprints, which only a saved plan needs. */
  readonly withoutFingerprints?: boolean
  /** Goes on although the listing looks cut short. */
  readonly trustListing?: boolean
}
