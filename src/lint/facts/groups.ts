import { functionNamed } from '../../catalog/index.js'
import { isJsonObject, type Json, type MonitorDefinition, queryOf } from '../../model/index.js'
import {
  type FunctionCall,
  isExpression,
  type MetricExpression,
  type MonitorQuery,
  tagListOf,
} from '../../query/index.js'
import { expressionsOf, type PlacedExpression } from './expressions.js'
import { memo } from './memo.js'
import { nodesOfKind } from './nodes.js'
import { stepsOf, textsOf } from './steps.js'

/** By what a monitor is grouped. */
export interface Groups {
  readonly keys: readonly string[]
  /** `.by("*")`: every tag is a group key. */
  readonly everything: boolean
  /** False where the text does not tell: composites, SLO alerts, syntax that dogma does not know. */
  readonly known: boolean
}

const unknown: Groups = { keys: [], everything: true, known: false }

/** The groups of a monitor, from its query and the queries of its formula. */
export const groupsOf = memo((definition: MonitorDefinition): Groups => {
  const query = queryOf(definition).node
  switch (query?.kind) {
    case 'metric-monitor':
      return fromKeys(keysOf(query.expression))
    case 'service-check':
    case 'event-monitor':
      return fromKeys(keysOfSteps(query))
    case 'formula-monitor':
      return fromKeys([...keysOfSteps(query), ...keysOfVariables(definition)])
    default:
      return unknown
  }
})

function fromKeys(keys: readonly (string | undefined)[]): Groups {
  const known = [...new Set(keys.filter(key => key !== undefined))]
  const everything = known.includes('*')
  return {
    keys: known.filter(key => key !== '*'),
    everything,
    known: !keys.includes(undefined) && !everything,
  }
}

function keysOfSteps(query: MonitorQuery): string[] {
  return stepsOf(query)
    .filter(step => step.name === 'by')
    .flatMap(textsOf)
}

function keysOfVariables(definition: MonitorDefinition): (string | undefined)[] {
  const metric = expressionsOf(definition)
    .filter(isVariable)
    .flatMap(({ expression }) => keysOf(expression))
  return [...metric, ...(definition.options?.variables ?? []).flatMap(facetsOf)]
}

function isVariable(placed: PlacedExpression): boolean {
  return placed.path[0] === 'options'
}

function facetsOf(variable: Json): string[] {
  // Augmented and filtered queries keep their own queries one level down.
  const inner = isJsonObject(variable)
    ? [variable, variable.base_query, variable.augment_query].filter(isJsonObject)
    : []
  return inner
    .flatMap(query => (Array.isArray(query.group_by) ? query.group_by : []))
    .flatMap(group => {
      const facet = isJsonObject(group) ? group.facet : group
      return typeof facet === 'string' ? [facet] : []
    })
}

/** The group keys of an expression's result; `undefined` among them where the text does not tell. */
function keysOf(expression: MetricExpression): (string | undefined)[] {
  switch (expression.kind) {
    case 'series':
      return expression.groupBy?.keys.map(key => key.name) ?? []
    case 'call':
      return keysOfCall(expression)
    case 'method':
      return keysOf(expression.target)
    case 'binary':
      return [...keysOf(expression.left), ...keysOf(expression.right)]
    case 'unary':
      return keysOf(expression.operand)
    case 'opaque':
      return [undefined]
    default:
      return []
  }
}

function keysOfCall(call: FunctionCall): (string | undefined)[] {
  const tags = tagListOf(call)
  if (tags !== undefined) return tags.keys.map(key => key.name)
  if (functionNamed(call.name)?.removesGroups === true) return []
  return call.arguments.flatMap(argument => (isExpression(argument) ? keysOf(argument) : []))
}

/** Every key that any selector groups by, also under functions that drop the groups. */
export const writtenGroupKeys = memo((definition: MonitorDefinition): ReadonlySet<string> => {
  const written = expressionsOf(definition).flatMap(({ expression }) => nodesOfKind(expression, 'tag-key'))
  return new Set([...groupsOf(definition).keys, ...written.map(key => key.name)])
})
