import type { Code } from './code/index.js'

/** How much of a resource the builders could not say: nothing, single fields, or the whole. */
export interface RawUse {
  readonly whole: number
  /** Fields, options or requests that stand in Datadog's own form. */
  readonly fields: number
}

/** The code of one resource. */
export interface ResourceCode {
  readonly code: Code
  readonly raw: RawUse
  /** Of dashboards: all widgets, and how many of them stand in Datadog's own form. */
  readonly widgets?: RawUse & { readonly total: number }
}

export const nothingRaw: RawUse = { whole: 0, fields: 0 }
export const allRaw: RawUse = { whole: 1, fields: 0 }
