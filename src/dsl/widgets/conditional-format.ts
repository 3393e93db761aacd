import type { ConditionalComparator } from '../../catalog/index.js'
import type { JsonObject } from '../../model/index.js'

/** When a colour applies. */
export interface FormatBound {
  readonly above?: number
  readonly atLeast?: number
  readonly below?: number
  readonly atMost?: number
}

/** Colours by value: `red: { above: 1 }`. The first that fits wins: red, then yellow, then green. */
export interface ColourOptions {
  readonly red?: FormatBound
  readonly yellow?: FormatBound
  readonly green?: FormatBound
  /** Any other format, in Datadog's own names. */
  readonly conditionalFormats?: readonly JsonObject[]
}

const comparators: Readonly<Record<keyof FormatBound, ConditionalComparator>> = {
  above: '>',
  atLeast: '>=',
  below: '<',
  atMost: '<=',
}

/** The formats in the API's form; undefined where none is asked for, because an empty list is refused. */
export function conditionalFormats(options: ColourOptions): readonly JsonObject[] | undefined {
  const formats = [
    ...boundFormats(options.red, 'white_on_red'),
    ...boundFormats(options.yellow, 'white_on_yellow'),
    ...boundFormats(options.green, 'white_on_green'),
    ...(options.conditionalFormats ?? []),
  ]
  return formats.length === 0 ? undefined : formats
}

function boundFormats(bound: FormatBound | undefined, palette: string): readonly JsonObject[] {
  return (Object.entries(bound ?? {}) as [keyof FormatBound, number][]).map(([name, value]) => ({
    comparator: comparators[name],
    value,
    palette,
  }))
}
