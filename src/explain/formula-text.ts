import { isJsonObject, type Json } from '../model/index.js'
import { type MetricExpression, parseFormula } from '../query/index.js'
import { type Phrase, phrase } from './sentences.js'
import { groupsOf } from './series.js'
import { type ResultUnit, unitOf, unitsByName } from './unit.js'
import { valuePhrase } from './value.js'
import { keysByName, textIn } from './variable-keys.js'

/** `{"formula": "query1"}`, or the bare text that the documentation's examples show. */
export function formulaValue(
  formula: Json | undefined,
  names: ReadonlyMap<string, Phrase>,
): Phrase | undefined {
  const text = formulaText(formula)
  if (text === '') return undefined
  const node = formulaNode(formula)
  return node === undefined
    ? phrase('value/opaque', { text })
    : valuePhrase(node, { inMonitor: false, names })
}

function formulaText(formula: Json | undefined): string {
  const text = isJsonObject(formula) ? textIn(formula, 'formula') : formula
  return typeof text === 'string' ? text : ''
}

/** The tree of a formula, however it is written; undefined where there is none. */
export function formulaNode(formula: Json | undefined): MetricExpression | undefined {
  const text = formulaText(formula)
  return text === '' ? undefined : parseFormula(text).node
}

/** The groups of a formula, by those of the queries that it names. */
export function groupsOfFormula(formula: Json | undefined, queries: Json | undefined): readonly string[] {
  const node = formulaNode(formula)
  if (node === undefined) return []
  return groupsOf(node, new Map([...keysByName(queries)].map(([name, { groups }]) => [name, groups])))
}

/** The unit of a formula's result, where it is sure. */
export function unitOfFormula(formula: Json | undefined, queries: Json | undefined): ResultUnit | undefined {
  const node = formulaNode(formula)
  return node === undefined ? undefined : unitOf(node, unitsByName(queries))
}
