import { optionNamed } from '../../catalog/index.js'
import { isJsonObject, type JsonObject, type MonitorDefinition, queryOf } from '../../model/index.js'
import type { MonitorQuery } from '../../query/index.js'
import { defined } from '../defined.js'
import { isReachable, repeats } from '../definition-timeline.js'
import { groupsOfMonitor } from '../groups.js'
import { missingData } from '../missing-data.js'
import type { MonitorContext } from '../monitor-context.js'
import { optionFacts } from '../options.js'
import type { Phrase } from '../sentences.js'
import { isClusterCheck } from '../service-check.js'
import { readWindow } from '../window.js'
import { change, type DraftChange, sameValue } from './change.js'
import { commonUnit, windowChanges } from './condition.js'
import type { SaidGroups } from './expression.js'
import { fieldChanges, memberChanges, nameChanges, otherFields, writtenByAccount } from './fields.js'
import { messageChanges, reminderChanges } from './message.js'
import { monitorQueryChanges } from './monitor-query.js'
import { namedQueryChanges } from './queries.js'

interface Side {
  readonly definition: MonitorDefinition
  readonly options: JsonObject
  readonly query: MonitorQuery | undefined
  readonly context: MonitorContext
}

const saidFields: ReadonlySet<string> = new Set([
  ...writtenByAccount,
  'type',
  'query',
  'name',
  'message',
  'tags',
  'priority',
  'options',
  // Published unless it says otherwise; a draft is said with the settings.
  'draft_status',
])

/** What changes between two whole monitors: the query first, then when, who, and the rest. */
export function monitorChanges(
  before: MonitorDefinition,
  after: MonitorDefinition,
  base: MonitorContext,
): readonly DraftChange[] {
  const [was, is] = [sideOf(before, base), sideOf(after, base)]
  const groups = variableGroups(was, is)
  return [
    ...typeChange(before.type, after.type),
    ...queryChange(was, is),
    ...(groups === undefined
      ? []
      : [change('options.variables', 'diff/groups', { per: 'alert', ...groups })]),
    ...namedQueryChanges('options.variables', was.options.variables, is.options.variables, groups),
    ...limitChanges(was, is),
    ...anomalyWindowChanges(was.options, is.options),
    ...statementChange('diff/no-data', 'options', was, is, missingData),
    ...statementChange('diff/repeat', 'options', was, is, (_query, context) => repeats(context)),
    ...settingChanges(was, is),
    ...messageChanges(textOf(before.message), textOf(after.message), state =>
      [was, is].some(({ query, context }) => query === undefined || isReachable(state, query, context)),
    ),
    ...reminderChanges(
      { text: textOf(was.options.escalation_message), sent: reminds(was) },
      { text: textOf(is.options.escalation_message), sent: reminds(is) },
    ),
    ...nameChanges('name', textOf(before.name), textOf(after.name)),
    ...memberChanges('tags', 'tags', before.tags, after.tags),
    ...priorityChange(before, after),
    ...otherFields(before, after, saidFields),
  ]
}

/** Without an interval there are no reminders, whatever their text says. */
const reminds = ({ options }: Side) => Number(options.renotify_interval ?? 0) > 0

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function sideOf(definition: MonitorDefinition, base: MonitorContext): Side {
  const options: JsonObject = isJsonObject(definition.options) ? definition.options : {}
  const { node } = queryOf(definition)
  const { type } = definition
  return { definition, options, query: node, context: { ...base, type, options } }
}

/** The groups of a formula monitor, where they change with the queries that it names. */
function variableGroups(was: Side, is: Side): SaidGroups | undefined {
  if (was.query?.kind !== 'formula-monitor' || is.query?.kind !== 'formula-monitor') return undefined
  const groupsOf = ({ query, options }: Side) =>
    query === undefined ? [] : [...new Set(groupsOfMonitor(query, options.variables))].sort()
  const groups = { before: groupsOf(was), after: groupsOf(is) }
  // Groups of the formula's own step are said with the query.
  const isOwn = [was, is].some(
    ({ query }) => query !== undefined && groupsOfMonitor(query, undefined).length > 0,
  )
  return isOwn || sameValue(groups.before, groups.after) ? undefined : groups
}

/** `metric alert` and `query alert` are one type with two names. */
function typeChange(before: string, after: string): readonly DraftChange[] {
  const named = (type: string) => (type === 'metric alert' ? 'query alert' : type)
  return named(before) === named(after) ? [] : [change('type', 'diff/type', { before, after })]
}

function queryChange(was: Side, is: Side): readonly DraftChange[] {
  if (was.query !== undefined && is.query !== undefined)
    return monitorQueryChanges(was.query, is.query, is.context)
  const texts = { before: was.definition.query, after: is.definition.query }
  return texts.before === texts.after ? [] : [change('query', 'diff/unsaid', texts)]
}

