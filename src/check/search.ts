import type { SearchExpression } from '../query/index.js'
import { type Demand, type DemandText, demandReports } from './demands.js'
import type { Report } from './report.js'

/** Everything about the search of an event query that does not need its monitor. */
export function checkSearch(search: SearchExpression, report: Report): void {
  for (const node of nodesOf(search)) {
    if (node.kind === 'search-variable') reportVariable(node, report)
    if (node.kind === 'search-and') demandReports(node.operands.flatMap(demandsOf), searchText, report)
  }
}

const searchText: DemandText = {
  place: 'search',
  alternatives: (key, values) => `${key}:(${values.join(' OR ')})`,
}

/** `query/template-variable`: monitors have no dashboard variables. */
function reportVariable({ span }: SearchExpression, report: Report): void {
  report({
    code: 'query/template-variable',
    severity: 'error',
    message:
      'Template variables belong to dashboards; a monitor takes them as plain text and matches nothing.',
    span,
    hint: 'Write the value itself, such as `service:checkout`, or group by the field to watch every value.',
  })
}

/** What an operand of a conjunction demands. An attribute may be a list and have two values, a word may stand twice. */
function demandsOf(operand: SearchExpression): Demand[] {
  const negated = operand.kind === 'search-not'
  const term = operand.kind === 'search-not' ? operand.operand : operand
  const { span } = operand
  if (term.kind === 'search-term' || term.kind === 'search-phrase') {
    return [{ span, key: undefined, values: [term.text], negated }]
  }
  if (term.kind !== 'search-field') return []
  const { value } = term
  const values = valuesOf(value)
  return values === undefined ? [] : [{ span, key: term.field, values, negated }]
}

/** The values of `service:api` and of `service:(api OR web)`. */
function valuesOf(value: SearchExpression): readonly string[] | undefined {
  if (value.kind === 'search-term' || value.kind === 'search-phrase') return [value.text]
  if (value.kind !== 'search-or') return undefined
  const texts = value.operands.flatMap(each =>
    each.kind === 'search-term' || each.kind === 'search-phrase' ? [each.text] : [],
  )
  return texts.length === value.operands.length ? texts : undefined
}

/** Every expression of a search, outer before inner, without recursion: a search may be deep. */
function nodesOf(root: SearchExpression): readonly SearchExpression[] {
  const found: SearchExpression[] = []
  const waiting: SearchExpression[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node)
    if (node.kind === 'search-not') waiting.push(node.operand)
    else if (node.kind === 'search-field') waiting.push(node.value)
    else if (node.kind === 'search-and' || node.kind === 'search-or') {
      waiting.push(...node.operands.toReversed())
    }
  }
  return found
}
