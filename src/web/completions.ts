import {
  builtInVariables,
  callNames,
  conditionals,
  type FunctionParameter,
  functionNamed,
  headAggregators,
  methodNames,
  monitorTypes,
  rollupAggregators,
  spaceAggregators,
  stepNames,
} from '../catalog/index.js'
import { usageOf } from '../check/index.js'
import type { Grammar } from './tokens.js'

/** One thing that could be written at the caret. */
export interface Suggestion {
  readonly label: string
  /** What is inserted, where that is more than the label; the caret goes to `caret` from its start. */
  readonly insert?: string
  readonly caret?: number
  readonly kind: 'function' | 'aggregator' | 'keyword' | 'window' | 'value' | 'parameter' | 'variable'
  /** How it is written. */
  readonly usage?: string
  /** A whole expression that uses it. */
  readonly example?: string
}

export interface Suggestions {
  /** The written beginning of a word, which a choice replaces. */
  readonly from: number
  readonly items: readonly Suggestion[]
}

/** What could stand at an offset of a text. Everything comes from the catalog. */
export function suggestionsAt(text: string, offset: number, grammar: Grammar): Suggestions | undefined {
  const before = text.slice(0, offset)
  if (grammar === 'json') return undefined
  if (before.includes('{{') || grammar === 'message') return messageSuggestions(before)
  const from = offset - /\w*$/.exec(before)![0].length
  const items = querySuggestions(before.slice(0, from), grammar)
  return items.length === 0 ? undefined : { from, items }
}

