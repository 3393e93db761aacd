import type { CompositeExpression, CompositeQuery } from '../query/index.js'
import { type MonitorContext, named } from './monitor-context.js'
import { addPart, type Pieces } from './pieces.js'
import { type Phrase, phrase } from './sentences.js'

export function compositeSummary(query: CompositeQuery, context: MonitorContext): Phrase {
  return phrase('summary/composite', { value: compositeValue(query.expression, context) })
}

/** While which states of other monitors a composite alerts. */
export function compositeValue(node: CompositeExpression, context: MonitorContext): Phrase {
  switch (node.kind) {
    case 'composite-monitor':
      return phrase('value/composite-monitor', { id: node.id, negated: false, ...named(context, node.id) })
    case 'composite-not':
      return node.operand.kind === 'composite-monitor'
        ? phrase('value/composite-monitor', {
            id: node.operand.id,
            negated: true,
            ...named(context, node.operand.id),
          })
        : phrase('value/composite-not', { operand: compositeValue(node.operand, context) })
    case 'composite-and':
      return phrase('value/composite', {
        operator: 'and',
        operands: node.operands.map(one => compositeValue(one, context)),
      })
    case 'composite-or':
      return phrase('value/composite', {
        operator: 'or',
        operands: node.operands.map(one => compositeValue(one, context)),
      })
    case 'opaque':
      return phrase('value/opaque', { text: node.text })
  }
}

/** Parts of a composite query, and of its expression alone. */
export function addCompositeParts(pieces: Pieces, query: CompositeQuery, context: MonitorContext): void {
  // In messages the members are called a, b, c … in the order of the query; one that is named twice keeps its letter.
  const letters = new Map<string, string>()
  addExpression(pieces, query.expression, 0, context, letters)
}

function addExpression(
  pieces: Pieces,
  node: CompositeExpression,
  depth: number,
  context: MonitorContext,
  letters: Map<string, string>,
): void {
  switch (node.kind) {
    case 'composite-monitor': {
      const letter = letters.get(node.id) ?? String.fromCharCode(97 + letters.size)
      letters.set(node.id, letter)
      addPart(
        pieces,
        node,
        depth,
        phrase('part/composite-monitor', { id: node.id, letter, ...named(context, node.id) }),
      )
      return
    }
    case 'composite-not':
      addPart(pieces, node, depth, phrase('part/composite-not', {}), '!')
      addExpression(pieces, node.operand, depth + 1, context, letters)
      return
    case 'composite-and':
    case 'composite-or': {
      const and = node.kind === 'composite-and'
      const count = { count: node.operands.length }
      addPart(
        pieces,
        node,
        depth,
        and ? phrase('part/composite-and', count) : phrase('part/composite-or', count),
        and ? '&&' : '||',
      )
      for (const operand of node.operands) addExpression(pieces, operand, depth + 1, context, letters)
      return
    }
    case 'opaque':
      if (node.text !== '') addPart(pieces, node, depth, phrase('part/opaque', { text: node.text }))
  }
}
