/** What is known about one metric of an account. */
export interface InventoryMetric {
  readonly name: string
  /** `gauge`, `count`, `rate` or `distribution`; absent where the account does not say. */
  readonly type?: string
  /** Datadog's unit name, `byte`; per what, `byte/second`. */
  readonly unit?: string
  /** The keys of its tags; absent where nobody knows them. */
  readonly tags?: readonly string[]
}

/** The metrics of an account, by which definitions are checked. */
export interface Inventory {
  readonly metrics: readonly InventoryMetric[]
}
