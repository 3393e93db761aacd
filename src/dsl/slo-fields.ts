import type { JsonObject, SloThreshold } from '../model/index.js'
import { definitionError } from './definition-error.js'
import type { ManagementOptions } from './resource-key.js'
import type { Timeframe } from './slo-resource.js'
import { withoutUndefined } from './widgets/names.js'

/** What every kind of SLO takes. */
export interface SloFields<Frames extends Timeframe> extends ManagementOptions {
  readonly name: string
  readonly description?: string
  readonly tags?: readonly string[]
  /** Percent by timeframe: `{ '30d': 99.9 }`. */
  readonly target: { readonly [Frame in Frames]: number }
  /** Percent above the target, from which the status is yellow. */
  readonly warning?: { readonly [Frame in NoInfer<Frames>]?: number }
  /** The timeframe that lists show; the first when absent. */
  readonly primary?: NoInfer<Frames>
  /** Further fields in Datadog's own names; inside an object they are added to what the builder writes. */
  readonly extra?: JsonObject
}

interface LooseFields {
  readonly name: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly target: Readonly<Record<string, number>>
  readonly warning?: Readonly<Record<string, number | undefined>>
  readonly primary?: string
}

/** The JSON that every kind of SLO has. */
export function commonFields(type: string, spec: LooseFields) {
  return {
    name: spec.name,
    type,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    ...(spec.tags === undefined ? {} : { tags: spec.tags }),
    thresholds: thresholdsOf(spec),
    ...primaryOf(spec),
  }
}

/** Datadog repeats the threshold of the primary timeframe beside the list. */
function primaryOf({ primary, target, warning }: LooseFields): JsonObject {
  if (primary === undefined) return {}
  return withoutUndefined({
    timeframe: primary,
    target_threshold: target[primary],
    warning_threshold: warning?.[primary],
  })
}

function thresholdsOf(spec: LooseFields): readonly SloThreshold[] {
  return Object.entries(spec.target).map(([timeframe, target]) => {
    const warning = spec.warning?.[timeframe]
    checkPercent(target, `target of ${timeframe}`)
    return { timeframe, target, ...(warning === undefined ? {} : { warning }) }
  })
}

/** A target of 100 % has no error budget, and the API refuses it. */
function checkPercent(value: number, what: string): void {
  if (value > 0 && value < 100) return
  throw definitionError(
    'dsl/slo-target',
    `The ${what} is ${value}, but it must be a percentage between 0 and 100.`,
    {
      hint: 'Neither bound is possible: 99.9 means that 0.1 % may fail.',
    },
  )
}
