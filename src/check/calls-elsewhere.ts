import type { TextEdit } from '../diagnostic/index.js'
import { type Argument, type FunctionCall, print } from '../query/index.js'
import { secondsMeant } from './argument-repairs.js'
import { numberOf, textOf } from './argument-values.js'

/** What stands here for a call of Graphite, PromQL, SQL or a spreadsheet: `$1` is its first argument. */
type Template = string | ((call: FunctionCall) => string | undefined)

const under = (names: string, template: Template) => names.split(' ').map(name => [name, template] as const)

/** By the plain name of the call: in lower case, without `_`. */
const rows = (): readonly (readonly [string, Template])[] => [
  // How a series is called, ordered or rounded is chosen where it is shown.
  ...under('alias aliasbynode aliasbymetric aliasbytags aliassub labelreplace labeljoin legend', '$1'),
  ...under('sort sortdesc sortbyname sortbymaxima color round ceil floor', '$1'),
  ...under('scale multiply', '($1 * $2)'),
  ...under('offset add', '($1 + $2)'),
  ...under('divideseries divide ratio', '($1 / $2)'),
  ...under('diffseries subtract', '($1 - $2)'),
  ...under('multiplyseries', '($1 * $2)'),
  ...under('aspercent percentof', '($1 / $2 * 100)'),
  ...under('keeplastvalue fillforward', '$1.fill(last)'),
  ...under('fill', filled),
  ...under('ifnull coalesce nvl isnull zn transformnull', orZero),
  ...under('removebelowvalue', 'cutoff_min($1, $2)'),
  ...under('removeabovevalue', 'cutoff_max($1, $2)'),
  ...under('highestaverage highest', "top($1, $2, 'mean', 'desc')"),
  ...under('highestmax', "top($1, $2, 'max', 'desc')"),
  ...under('highestcurrent', "top($1, $2, 'last', 'desc')"),
  ...under('lowestaverage lowest bottomk', "top($1, $2, 'mean', 'asc')"),
  ...under('movingaverage movingavg movingmean', overTime('avg')),
  ...under('movingsum', overTime('sum')),
  ...under('movingmax', overTime('max')),
  ...under('movingmin', overTime('min')),
  ...['sum', 'avg', 'min', 'max', 'count'].flatMap(name => [
    ...under(`${name} ${name}series`, aggregatedBy(name)),
  ]),
  ...under('averageseries', aggregatedBy('avg')),
]

/** Made for the first unknown function: most runs meet none. */
let templates: ReadonlyMap<string, Template> | undefined

/** The call written in functions that Datadog has; undefined for any other. */
export function callElsewhere(
  call: FunctionCall,
): { readonly hint: string; readonly repair: readonly TextEdit[] } | undefined {
  templates ??= new Map(rows())
  const template = templates.get(call.name.toLowerCase().replaceAll('_', ''))
  const shape = typeof template === 'function' ? template(call) : template
  if (shape === undefined || !isQuery(call.arguments[0])) return undefined
  const pieces = [...shape.matchAll(/\$(\d)/g)].map(([, hole]) => argumentAt(call, hole!))
  if (pieces.includes(undefined) || (shape.startsWith('$1.') && !takesMethods(call.arguments[0]!)))
    return undefined
  const text = shape.replace(/\$(\d)/g, (_, hole: string, at: number) =>
    written(argumentAt(call, hole)!, isWholeArgument(shape, at)),
  )
  return { hint: `Write \`${text.replace(/^\((.*)\)$/s, '$1')}\`.`, repair: [{ span: call.span, text }] }
}

/** Methods bind to one query, never to arithmetic. */
function takesMethods({ kind }: Argument): boolean {
  return kind === 'series' || kind === 'method'
}

/** `$1` of `cutoff_min($1, $2)`, beside which nothing binds. */
function isWholeArgument(shape: string, at: number): boolean {
  return /\w\($|, $/.test(shape.slice(0, at)) && /[,)]/.test(shape[at + 2] ?? '')
}

function written(argument: Argument, isWhole: boolean): string {
  return argument.kind === 'binary' && !isWhole ? `(${print(argument)})` : print(argument)
}

function argumentAt(call: FunctionCall, hole: string): Argument | undefined {
  return call.arguments[Number(hole) - 1]
}

function isQuery(argument: Argument | undefined): boolean {
  return argument !== undefined && numberOf(argument) === undefined && argument.kind !== 'string'
}

/** `IFNULL(x, 0)` */
function orZero({ arguments: [, value] }: FunctionCall): string | undefined {
  return numberOf(value) === 0 ? 'default_zero($1)' : undefined
}

/** `FILL(x, 0)` and `FILL(x, REPEAT)` of CloudWatch */
function filled({ arguments: [, value] }: FunctionCall): string | undefined {
  if (numberOf(value) === 0) return '$1.fill(zero)'
  const mode = { repeat: 'last', linear: 'linear' }[textOf(value)?.toLowerCase() ?? '']
  return mode === undefined ? undefined : `$1.fill(${mode})`
}

/** `movingAverage(x, '10min')`; a number of 60 or more counts seconds, a smaller one points. */
function overTime(aggregator: string): Template {
  return ({ arguments: [, interval] }) => {
    const given = numberOf(interval) ?? 0
    const written = given < 60 ? textOf(interval) : String(given)
    const seconds = secondsMeant((written ?? '').replace(/(?<=\d[smhd])[a-z]+$/, ''))
    return seconds === undefined ? undefined : `moving_rollup($1, ${seconds}, '${aggregator}')`
  }
}

/** `sumSeries(x{*})`, and `avg(avg:x{*})` twice the same. */
function aggregatedBy(name: string): Template {
  return ({ arguments: [only, ...others] }) => {
    if (only?.kind !== 'series' || others.length > 0) return undefined
    const own = only.aggregator?.name
    return own === undefined ? `${name}:$1` : own === name ? '$1' : undefined
  }
}
