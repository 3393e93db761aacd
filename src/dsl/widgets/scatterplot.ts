import type { AxisOptions } from './axis.js'
import { builtWidget } from './built-widget.js'
import type { ClassicPart } from './requests/classic.js'
import { type LineInput, lineData, linesOf } from './requests/line-data.js'
import type { FormulaPart, RequestLooks } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** One axis in the superseded form. */
export type AxisRequest = ClassicPart &
  RequestLooks & { readonly aggregator?: 'avg' | 'last' | 'max' | 'min' | 'sum' }

/** How a scatter plot is drawn. */
export interface ScatterplotOptions extends WidgetOptions {
  readonly xAxis?: AxisOptions
  readonly yAxis?: AxisOptions
  readonly colorByGroups?: readonly string[]
}

/** Two lines, a request whose formulas have a `dimension` each, or two requests in the superseded form. */
export type ScatterplotData =
  | { readonly x: LineInput; readonly y: LineInput; readonly radius?: LineInput; readonly color?: LineInput }
  | { readonly table: FormulaPart & RequestLooks }
  | { readonly x: AxisRequest; readonly y: AxisRequest }

/**
 * One point for each group, by two values.
 * @example scatterplot('CPU and memory', { x: avg('container.cpu.usage').by('service'), y: avg('container.memory.usage').by('service') })
 */
export function scatterplot(title: Title, data: ScatterplotData, options: ScatterplotOptions = {}): Widget {
  return builtWidget('scatterplot', [title], { ...options, ...requestsOf(data) })
}

function requestsOf(data: ScatterplotData): object {
  if ('table' in data) return data
  const { x, y, ...more } = data
  const lines = linesOf<AxisRequest>([x, y] as readonly LineInput[] | readonly AxisRequest[])
  if (lines === undefined) return { x, y }
  const dimensions = ['x', 'y', ...Object.keys(more)]
  const all = linesOf<AxisRequest>([x, y, ...Object.values(more)] as readonly LineInput[]) ?? lines
  const { queries, formulas } = lineData(all, 'scalar')
  return {
    table: { queries, formulas: formulas.map((item, index) => ({ ...item, dimension: dimensions[index] })) },
  }
}
