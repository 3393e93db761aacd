import type { Comparator } from '../../query/index.js'
import type { NotifiedState } from '../notified.js'
import type { Judged, ShareValues } from '../sentences/monitor.js'
import type { ColourFormat, Preset } from '../sentences/resource.js'
import type { Phrase } from '../sentences.js'
import type { ResultUnit } from '../unit.js'
import type { WindowValue } from '../window.js'
import { type Axis, isData, type LookField, type LookOf, type LookValue } from './look-fields.js'

/** A comparison with a number. */
export interface Limit {
  readonly comparator: Comparator
  readonly threshold: number
}

interface Texts {
  readonly before: string
  readonly after: string
}

/** `of` names the metric where a query reads several and the change is not in all of them. */
interface OfMetric {
  readonly of?: string
}

/** Where a widget stands on the grid of its dashboard. */
interface Place {
  readonly x: number
  readonly y: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A widget by its title, or without one by its type and its number among its neighbours. */
export interface WidgetName {
  readonly title: string
  readonly widget: string
  readonly number: number
}

/** What a custom link does: where it leads, or that an entry of Datadog's own menu is hidden. */
export interface LinkState {
  readonly link?: string
  readonly hidden?: boolean
}

type WindowRole = 'evaluation' | 'shift' | 'trigger' | 'recovery' | 'long' | 'short' | 'slo'

/** What the members of a list are. */
export type MembersOf = 'tags' | 'groups' | 'monitors' | 'notified' | 'roles' | 'columns'

/** What can be said about the difference of two definitions: each code with its values. */
export interface DiffSentences {
  'diff/threshold': {
    readonly judged: Judged
    /** What the number before was compared with, where that was something else. */
    readonly judgedBefore?: Judged
    readonly before: Limit
    readonly after: Limit
    /** The unit of the new number, where it is sure, and of both as long as the old one has no other. */
    readonly unit?: ResultUnit
    /** The unit of the old number, where it is another one; null for none. */
    readonly unitBefore?: ResultUnit | null
  }
  'diff/anomaly': { readonly before: ShareValues; readonly after: ShareValues }
  'diff/window': {
    readonly role: WindowRole
    readonly before?: WindowValue
    readonly after?: WindowValue
  }
  'diff/reduction': Texts
  'diff/judged': {
    readonly before: 'level' | 'change' | 'pct_change'
    readonly after: 'level' | 'change' | 'pct_change'
    readonly shift?: WindowValue
  }
  'diff/groups': {
    readonly per: 'alert' | 'line'
    readonly before: readonly string[]
    readonly after: readonly string[]
  } & OfMetric
  'diff/filter-added': { readonly filter: string } & OfMetric
  'diff/filter-removed': { readonly filter: string } & OfMetric
  'diff/filter-changed': Texts & OfMetric
  'diff/space': Texts & OfMetric
  'diff/metric': Texts
  'diff/function-added': { readonly name: string; readonly written: string } & OfMetric
  'diff/function-removed': { readonly name: string; readonly written: string } & OfMetric
  'diff/function-order': { readonly before: readonly string[]; readonly after: readonly string[] } & OfMetric
  'diff/argument': {
    readonly function: string
    /** Its name, or its position from 1. */
    readonly argument: string | number
    readonly before?: string
    readonly after?: string
  } & OfMetric
  'diff/expression': Texts
  'diff/source': Texts
  'diff/step-added': { readonly step: string }
  'diff/step-removed': { readonly step: string }
  'diff/step-changed': Texts & { readonly step: string }
  'diff/measured': Texts
  'diff/check': Texts
  'diff/slo-watched': Texts
  'diff/slo-measure': { readonly after: 'error_budget' | 'burn_rate' }
  'diff/composite': { readonly before: Phrase; readonly after: Phrase }
  'diff/type': Texts
  'diff/limit': {
    readonly name: string
    readonly unit: 'value' | 'runs' | 'percent'
    readonly measured?: ResultUnit
    readonly before?: number
    readonly after?: number
  }
  'diff/no-data': { readonly before: readonly Phrase[]; readonly after: readonly Phrase[] }
  'diff/repeat': { readonly before: readonly Phrase[]; readonly after: readonly Phrase[] }
  'diff/setting': { readonly name: string; readonly before?: Phrase; readonly after?: Phrase }
  'diff/name': Texts
  'diff/priority': { readonly before?: number; readonly after?: number }
  'diff/members': {
    readonly what: MembersOf
    readonly added: readonly string[]
    readonly removed: readonly string[]
  }
  'diff/told': {
    readonly added: boolean
    readonly handles: readonly string[]
    /** Empty: in every state. */
    readonly states: readonly NotifiedState[]
    readonly conditions: readonly Phrase[]
  }
  'diff/message': Texts
  'diff/reminder': Texts
  'diff/described': Texts
  'diff/layout': { readonly free: boolean }
  'diff/shown-lines': {
    readonly before?: { readonly count: number; readonly lowest: boolean }
    readonly after?: { readonly count: number; readonly lowest: boolean }
  } & LookOf
  'diff/query-added': { readonly name: string; readonly query: string }
  'diff/query-removed': { readonly name: string; readonly query: string }
  'diff/target': { readonly timeframe: string; readonly before?: number; readonly after?: number }
  'diff/target-warning': { readonly timeframe: string; readonly before?: number; readonly after?: number }
  'diff/widget-added': WidgetName & { readonly shows: Phrase }
  /** The title of the group before and after; absent outside of any. */
  'diff/widget-regrouped': WidgetName & { readonly before?: string; readonly after?: string }
  'diff/tab': { readonly added: boolean; readonly name: string; readonly widgets: number }
  'diff/tab-renamed': Texts
  'diff/tab-widgets': {
    readonly name: string
    readonly added: readonly WidgetName[]
    readonly removed: readonly WidgetName[]
  }
  'diff/link': { readonly name: string; readonly before?: LinkState; readonly after?: LinkState }
  'diff/events': { readonly added: boolean; readonly query: string }
  'diff/note': Texts
  'diff/widget-removed': WidgetName
  'diff/widget-order': Record<string, never>
  'diff/widget-type': Texts
  'diff/widget-moved': { readonly before: Place; readonly after: Place }
  'diff/widget-placed': Place & Size & { readonly added: boolean }
  'diff/widget-resized': { readonly before: Size; readonly after: Size }
  'diff/widget-time': { readonly before: readonly Phrase[]; readonly after: readonly Phrase[] }
  'diff/request-added': { readonly values: readonly Phrase[] }
  'diff/request-removed': { readonly values: readonly Phrase[] }
  'diff/look': LookOf & {
    readonly field: LookField
    readonly axis?: Axis
    readonly before?: LookValue
    readonly after?: LookValue
  }
  'diff/colours': LookOf & {
    readonly before: readonly ColourFormat[]
    readonly after: readonly ColourFormat[]
  }
  'diff/marker': {
    readonly added: boolean
    readonly value: string
    readonly style?: string
    readonly label?: string
  }
  'diff/variable-added': { readonly name: string }
  'diff/variable-removed': { readonly name: string }
  'diff/variable-start': {
    readonly name: string
    readonly before: readonly string[]
    readonly after: readonly string[]
  }
  'diff/variable-choices': {
    readonly name: string
    readonly before: readonly string[]
    readonly after: readonly string[]
  }
  /** Empty where it filters by a free text. */
  'diff/variable-prefix': Texts & { readonly name: string }
  'diff/preset': {
    readonly name: string
    readonly before?: Preset['values']
    readonly after?: Preset['values']
  }
  'diff/field': { readonly path: string; readonly before?: string; readonly after?: string }
  /** The parts of two ways to measure cannot be compared one by one. */
  'diff/slo-measured': { readonly before: Phrase; readonly after: Phrase }
  'diff/slo-primary': Texts
  'diff/slice-limit': { readonly before: Limit; readonly after: Limit; readonly unit?: ResultUnit }
  'diff/slice-length': { readonly before: number; readonly after: number }
  /** Two queries of different kinds: what each of them watches. */
  'diff/rewritten': { readonly before: Phrase; readonly after: Phrase }
  'diff/unsaid': Texts
  'diff/kinds': Texts
  'diff/only-queries': Record<string, never>
  'diff/broken': { readonly side: 'before' | 'after' }
  'diff/where-query': { readonly name: string }
  'diff/where-part': { readonly part: 'numerator' | 'denominator' | 'bad' }
  'diff/where-widget': WidgetName
  'diff/same': Record<string, never>
  /** Nothing but an error that is new, or gone. */
  'diff/only-error': {
    readonly side: 'before' | 'after' | 'both'
    /** Datadog stores a dashboard with a broken query. */
    readonly stored: boolean
  }
  'diff/only-spelling': Record<string, never>
  'diff/summary': { readonly topics: readonly Topic[] }
}

/** The stable name of one sentence about a difference. */
export type DiffCode = keyof DiffSentences

/** Something to say about a difference, before any language. */
export interface DiffPhrase {
  readonly code: DiffCode
  readonly values: object
}

/** Makes a phrase; the values must be those of its code. */
export function diffPhrase<C extends DiffCode>(code: C, values: DiffSentences[C]): DiffPhrase {
  return { code, values: values as object }
}

/** What a change is about, for the one sentence that sums up. */
export type Topic =
  | 'threshold'
  | 'window'
  | 'groups'
  | 'filter'
  | 'data'
  | 'computation'
  | 'recovery'
  | 'no-data'
  | 'repeat'
  | 'recipients'
  | 'message'
  | 'settings'
  | 'labels'
  | 'target'
  | 'widgets'
  | 'look'
  | 'links'
  | 'text'
  | 'other'

const topics: Readonly<Partial<Record<DiffCode, Topic>>> = {
  'diff/threshold': 'threshold',
  'diff/anomaly': 'threshold',
  'diff/limit': 'threshold',
  'diff/window': 'window',
  'diff/reduction': 'computation',
  'diff/judged': 'computation',
  'diff/groups': 'groups',
  'diff/filter-added': 'filter',
  'diff/filter-removed': 'filter',
  'diff/filter-changed': 'filter',
  'diff/space': 'computation',
  'diff/metric': 'data',
  'diff/source': 'data',
  'diff/check': 'data',
  'diff/slo-watched': 'data',
  'diff/slo-measure': 'data',
  'diff/composite': 'data',
  'diff/query-added': 'data',
  'diff/query-removed': 'data',
  'diff/function-added': 'computation',
  'diff/function-removed': 'computation',
  'diff/function-order': 'computation',
  'diff/argument': 'computation',
  'diff/expression': 'computation',
  'diff/measured': 'computation',
  'diff/no-data': 'no-data',
  'diff/repeat': 'repeat',
  'diff/told': 'recipients',
  'diff/message': 'message',
  'diff/reminder': 'message',
  'diff/described': 'other',
  'diff/layout': 'widgets',
  'diff/shown-lines': 'data',
  'diff/setting': 'settings',
  'diff/type': 'settings',
  'diff/name': 'labels',
  'diff/priority': 'labels',
  'diff/members': 'labels',
  'diff/rewritten': 'data',
  'diff/slo-measured': 'computation',
  'diff/slo-primary': 'target',
  'diff/slice-limit': 'threshold',
  'diff/slice-length': 'computation',
  'diff/target': 'target',
  'diff/target-warning': 'target',
  'diff/widget-added': 'widgets',
  'diff/widget-removed': 'widgets',
  'diff/widget-regrouped': 'widgets',
  'diff/widget-order': 'widgets',
  'diff/tab': 'widgets',
  'diff/tab-renamed': 'widgets',
  'diff/tab-widgets': 'widgets',
  'diff/link': 'links',
  'diff/events': 'data',
  'diff/note': 'text',
  'diff/widget-type': 'widgets',
  'diff/widget-moved': 'widgets',
  'diff/widget-placed': 'widgets',
  'diff/widget-resized': 'widgets',
  'diff/widget-time': 'widgets',
  'diff/request-added': 'data',
  'diff/request-removed': 'data',
  'diff/look': 'look',
  'diff/colours': 'look',
  'diff/marker': 'look',
  'diff/variable-added': 'filter',
  'diff/variable-removed': 'filter',
  'diff/variable-start': 'filter',
  'diff/variable-choices': 'filter',
  'diff/variable-prefix': 'filter',
  'diff/preset': 'filter',
}

/** What a change is about. */
export function topicOf({ code, values }: DiffPhrase): Topic {
  if (code === 'diff/limit' && String((values as DiffSentences['diff/limit']).name).endsWith('recovery'))
    return 'recovery'
  if (code.startsWith('diff/step-')) return stepTopic((values as DiffSentences['diff/step-changed']).step)
  if (code === 'diff/members') {
    const { what } = values as DiffSentences['diff/members']
    if (what !== 'tags') return memberTopics[what]
  }
  if (code === 'diff/look' && isData((values as DiffSentences['diff/look']).field)) return 'data'
  return topics[code] ?? 'other'
}

const memberTopics = {
  notified: 'recipients',
  groups: 'groups',
  monitors: 'groups',
  roles: 'settings',
  columns: 'data',
} as const

const filterSteps: ReadonlySet<string> = new Set([
  'over',
  'exclude',
  'index',
  'indexes',
  'source',
  'new',
  'impact',
])

/** A step by its name, or as it is written: `.index("main")`. */
function stepTopic(step: string): Topic {
  const name = step.replace('.', '').split('(')[0]!
  return filterSteps.has(name) ? 'filter' : 'computation'
}
