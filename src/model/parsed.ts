import {
  type MessageTemplate,
  type MonitorQuery,
  type ParseResult,
  parseMessage,
  parseMonitorQuery,
} from '../query/index.js'
import type { MonitorDefinition } from './definition.js'

const queries = new WeakMap<MonitorDefinition, ParseResult<MonitorQuery>>()
const messages = new WeakMap<MonitorDefinition, ParseResult<MessageTemplate>>()

/** Lets go of the trees of a definition, for whoever goes through thousands of them one by one. */
export function forgetTrees(definition: MonitorDefinition): void {
  queries.delete(definition)
  messages.delete(definition)
}

/** The tree of a monitor's query. Definitions never change, so each is parsed once. */
export function queryOf(definition: MonitorDefinition): ParseResult<MonitorQuery> {
  let result = queries.get(definition)
  if (result === undefined) {
    result = parseMonitorQuery(definition.query, { type: definition.type })
    queries.set(definition, result)
  }
  return result
}

/** The tree of a monitor's message. */
export function messageOf(definition: MonitorDefinition): ParseResult<MessageTemplate> {
  let result = messages.get(definition)
  if (result === undefined) {
    result = parseMessage(definition.message ?? '', { type: definition.type })
    messages.set(definition, result)
  }
  return result
}
