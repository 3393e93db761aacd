import type { ConditionalComparator, ConditionalPalette } from '../../catalog/index.js'

/** When a colour applies. */
export interface FormatBound {
  readonly above?: number
  readonly atLeast?: number
  readonly below?: number
  readonly atMost?: number
}

/** A colour by value, in the API's form. */
export interface ConditionalFormat {
  readonly comparator: ConditionalComparator
  readonly value: number
  /** One of the usual ones, or any that the API has. */
  readonly palette: ConditionalPalette | (string & Record<never, never>)
  /** Of the palette `custom_bg`. */
  readonly customBgColor?: string
  /** Of the palette `custom_text`. */
  readonly customFgColor?: string
  readonly hideValue?: boolean
  /** Of the palette `custom_image`. */
  readonly imageUrl?: string
  readonly metric?: string
  readonly timeframe?: string
}

/** Colours by value: `red: { above: 1 }`. The first that fits wins: red, then yellow, then green. */
export interface ColourOptions {
  readonly red?: FormatBound
  readonly yellow?: FormatBound
  readonly green?: FormatBound
  /** Any other format. */
  readonly conditionalFormats?: readonly ConditionalFormat[]
}

const comparators: Readonly<Record<keyof FormatBound, ConditionalComparator>> = {
  above: '>',
  atLeast: '>=',
  below: '<',
  atMost: '<=',
}

/** The formats one after the other; undefined where none is asked for, because an empty list is refused. */
export function conditionalFormats(options: ColourOptions): readonly ConditionalFormat[] | undefined {
  const formats = [
    ...boundFormats(options.red, 'white_on_red'),
    ...boundFormats(options.yellow, 'white_on_yellow'),
    ...boundFormats(options.green, 'white_on_green'),
    ...(options.conditionalFormats ?? []),
  ]
  return formats.length === 0 ? undefined : formats
}

function boundFormats(
  bound: FormatBound | undefined,
  palette: ConditionalPalette,
): readonly ConditionalFormat[] {
  return (Object.entries(bound ?? {}) as [keyof FormatBound, number][]).map(([name, value]) => ({
    comparator: comparators[name],
    value,
    palette,
  }))
}
