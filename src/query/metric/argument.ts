import type { Argument, FunctionCall, MethodCall, MetricExpression, TagList } from './ast.js'

/** True for an argument that is an expression of its own, not a literal, a named value or a list of tags. */
export function isExpression(argument: Argument): argument is MetricExpression {
  switch (argument.kind) {
    case 'string':
    case 'word':
    case 'named-argument':
    case 'tag-list':
      return false
    default:
      return true
  }
}

/** How a function is used; a `regrouping` is a call with a list of tags, `sum(query1, {env})`. */
export function functionForm(node: FunctionCall | MethodCall): 'call' | 'method' | 'regrouping' {
  if (node.kind === 'method') return 'method'
  return tagListOf(node) === undefined ? 'call' : 'regrouping'
}

/** The tags by which a call groups the lines of its query anew; undefined for other calls. */
export function tagListOf(call: FunctionCall): TagList | undefined {
  // A loop: this is asked for each call of each query.
  for (let index = call.arguments.length - 1; index > 0; index -= 1) {
    const argument = call.arguments[index]!
    if (argument.kind === 'tag-list') return argument
  }
  return undefined
}
