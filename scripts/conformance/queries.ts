// The laws of the query language over a directory of corpus files.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AnyNode,
  equalNodes,
  format,
  type ParseResult,
  parseFormula,
  parseMetricQuery,
  parseMonitorQuery,
  parseSearch,
  print,
  visit,
} from '../../src/query/index.js'
import { checkBuilder } from './builders.js'

/** One line of a corpus file, as far as this command reads it. */
interface Row {
  readonly query?: string
  readonly formula?: string
  readonly search?: string
  readonly expectParses?: boolean
  readonly type?: string | null
  readonly accepted?: boolean | null
  readonly fault?: string
}

/** What is known about one file. */
export interface FileReport {
  readonly file: string
  /** Rows in the file. */
  readonly rows: number
  /** Rows that Datadog accepted or nobody refused. */
  readonly expected: number
  readonly parsed: number
  /** Rows that hold an opaque node. */
  readonly opaque: number
  readonly roundTrip: number
  /** Rows that have a builder expression to try, and those whose expression prints the query again. */
  readonly buildable: number
  readonly built: number
  /** Rows that Datadog refused because of their syntax, and how many of them we refuse. */
  readonly faulty: number
  readonly refused: number
  readonly failures: readonly Failure[]
}

export interface Failure {
  readonly line: number
  readonly text: string
  readonly reason: string
}

export interface Report {
  readonly files: readonly FileReport[]
  readonly ok: boolean
}

type Parse = (row: Row) => ParseResult<AnyNode>

/** The largest share of rows that may hold an opaque node. */
const opaqueLimit = 0.002

interface Corpus {
  readonly file: string
  readonly parse: Parse
  /** Whether a query of this file has a builder expression of its own. */
  readonly hasBuilder: boolean
}

const corpora: readonly Corpus[] = [
  { file: 'metric-queries.jsonl', parse: row => parseMetricQuery(row.query ?? ''), hasBuilder: true },
  { file: 'monitor-queries.jsonl', parse: parseMonitorRow, hasBuilder: true },
  { file: 'formulas.jsonl', parse: row => parseFormula(row.formula ?? ''), hasBuilder: false },
  { file: 'searches.jsonl', parse: row => parseSearch(row.search ?? ''), hasBuilder: false },
]

function parseMonitorRow(row: Row): ParseResult<AnyNode> {
  const { type } = row
  return parseMonitorQuery(row.query ?? '', type === null || type === undefined ? {} : { type })
}

/** Checks every corpus file of a directory; files that are not there are left out. */
export function checkQueries(directory: string): Report {
  const files = corpora
    .filter(({ file }) => existsSync(join(directory, file)))
    .map(corpus => checkFile(corpus, readFileSync(join(directory, corpus.file), 'utf8')))
  return { files, ok: files.length > 0 && files.every(passes) }
}

function passes(report: FileReport): boolean {
  const { expected, parsed, roundTrip, built, buildable, opaque, rows, faulty, refused } = report
  const isWhole = parsed === expected && roundTrip === parsed && built === buildable
  return isWhole && refused === faulty && opaque <= rows * opaqueLimit
}

function checkFile(corpus: Corpus, content: string): FileReport {
  const lines = content.split('\n').filter(line => line.trim() !== '')
  const counts = {
    expected: 0,
    parsed: 0,
    opaque: 0,
    roundTrip: 0,
    buildable: 0,
    built: 0,
    faulty: 0,
    refused: 0,
  }
  const failures: Failure[] = []
  lines.forEach((line, index) => {
    const row = JSON.parse(line) as Row
    const reason = checkRow(row, corpus, counts)
    if (reason !== undefined) failures.push({ line: index + 1, text: textOf(row), reason })
  })
  return { file: corpus.file, rows: lines.length, ...counts, failures }
}

type Counts = Record<
  'expected' | 'parsed' | 'opaque' | 'roundTrip' | 'buildable' | 'built' | 'faulty' | 'refused',
  number
>

/** Counts one row; gives what is wrong with it. */
function checkRow(row: Row, { parse, hasBuilder }: Corpus, counts: Counts): string | undefined {
  const result = parse(row)
  if (row.accepted === false || row.expectParses === false) {
    if (row.fault !== 'syntax' && row.expectParses !== false) return undefined
    counts.faulty += 1
    if (result.ok) return 'a faulty query was accepted'
    counts.refused += 1
    return undefined
  }
  counts.expected += 1
  if (!result.ok) return result.diagnostics.map(entry => `${entry.code}: ${entry.message}`).join(' ')
  counts.parsed += 1
  const isOpaque = holdsOpaque(result.node)
  if (isOpaque) counts.opaque += 1
  const reason = checkRoundTrip(result.node, row, parse)
  if (reason === undefined) counts.roundTrip += 1
  const buildReason =
    hasBuilder && !isOpaque ? checkBuilder(textOf(row), result.node, row.type ?? undefined) : undefined
  if (hasBuilder && !isOpaque) counts.buildable += 1
  if (hasBuilder && !isOpaque && buildReason === undefined) counts.built += 1
  return reason ?? buildReason ?? (isOpaque ? 'holds an opaque node' : undefined)
}

function holdsOpaque(node: AnyNode): boolean {
  let found = false
  visit(node, {
    opaque: () => {
      found = true
    },
  })
  return found
}

function checkRoundTrip(node: AnyNode, row: Row, parse: Parse): string | undefined {
  const text = print(node)
  const again = parse(withText(row, text))
  if (!again.ok) return `printed as ${text}, which does not parse`
  if (!equalNodes(again.node, node)) return `printed as ${text}, which is another tree`
  if (print(again.node) !== text) return `printed as ${text}, which is not stable`
  const pretty = parse(withText(row, format(node)))
  return pretty.ok && equalNodes(pretty.node, node)
    ? undefined
    : `formatted as ${format(node)}, which is another tree`
}

function withText(row: Row, text: string): Row {
  if (row.search !== undefined) return { ...row, search: text }
  return row.formula === undefined ? { ...row, query: text } : { ...row, formula: text }
}

function textOf(row: Row): string {
  return row.query ?? row.formula ?? row.search ?? ''
}

export function tableOf(report: Report): string {
  const head = [
    'file',
    'rows',
    'expected',
    'parsed',
    'round trip',
    'buildable',
    'built',
    'opaque',
    'faulty',
    'refused',
  ]
  const body = report.files.map(entry => [
    entry.file,
    ...[
      entry.rows,
      entry.expected,
      entry.parsed,
      entry.roundTrip,
      entry.buildable,
      entry.built,
      entry.opaque,
      entry.faulty,
      entry.refused,
    ].map(String),
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...body.map(row => row[column]!.length)))
  const lineOf = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
  return [head, ...body].map(lineOf).join('\n')
}
