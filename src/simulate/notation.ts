import type { Diagnostic, Span } from '../diagnostic/index.js'

/** The values of a notation, `undefined` where a point is missing, or why it cannot be read. */
export type NotationResult =
  | { readonly ok: true; readonly values: readonly (number | undefined)[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Statuses of a service check and the numbers under which Datadog keeps them. */
export const checkStatuses = { ok: 0, warning: 1, critical: 2, unknown: 3 } as const

const number = '\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?'
const missing = /^_(?:x(\d+))?$/
const run = new RegExp(`^([+-]?${number})(?:([+-]${number})?x(\\d+))?$`)
const statuses = /^(ok|warning|critical|unknown)(?:x(\d+))?$/

/** A typo in a count must not fill the memory. */
const mostValues = 1_000_000

/**
 * Reads Prometheus's notation of series: `1 2 3`, `0+10x5` (0, then five more, each 10 higher), `100-5x4`, `30x3` (30,
 * then three more), `_` (missing), `_x3` (three missing). For service checks also `ok`, `critical`, `okx3` …
 * https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 *
 * @example readNotation('0+10x2 _ 30').values // [0, 10, 20, undefined, 30]
 */
export function readNotation(text: string): NotationResult {
  const values: (number | undefined)[] = []
  for (const match of text.matchAll(/\S+/g)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const read = readItem(match[0])
    if (read === undefined) return refused(unreadable(match[0]), span)
    if (values.length + read.count > mostValues) return refused(tooMany, span)
    for (let step = 0; step < read.count; step += 1) values.push(read.at(step))
  }
  return { ok: true, values }
}

interface Item {
  readonly count: number
  at(step: number): number | undefined
}

function readItem(text: string): Item | undefined {
  return readMissing(text) ?? readStatus(text) ?? readRun(text)
}

function readMissing(text: string): Item | undefined {
  const match = missing.exec(text)
  return match === null ? undefined : { count: Number(match[1] ?? 1), at: () => undefined }
}

function readStatus(text: string): Item | undefined {
  const match = statuses.exec(text)
  if (match === null) return undefined
  const status = checkStatuses[match[1] as keyof typeof checkStatuses]
  return { count: Number(match[2] ?? 0) + 1, at: () => status }
}

function readRun(text: string): Item | undefined {
  const match = run.exec(text)
  if (match === null) return undefined
  const [start, step] = [Number(match[1]), Number(match[2] ?? 0)]
  return { count: Number(match[3] ?? 0) + 1, at: index => start + index * step }
}

interface Refusal {
  readonly message: string
  readonly hint: string
}

const tooMany: Refusal = {
  message: `The series would have more than ${mostValues} points.`,
  hint: 'Write a smaller count after `x`.',
}

function unreadable(item: string): Refusal {
  return {
    message: `\`${item}\` is not a value of a series.`,
    hint: 'Write a number, `start+stepxcount`, `valuexcount`, `_` for a missing point, or `_xcount`.',
  }
}

function refused(refusal: Refusal, span: Span): NotationResult {
  return { ok: false, diagnostics: [{ code: 'simulate/series', severity: 'error', span, ...refusal }] }
}