function messageSuggestions(before: string): Suggestions | undefined {
  const open = /\{\{([#^/]?)([\w.]*)$/.exec(before)
  if (open === null) return undefined
  const from = before.length - open[2]!.length
  const names: readonly string[] = open[1] === '' ? builtInVariables : Object.keys(conditionals)
  return { from, items: names.map(label => ({ label, insert: `${label}}}`, kind: 'variable' })) }
}

function querySuggestions(before: string, grammar: Grammar): readonly Suggestion[] {
  if (insideScope(before)) return []
  if (/["')\]}]\s*\.$/.test(before)) return afterDot(before)
  const call = enclosingCall(before)
  if (call !== undefined && /['"]$/.test(before)) return valuesOf(call)
  if (/['"]$/.test(before) || grammar === 'search') return []
  if (call !== undefined && isHead(call.name) && before.trimEnd().endsWith('(') && !call.nested)
    return windows
  const start = before.trim() === '' ? heads : []
  const named = call !== undefined && call.index > 0 ? namedArguments(call) : []
  const isExpression = /(?:^|[(,:*/+-])\s*$/.test(before)
  return [...start, ...named, ...(isExpression ? expressionItems : [])]
}

const insideScope = (before: string) => before.lastIndexOf('{') > before.lastIndexOf('}')

function afterDot(before: string): readonly Suggestion[] {
  const language = steppedLanguage(before)
  if (language === undefined) return methods
  return stepNames(language).map(label => ({
    label,
    insert: `${label}()`,
    caret: label.length + 1,
    kind: 'function',
  }))
}

function steppedLanguage(before: string): 'event' | 'service-check' | 'slo' | 'formula' | undefined {
  if (/^\s*["']/.test(before)) return 'service-check'
  if (/^\s*(?:burn_rate|error_budget)\s*\(/.test(before)) return 'slo'
  if (/^\s*formula\s*\(/.test(before)) return 'formula'
  return /^\s*[a-z][a-z-]*\s*\(\s*["']/.test(before) ? 'event' : undefined
}

interface Call {
  readonly name: string
  readonly form: 'call' | 'method'
  /** Which argument the caret is in. */
  readonly index: number
  readonly arguments: string
  /** Whether it stands inside another call. */
  readonly nested: boolean
}

/** The call whose parentheses are open at the end of the text. */
function enclosingCall(before: string): Call | undefined {
  const open: number[] = []
  let quote = ''
  for (let at = 0; at < before.length; at += 1) {
    const sign = before[at]!
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '(') open.push(at)
    else if (sign === ')') open.pop()
    else if ((sign === "'" || sign === '"') && before.indexOf(sign, at + 1) !== -1) quote = sign
  }
  const start = open.at(-1)
  const name = start === undefined ? null : /(\.?)(\w+)\s*$/.exec(before.slice(0, start))
  if (start === undefined || name === null) return undefined
  const written = before.slice(start + 1)
  const form = name[1] === '.' ? 'method' : 'call'
  return { name: name[2]!, form, index: countCommas(written), arguments: written, nested: open.length > 1 }
}

function countCommas(text: string): number {
  const flat = text.replace(/\{[^}]*\}|'[^']*'|"[^"]*"/g, '')
  let depth = 0
  let commas = 0
  for (const sign of flat) {
    if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    else if (sign === ',' && depth === 0) commas += 1
  }
  return commas
}

function parametersOf({ name, form }: Call): readonly FunctionParameter[] {
  return functionNamed(name, form)?.parameters ?? []
}

/** The values of the argument whose quote has just been opened. */
function valuesOf(call: Call): readonly Suggestion[] {
  const name = /(\w+)\s*=\s*['"]$/.exec(call.arguments)?.[1]
  const parameters = parametersOf(call)
  const parameter =
    name === undefined
      ? parameters[call.index]
      : parameters.find(each => each.named === true && each.name === name)
  const values = parameter?.values ?? (name === 'alert_window' ? windowNames : [])
  return values.map(label => ({ label, kind: 'value' }))
}

function namedArguments(call: Call): readonly Suggestion[] {
  const open = parametersOf(call).filter(
    ({ name, named }) => named === true && !call.arguments.includes(`${name}=`),
  )
  const given = parametersOf(call)[call.index]
  const bare: readonly string[] =
    call.name === 'rollup' && call.index === 0
      ? rollupAggregators
      : given?.quoted === true
        ? []
        : (given?.values ?? [])
  return [
    ...bare.map((label): Suggestion => ({ label, kind: 'value' })),
    ...open.map(({ name, quoted }): Suggestion => {
      const insert = quoted === true ? `${name}=''` : `${name}=`
      return {
        label: name,
        insert,
        caret: quoted === true ? insert.length - 1 : insert.length,
        kind: 'parameter',
      }
    }),
  ]
}

const isHead = (name: string) => (headAggregators as readonly string[]).includes(name)

// The windows that Datadog's form of a new monitor offers.
const windowNames = [
  'last_1m',
  'last_5m',
  'last_10m',
  'last_15m',
  'last_30m',
  'last_1h',
  'last_2h',
  'last_4h',
  'last_1d',
]

const windows: readonly Suggestion[] = windowNames.map(label => ({ label, kind: 'window' }))

const eventSources = [
  ...new Set(
    Object.values(monitorTypes).flatMap(({ language, sources }) => (language === 'event' ? sources : [])),
  ),
]

/** How a monitor query can begin. */
const heads: readonly Suggestion[] = [
  ...headAggregators.map(
    (name): Suggestion => ({
      label: `${name}(last_5m):`,
      kind: 'keyword',
      usage: `${name}(window):query > limit`,
    }),
  ),
  ...eventSources.map(
    (name): Suggestion => ({
      label: `${name}("")`,
      insert: `${name}("").index("*").rollup("count").last("5m") > 0`,
      caret: name.length + 2,
      kind: 'keyword',
    }),
  ),
]

const expressionItems: readonly Suggestion[] = [
  ...Object.keys(spaceAggregators).map(
    (name): Suggestion => ({ label: `${name}:`, kind: 'aggregator', usage: `${name}:metric{scope}` }),
  ),
  ...callNames.map(name => callItem(name, 'call')),
]

const methods: readonly Suggestion[] = methodNames.map(name => callItem(name, 'method'))

function callItem(name: string, form: 'call' | 'method'): Suggestion {
  const row = functionNamed(name, form)
  const base = { label: name, insert: `${name}()`, caret: name.length + 1, kind: 'function' } as const
  return row === undefined ? base : { ...base, usage: usageOf(name, row), example: row.example }
}
