import { applyEdits, type Diagnostic, isAcceptable } from '../diagnostic/index.js'
import { type ParseResult, toldTogether } from '../query/index.js'
import { inTextOrder } from './report.js'

/** A repaired text may show what was hidden, and so may that. */
const mostRounds = 3

/** A text that does not parse, as its repairs leave it. */
export interface RepairedReading<Node> {
  /** Its spans count in the repaired text. */
  readonly node: Node
  /** All that is wrong; spans and repairs count in the text as it stands. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What is wrong with a text that does not parse: what the parser says, and what parser and checks say of the repaired text, which
 * they could not read before. All counts in the text as it stands. Undefined where no repair leads to a query, and where the text is one.
 *
 * @example
 * checkRepaired(text, parseMonitorQuery(text), parseMonitorQuery, node => checkQuery(node))
 * // of `avg(last_5m):AVG:a.b{env=prod} > 5`: [{ code: 'query/space-aggregator', … }, { code: 'query/equals-in-scope', … }]
 */
export function checkRepaired<Node>(
  text: string,
  parsed: ParseResult<Node>,
  parse: (text: string) => ParseResult<Node>,
  check: (node: Node) => readonly Diagnostic[],
): readonly Diagnostic[] | undefined {
  return repairedReading(text, parsed, parse, check)?.diagnostics
}

/** The same together with the tree of the repaired text, for checks of what stands around it. */
export function repairedReading<Node>(
  text: string,
  { diagnostics }: ParseResult<Node>,
  parse: (text: string) => ParseResult<Node>,
  check: (node: Node) => readonly Diagnostic[],
): RepairedReading<Node> | undefined {
  if (isAcceptable(diagnostics)) return undefined
  let told = diagnostics
  let repaired: ParseResult<Node> | undefined
  for (let round = 0; round < mostRounds && canRepair(told); round += 1) {
    repaired = parse(applyEdits(text, repairsOf(told)))
    const found = (repaired.ok ? check(repaired.node) : repaired.diagnostics).filter(matters)
    if (!canRepair(found) && round > 0) break
    told = withoutRepetition(toldTogether(text, told, found))
    if (!canRepair(found)) break
  }
  return repaired?.ok === true ? { node: repaired.node, diagnostics: inTextOrder(told) } : undefined
}

const repairsOf = (diagnostics: readonly Diagnostic[]) => diagnostics.flatMap(({ repair }) => repair ?? [])

/** What no edit repairs is found again in every round. */
function withoutRepetition(told: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return told.filter(({ code, span }) => {
    const place = `${code} ${span?.start}`
    return seen.has(place) ? false : seen.add(place)
  })
}

function canRepair(diagnostics: readonly Diagnostic[]): boolean {
  return repairsOf(diagnostics).length > 0
}

function matters({ severity, repair }: Diagnostic): boolean {
  return severity === 'error' || repair !== undefined
}