/** Thresholds of the options. The critical one of most types stands in the query, too, and is said there. */
function limitChanges(was: Side, is: Side): readonly DraftChange[] {
  const [old, now] = [thresholdsOf(was.options), thresholdsOf(is.options)]
  const unit = unitOf(is.query)
  const measured =
    was.query === undefined || is.query === undefined ? undefined : commonUnit(was.query, is.query)
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap(name => {
    const [before, after] = [numberOf(old[name]), numberOf(now[name])]
    if (before === after || (name === 'critical' && isInQuery(is, after) && isInQuery(was, before))) return []
    const values = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
    return [
      change(`options.thresholds.${name}`, 'diff/limit', { name, unit, ...defined({ measured }), ...values }),
    ]
  })
}

/** A critical threshold that is absent, or the number of the query. */
function isInQuery({ query }: Side, critical: number | undefined): boolean {
  if (query === undefined || !('condition' in query)) return false
  const { threshold } = query.condition
  return critical === undefined || (threshold.kind === 'number' && threshold.value === critical)
}

function unitOf(query: MonitorQuery | undefined): 'value' | 'runs' | 'percent' {
  if (query?.kind !== 'service-check') return 'value'
  return isClusterCheck(query) ? 'percent' : 'runs'
}

function thresholdsOf({ thresholds }: JsonObject): JsonObject {
  return isJsonObject(thresholds ?? null) ? (thresholds as JsonObject) : {}
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function anomalyWindowChanges(before: JsonObject, after: JsonObject): readonly DraftChange[] {
  return (['trigger', 'recovery'] as const).flatMap(role =>
    windowChanges(
      `options.threshold_windows.${role}_window`,
      role,
      windowIn(before, role),
      windowIn(after, role),
    ),
  )
}

function windowIn({ threshold_windows: windows }: JsonObject, role: 'trigger' | 'recovery') {
  const text = isJsonObject(windows ?? null) ? (windows as JsonObject)[`${role}_window`] : undefined
  return typeof text === 'string' ? readWindow(text) : undefined
}

/** Several options that make one statement together. */
function statementChange(
  code: 'diff/no-data' | 'diff/repeat',
  place: string,
  was: Side,
  is: Side,
  say: (query: MonitorQuery, context: MonitorContext) => readonly Phrase[],
): readonly DraftChange[] {
  if (was.query === undefined || is.query === undefined) return []
  const values = { before: say(was.query, was.context), after: say(is.query, is.context) }
  return sameValue(values.before, values.after) ? [] : [change(place, code, values)]
}

/** Options that are said in sentences above, and those that only the account writes. */
const saidOptions: ReadonlySet<string> = new Set([
  'options.thresholds',
  'options.threshold_windows',
  'options.variables',
  'options.notify_no_data',
  'options.no_data_timeframe',
  'options.on_missing_data',
  'options.renotify_interval',
  'options.renotify_statuses',
  'options.renotify_occurrences',
  'options.escalation_message',
])

/** Every other option, by what it means; an absent one means what the account would write for it. */
function settingChanges(was: Side, is: Side): readonly DraftChange[] {
  const [before, after] = [settingsOf(was), settingsOf(is)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(name => {
    const [old, now] = [before.get(name), after.get(name)]
    if (isRawSame(name, was, is)) return []
    if (wordless.has((now ?? old)?.code ?? '')) return rawChange(name, was, is)
    if (sameValue(old, now)) return []
    return [
      change(name, 'diff/setting', {
        name,
        ...(old !== undefined && { before: old }),
        ...(now !== undefined && { after: now }),
      }),
    ]
  })
}

/** Their words are the same for every value. */
const wordless: ReadonlySet<string> = new Set(['option/undocumented'])

function rawChange(name: string, was: Side, is: Side): readonly DraftChange[] {
  const option = name.replace(/^options\./, '')
  return fieldChanges(name, was.options[option], is.options[option])
}

function isRawSame(name: string, was: Side, is: Side): boolean {
  const option = name.replace(/^options\./, '')
  return was.options[option] !== undefined && sameValue(was.options[option], is.options[option])
}

function settingsOf({ definition, options, query }: Side): ReadonlyMap<string, Phrase> {
  const written = { ...defaultsFor(options), ...options }
  const facts = optionFacts({ ...definition, options: written }, query)
  return new Map(
    facts
      .filter(({ name }) => (name === 'draft_status' || name.startsWith('options.')) && !isSaid(name))
      .filter(({ means }) => means.code !== 'option/off' && means.code !== 'option/read-only')
      .map(({ name, means }) => [name, means]),
  )
}

function isSaid(name: string): boolean {
  return saidOptions.has(name) || name.startsWith('options.thresholds.')
}

/** What the account writes for options that are absent; the others of its defaults depend on more than one option. */
function defaultsFor(options: JsonObject): JsonObject {
  const names = ['notify_audit', 'include_tags', 'groupby_simple_monitor', 'locked'] as const
  const filled = names.map(name => [name, optionNamed(name)?.serverDefault?.value ?? false] as const)
  const delay = options.new_group_delay === undefined || options.new_group_delay === null
  return { ...Object.fromEntries(filled), ...(delay && { new_host_delay: 300 }) }
}

function priorityChange(before: MonitorDefinition, after: MonitorDefinition): readonly DraftChange[] {
  const [was, is] = [numberOf(before.priority), numberOf(after.priority)]
  if (was === is) return []
  const values = { ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }
  return [change('priority', 'diff/priority', values)]
}
