import { applyEdits, type Diagnostic, isAcceptable } from '../diagnostic/index.js'
import { type ParseResult, toldTogether } from '../query/index.js'
import { inTextOrder } from './report.js'

/** A repaired text may show what was hidden, and so may that. */
const mostRounds = 3

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
  { diagnostics }: ParseResult<Node>,
  parse: (text: string) => ParseResult<Node>,
  check: (node: Node) => readonly Diagnostic[],
): readonly Diagnostic[] | undefined {
  if (isAcceptable(diagnostics)) return undefined
  let told = diagnostics
  let isQuery = false
  for (let round = 0; round < mostRounds && canRepair(told); round += 1) {
    const repaired = parse(applyEdits(text, repairsOf(told)))
    isQuery = repaired.ok
    const found = (repaired.ok ? check(repaired.node) : repaired.diagnostics).filter(matters)
    if (!canRepair(found) && round > 0) break
    told = withoutRepetition(toldTogether(text, told, found))
    if (!canRepair(found)) break
  }
  return isQuery ? inTextOrder(told) : undefined
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
