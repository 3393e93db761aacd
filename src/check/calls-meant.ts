import type { TextEdit } from '../diagnostic/index.js'
import type { Argument, FunctionCall, MethodCall } from '../query/index.js'
import { numberOf } from './argument-values.js'
import { callElsewhere } from './calls-elsewhere.js'

/** What to write instead of a call that other languages have and Datadog has not, with other arguments. */
export interface CallMeant {
  readonly hint: string
  readonly repair: readonly TextEdit[]
}

type Reading = (call: FunctionCall) => CallMeant | undefined

/** How many points the functions of a family look at; the number is a part of their names here. */
const families: ReadonlyMap<string, readonly [string, readonly number[]]> = new Map([
  ['ewma', ['ewma', [3, 5, 7, 10, 20]]],
  ['ema', ['ewma', [3, 5, 7, 10, 20]]],
  ['median', ['median', [3, 5, 7, 9]]],
  ['rollingmedian', ['median', [3, 5, 7, 9]]],
  ['rollingavg', ['rollingavg', [5, 13, 21, 29]]],
  ['rollingaverage', ['rollingavg', [5, 13, 21, 29]]],
  ['rollingmean', ['rollingavg', [5, 13, 21, 29]]],
  ['movingaverage', ['rollingavg', [5, 13, 21, 29]]],
  ['movingavg', ['rollingavg', [5, 13, 21, 29]]],
  ['movingmedian', ['median', [3, 5, 7, 9]]],
])

const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['clamp', clamped],
  ['clip', clamped],
  ['sqrt', squareRoot],
  ['histogramquantile', quantile],
  ['quantile', quantile],
  ['percentile', quantile],
  ...[...families.keys()].map(name => [name, numbered] as const),
])

const plain = (name: string) => name.toLowerCase().replaceAll('_', '')

/** `clamp(x, 0, 100)`, `histogram_quantile(0.99, x)`, `ewma(x, 10)`: undefined for any call that is none of them. */
export function callInstead(node: FunctionCall | MethodCall): CallMeant | undefined {
  if (node.kind !== 'call') return undefined
  return callElsewhere(node) ?? readings.get(plain(node.name))?.(node)
}

function edit(start: number, end: number, text: string): TextEdit {
  return { span: { start, end }, text }
}

function clamped({ nameSpan, arguments: args }: FunctionCall): CallMeant | undefined {
  const [only, low, high, ...others] = args
  if (only === undefined || low === undefined || high === undefined || others.length > 0) return undefined
  if (numberOf(only) !== undefined || numberOf(low) === undefined || numberOf(high) === undefined)
    return undefined
  return {
    hint: 'Write `clamp_max(clamp_min(query, lower), upper)`.',
    repair: [
      edit(nameSpan.start, nameSpan.end, 'clamp_max(clamp_min'),
      edit(low.span.end, low.span.end, ')'),
    ],
  }
}

function squareRoot({ nameSpan, arguments: args }: FunctionCall): CallMeant | undefined {
  const [only, ...others] = args
  if (only === undefined || others.length > 0) return undefined
  const end = only.span.end
  return {
    hint: 'Write `pow(query, 0.5)`.',
    repair: [edit(nameSpan.start, nameSpan.end, 'pow'), edit(end, end, ', 0.5')],
  }
}

/** The share stands before the query in PromQL, behind it elsewhere, and may be in percent. */
function quantile({ span, arguments: args }: FunctionCall): CallMeant | undefined {
  const query = args.find(argument => argument.kind === 'series')
  const share = args.find(argument => argument.kind === 'number')
  if (query?.kind !== 'series' || share === undefined || args.length !== 2) return undefined
  const name = percentileName(share)
  if (name === undefined) return undefined
  return {
    hint: `A percentile stands before the metric: \`${name}:${query.metric.name}{…}\`.`,
    repair: [edit(span.start, query.metric.span.start, `${name}:`), edit(query.span.end, span.end, '')],
  }
}

function percentileName(share: Argument): string | undefined {
  const value = numberOf(share) ?? 0
  const percent = Number((value <= 1 ? value * 100 : value).toFixed(2))
  return percent > 0 && percent < 100 ? `p${percent}` : undefined
}

/** `ewma(x, 10)`: the nearest number that the family has. */
function numbered({ name, nameSpan, arguments: args }: FunctionCall): CallMeant | undefined {
  const [only, points, ...others] = args
  const family = families.get(plain(name))
  const wanted = numberOf(points)
  if (only === undefined || wanted === undefined || family === undefined || others.length > 0)
    return undefined
  const [base, sizes] = family
  const size = sizes.reduce((best, next) => (Math.abs(next - wanted) < Math.abs(best - wanted) ? next : best))
  const meant = `${base}_${size}`
  return {
    hint: `The number of points is a part of the name: \`${meant}(query)\`.`,
    repair: [edit(nameSpan.start, nameSpan.end, meant), edit(only.span.end, points!.span.end, '')],
  }
}
