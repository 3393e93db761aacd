import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SearchExpression } from '../../src/query/search/ast.js'
import { parseSearch } from '../../src/query/search/parser.js'
import { printSearch } from '../../src/query/search/printer.js'

/** What one run over a directory found. */
export interface SearchReport {
  readonly rows: number
  /** Rows that must parse: not refused by the API, not marked as wrong. */
  readonly expected: number
  readonly parsed: number
  readonly opaque: number
  /** Parsed rows whose printed form gives the same tree and prints the same again. */
  readonly roundTrip: number
  /** Rows known to be wrong, and how many of them were refused. */
  readonly wrong: number
  readonly refused: number
  /** Every row that fell short, with what happened. */
  readonly shortfalls: readonly { readonly search: string; readonly what: string }[]
}

interface Row {
  readonly search: string
  readonly accepted?: boolean | null
  readonly expectParses?: boolean
}

/** Reads `searches.jsonl` of a directory and parses every row of it. */
export function checkSearches(directory: string): SearchReport {
  const lines = readFileSync(join(directory, 'searches.jsonl'), 'utf8').split('\n')
  const rows = lines.filter(line => line !== '').map(line => JSON.parse(line) as Row)
  const shortfalls: { search: string; what: string }[] = []
  const counts = { expected: 0, parsed: 0, opaque: 0, roundTrip: 0, wrong: 0, refused: 0 }
  for (const row of rows) {
    const { search } = row
    const result = parseSearch(search)
    if (row.accepted === false || row.expectParses === false) {
      counts.wrong += 1
      if (result.ok) shortfalls.push({ search, what: 'accepted, though it is wrong' })
      else counts.refused += 1
      continue
    }
    counts.expected += 1
    if (!result.ok) {
      shortfalls.push({ search, what: result.diagnostics.map(diagnostic => diagnostic.message).join(' ') })
      continue
    }
    counts.parsed += 1
    if (shapeOf(result.node).includes('"kind":"opaque"')) {
      counts.opaque += 1
      shortfalls.push({ search, what: 'partly opaque' })
    }
    if (comesBack(result.node)) counts.roundTrip += 1
    else shortfalls.push({ search, what: `printed as ${printSearch(result.node)}, which is another tree` })
  }
  return { rows: rows.length, ...counts, shortfalls }
}

function comesBack(node: SearchExpression): boolean {
  const printed = printSearch(node)
  const again = parseSearch(printed)
  return again.ok && shapeOf(again.node) === shapeOf(node) && printSearch(again.node) === printed
}

/** A tree without its spans, as text. */
function shapeOf(node: SearchExpression): string {
  return JSON.stringify(node, (key, value: unknown) =>
    key === 'span' || key === 'fieldSpan' ? undefined : value,
  )
}

function main(args: readonly string[]): void {
  const directory = args.find(argument => !argument.startsWith('--'))
  if (directory === undefined) {
    console.error('Usage: npx tsx scripts/conformance/searches.ts DIR [--verbose]')
    process.exitCode = 1
    return
  }
  const { shortfalls, ...counts } = checkSearches(directory)
  console.table({ 'searches.jsonl': counts })
  if (args.includes('--verbose'))
    for (const { search, what } of shortfalls) console.log(`${JSON.stringify(search)}\n  ${what}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2))
