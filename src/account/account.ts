import type { Json, JsonObject, ResourceKind } from '../model/index.js'
import type { LiveObject } from '../wire/index.js'
import type { Outcome } from './outcome.js'

/** How far a listing is. `total` is only known for some kinds. */
export interface ListProgress {
  readonly kind: ResourceKind
  readonly read: number
  readonly total?: number
}

export interface ListOptions {
  readonly onProgress?: (progress: ListProgress) => void
  /** Only objects that carry this mark (`dogma:shop/checkout-errors`). */
  readonly mark?: string
  /** Which dashboards to read with their widgets; the others come as the listing shows them, marked `partial`. */
  readonly wantsDetails?: (summary: LiveObject) => boolean
}

/** A Datadog account, as much of it as dogma needs. Calls never throw for what the account answers. */
export interface Account {
  /** The name that people gave it: `prod`, `sandbox`. */
  readonly name: string
  /** Every object of a kind, in order of id for monitors and of the listing for the others. */
  list(kind: ResourceKind, options?: ListOptions): Promise<Outcome<readonly LiveObject[]>>
  get(kind: ResourceKind, id: string): Promise<Outcome<LiveObject>>
  /** Never sent twice: an unclear answer comes back as the error `unclear`. */
  create(kind: ResourceKind, body: JsonObject): Promise<Outcome<LiveObject>>
  update(kind: ResourceKind, id: string, body: JsonObject): Promise<Outcome<LiveObject>>
  /** An object that is gone already counts as deleted. `force` deletes what others still use. */
  delete(kind: ResourceKind, id: string, options?: { readonly force?: boolean }): Promise<Outcome<void>>
  /** Asks whether the account would take this monitor; with `id`, as an update of that one. */
  validate(body: JsonObject, id?: string): Promise<Outcome<void>>
  /** Asks whether the account knows the API key. The application key shows at the first listing. */
  validateKeys(): Promise<Outcome<void>>
  /** What any other path of the API answers to a GET. */
  read(path: string): Promise<Outcome<Json>>
  /** The names of metrics that sent a point since a time in seconds; absent where the account cannot be asked. */
  activeMetrics?(since: number): Promise<Outcome<readonly string[]>>
  /** Lets go of open connections. */
  close(): void
}
