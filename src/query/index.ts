// The whole public face of the query language. Runs in a browser; no dependency.
export type * from './composite/ast.js'
export { parseComposite } from './composite/parser.js'
export { equalNodes } from './equal.js'
export { format } from './format.js'
export type * from './message/ast.js'
export {
  conditionalNames,
  isConditional,
  isStateConditional,
  type StateConditionalName,
} from './message/conditionals.js'
export { parseMessage } from './message/parser.js'
export { variablesOf } from './message/variables.js'
export { functionForm, isExpression, tagListOf } from './metric/argument.js'
export type * from './metric/ast.js'
export { isCounting } from './metric/counting.js'
export { parseFormula, parseMetricQuery } from './metric/parser.js'
export type * from './monitor/ast.js'
export { type MonitorQueryOptions, parseMonitorQuery } from './monitor/parser.js'
export { stepMeant } from './monitor/step-names.js'
export { typesThatFit } from './monitor/types.js'
export { toldTogether } from './moved.js'
export type * from './node.js'
export { canonicalNumber } from './number-literal.js'
export { print } from './printer.js'
export type { ParseResult } from './result.js'
export type * from './search/ast.js'
export { escapeSearchPhrase, escapeSearchTerm } from './search/escape.js'
export { parseSearch, type SearchOptions } from './search/parser.js'
export {
  type AnyNode,
  childKeys,
  childrenOf,
  type NodeKind,
  type NodeOfKind,
  type Visitor,
  visit,
} from './visitor.js'
