import type { CompositeExpression } from '../../../query/index.js'
import { print } from '../../../query/index.js'
import { compositeMonitor } from '../../example.js'
import { compositeOf } from '../../facts/members.js'
import { nodesIn } from '../../facts/nodes.js'
import { defineRule } from '../../rule.js'

export const duplicateMember = defineRule({
  id: 'composite/duplicate-member',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The same condition stands twice in a list, or with its opposite.',
  why: '`a && a` says the same as `a`, so one of them was meant to be another monitor. `a && !a` is never true.',
  howToFix: 'Correct the member that was mistyped.',
  source: 'https://docs.datadoghq.com/monitors/types/composite/',
  examples: {
    good: [
      { definition: compositeMonitor({ query: '${monitor:load} && ${monitor:errors}' }) },
      {
        title: 'Twice in different lists is fine.',
        definition: compositeMonitor({ query: '(1 && 2) || (1 && 3)' }),
      },
    ],
    bad: [
      {
        title: 'Parentheses of the same kind make one list.',
        definition: compositeMonitor({ query: '(${monitor:load} && ${monitor:errors}) && ${monitor:load}' }),
        finds: 'stands twice',
      },
      {
        definition: compositeMonitor({ query: '${monitor:load} && ${monitor:load}' }),
        finds: 'stands twice',
      },
      { definition: compositeMonitor({ query: '12 && !12' }), finds: 'never true' },
      { definition: compositeMonitor({ query: '12 || !12' }), finds: 'always true' },
    ],
  },
  check({ definition }) {
    const expression = compositeOf(definition)
    const lists = expression === undefined ? [] : nodesIn(expression).filter(isList)
    const inner = new Set(lists.flatMap(list => list.operands.filter(operand => operand.kind === list.kind)))
    return lists
      .filter(list => !inner.has(list))
      .flatMap(problemsOf)
      .map(problem => ({ path: ['query'], ...problem }))
  },
})

type List = Extract<CompositeExpression, { readonly operands: unknown }>

function isList(node: { readonly kind: string }): node is List {
  return node.kind === 'composite-and' || node.kind === 'composite-or'
}

/** `(a && b) && c` is one list of three. */
function operandsOf(list: List): readonly CompositeExpression[] {
  return list.operands.flatMap(operand =>
    isList(operand) && operand.kind === list.kind ? operandsOf(operand) : [operand],
  )
}

function problemsOf(list: List) {
  const seen = new Set<string>()
  return operandsOf(list).flatMap(operand => {
    const text = print(operand)
    const opposite = operand.kind === 'composite-not' ? print(operand.operand) : `!${text}`
    const isCopy = seen.has(text)
    const isOpposite = seen.has(opposite)
    seen.add(text)
    if (isCopy)
      return [
        {
          span: operand.span,
          message: `\`${text}\` stands twice in this list.`,
          hint: 'Name the other monitor.',
        },
      ]
    if (!isOpposite) return []
    const result = list.kind === 'composite-and' ? 'never true' : 'always true'
    return [
      {
        span: operand.span,
        message: `\`${text}\` together with its opposite is ${result}.`,
        hint: 'Correct one of the two.',
      },
    ]
  })
}
