import { type Duplicates, indexDuplicates } from './monitor/duplicates.js'
import type { QueryJudge } from './options.js'
import { type Random, seededRandom } from './random.js'
import { indexReferences, type References } from './references.js'
import type { Store } from './storage/store.js'

/** What routes work on. */
export interface Account {
  readonly store: Store
  readonly clock: () => Date
  readonly random: Random
  readonly duplicates: Duplicates
  readonly references: References
  readonly isQueryAcceptable: QueryJudge
  readonly takesNestedComposites: boolean
}

export interface AccountOptions {
  readonly clock?: () => Date
  readonly isQueryAcceptable?: QueryJudge
  readonly takesNestedComposites?: boolean
}

/** An account over a store. Make it before the store is filled, so that its indices see every object. */
export function createAccount(store: Store, options: AccountOptions): Account {
  return {
    store,
    clock: options.clock ?? (() => new Date()),
    random: seededRandom(20_260_101),
    duplicates: indexDuplicates(store),
    references: indexReferences(store),
    isQueryAcceptable: options.isQueryAcceptable ?? (() => undefined),
    takesNestedComposites: options.takesNestedComposites ?? false,
  }
}
