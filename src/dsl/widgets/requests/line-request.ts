import { definitionError } from '../../definition-error.js'
import type { Line } from '../../line.js'
import { type ColourOptions, conditionalFormats } from '../conditional-format.js'
import { type DataInput, lineData, linesOf } from './line-data.js'
import type { DataRequest, RequestSort } from './request.js'

/** How many rows a list has, and which come first. */
export interface RankOptions {
  readonly limit?: number
  readonly order?: 'asc' | 'desc'
}

/** Ten rows, the highest first, unless the author says otherwise. */
export function rankOf({ limit = 10, order = 'desc' }: RankOptions): RequestSort {
  return { count: limit, orderBy: [{ type: 'formula', index: 0, order }] }
}

/** One number for each group of each line, with its colours. */
export function scalarRequest(lines: readonly Line[], options: ColourOptions = {}): DataRequest {
  const formats = conditionalFormats(options)
  return { ...lineData(lines, 'scalar'), ...(formats === undefined ? {} : { conditionalFormats: formats }) }
}

/**
 * The requests of a widget: those the author wrote, or the one that `build` makes of lines. Options that only mean
 * something for lines are refused beside requests, where they would be ignored.
 */
export function requestsFrom<Request extends object>(
  data: DataInput<Request>,
  lineOptions: Readonly<Record<string, unknown>>,
  build: (lines: readonly Line[]) => Request | readonly Request[],
): unknown {
  const lines = linesOf(data)
  if (lines !== undefined) return build(lines)
  const given = Object.keys(lineOptions).find(name => lineOptions[name] !== undefined)
  if (given === undefined) return data
  throw definitionError(
    'dsl/line-option',
    `\`${given}\` is for lines, but this widget has a whole request.`,
    {
      hint: `Leave \`${given}\` out and say it in the request, in its own words.`,
    },
  )
}
