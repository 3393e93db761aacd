import type { MonitorDefinition } from '../../model/index.js'
import { parseSearch, type SearchExpression } from '../../query/index.js'
import type { NotificationRuleFacts } from '../live-facts.js'
import { filterKeysOf } from './filters.js'
import { groupsOf } from './groups.js'
import { kept } from './memo.js'
import { blockTransitions, possibleTransitions, type Transition } from './transitions.js'

/** What is true of a notification; undefined where it depends on the group that alerts. */
type Answer = boolean | undefined

/** One notification of a monitor: of the tags of its group only the keys are known before it is sent. */
interface Notification {
  readonly tags: readonly string[]
  readonly groupKeys: ReadonlySet<string>
  readonly hasAnyGroup: boolean
  readonly priority: number | undefined
  readonly state: Transition
}

/**
 * Whether a notification rule may tell somebody about one of these states. The tags of the monitor and those of the group
 * that alerts count; a rule that asks for a group nobody knows yet may match.
 * https://docs.datadoghq.com/monitors/notify/notification_rules/
 */
export function mayBeRouted(
  definition: MonitorDefinition,
  rules: readonly NotificationRuleFacts[],
  states: readonly Transition[],
): boolean {
  if (rules.length === 0) return false
  const reached = [...possibleTransitions(definition)].filter(state => states.includes(state))
  return reached.some(state => {
    const notification = notificationOf(definition, state)
    return rules.some(rule => mayTell(rule, notification))
  })
}

function notificationOf(definition: MonitorDefinition, state: Transition): Notification {
  const groups = groupsOf(definition)
  return {
    tags: (definition.tags ?? []).map(tag => tag.toLowerCase()),
    groupKeys: new Set([...groups.keys, ...filterKeysOf(definition)].map(plainKey)),
    hasAnyGroup: groups.everything || !groups.known,
    priority: definition.priority ?? undefined,
    state,
  }
}

function mayTell(rule: NotificationRuleFacts, notification: Notification): boolean {
  const { filter, recipients, conditions } = rule
  const matches =
    'tags' in filter
      ? filter.tags.every(tag => hasTag(tag, notification) !== false)
      : answers(searchOf(rule, filter.scope), notification) !== false
  if (!matches) return false
  return (
    recipients.length > 0 ||
    conditions.some(
      condition =>
        condition.recipients.length > 0 &&
        answers(searchOf(condition, condition.scope), notification) !== false,
    )
  )
}

const trees = kept((_: object): Map<string, SearchExpression | undefined> => new Map())

/** The rules are the same for every monitor of a run, so each scope is parsed once. */
function searchOf(owner: object, scope: string): SearchExpression | undefined {
  const known = trees(owner)
  if (!known.has(scope)) known.set(scope, parseSearch(scope).node)
  return known.get(scope)
}

/** Three answers: what nobody knows stays unknown, also under `NOT`. */
function answers(search: SearchExpression | undefined, notification: Notification): Answer {
  switch (search?.kind) {
    case 'search-all':
      return true
    case 'search-not': {
      const inner = answers(search.operand, notification)
      return inner === undefined ? undefined : !inner
    }
    case 'search-and':
      return all(search.operands.map(each => answers(each, notification)))
    case 'search-or':
      return any(search.operands.map(each => answers(each, notification)))
    case 'search-field':
      return valueMatches(search.field, search.value, notification)
    case 'search-term':
    case 'search-phrase':
      return hasTag(search.text, notification)
    default:
      return undefined
  }
}

function all(given: readonly Answer[]): Answer {
  if (given.includes(false)) return false
  return given.includes(undefined) ? undefined : true
}

function any(given: readonly Answer[]): Answer {
  if (given.includes(true)) return true
  return given.includes(undefined) ? undefined : false
}

/** `env:prod`, `service:(a OR b)`, `team:*` */
function valueMatches(field: string, value: SearchExpression, notification: Notification): Answer {
  switch (value.kind) {
    case 'search-all':
      return hasTag(`${field}:*`, notification)
    case 'search-term':
    case 'search-phrase':
      return hasTag(`${field}:${value.text}`, notification)
    case 'search-or':
      return any(value.operands.map(each => valueMatches(field, each, notification)))
    case 'search-and':
      return all(value.operands.map(each => valueMatches(field, each, notification)))
    case 'search-not': {
      const inner = valueMatches(field, value.operand, notification)
      return inner === undefined ? undefined : !inner
    }
    default:
      return undefined
  }
}

function hasTag(written: string, notification: Notification): Answer {
  const tag = written.toLowerCase()
  const [key = '', ...rest] = tag.split(':')
  if (key === 'transition_type') return stateIs(rest.join(':'), notification.state)
  const { tags, groupKeys, hasAnyGroup, priority } = notification
  if (tags.some(own => fits(tag, own))) return true
  if (key === 'priority') return priority !== undefined && fits(rest.join(':'), `p${priority}`)
  return hasAnyGroup || groupKeys.has(plainKey(key)) ? undefined : false
}

/** `transition_type:is_alert`, in examples of the API also `transition_type:alert`. */
function stateIs(word: string, state: Transition): Answer {
  return blockTransitions(word.startsWith('is_') ? word : `is_${word}`)?.includes(state)
}

/** `*` stands for any text. The pieces between are looked for from the left, so the time is linear. */
function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return pattern === text
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

function plainKey(key: string): string {
  return key.replace(/^@/, '').toLowerCase()
}
