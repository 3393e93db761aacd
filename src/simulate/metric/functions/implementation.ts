import type { Lines, Values } from '../line.js'

/** What a function knows besides the values of a line. */
export interface LineFacts {
  /** Seconds of a bucket. */
  readonly step: number
  /** The numbers among the arguments, in order. */
  readonly numbers: readonly number[]
  /** The number in the name of a family: 5 for `ewma_5`. */
  readonly span: number
  /** Gauges are interpolated before they are filled. */
  readonly holdsGauge: boolean
}

/** How a function is computed; the table of them is `functions/index.ts`. */
export type Implementation =
  /** Each point for itself; a missing one stays missing. */
  | { readonly kind: 'point'; apply(value: number, numbers: readonly number[]): number }
  /** Each point from the operands' points; one may be a number. */
  | { readonly kind: 'points'; apply(...values: readonly number[]): number }
  /** A whole line. Unless it `worksOnOneValue`, it has no meaning where leaves were reduced first. */
  | {
      readonly kind: 'line'
      readonly worksOnOneValue?: true
      /** Datadog applies it before the aggregation over space. */
      readonly beforeSpace?: true
      apply(values: Values, facts: LineFacts): Values
    }
  /** All groups together. */
  | { readonly kind: 'groups'; readonly removesGroups: boolean; apply(lines: Lines, facts: LineFacts): Lines }
  /** The past: how many seconds back. */
  | { readonly kind: 'shift'; seconds(numbers: readonly number[]): number }
  /** Each point from those of the last seconds, also of those before the window. */
  | { readonly kind: 'lookback' }
