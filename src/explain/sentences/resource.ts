import type { Comparator } from '../../query/index.js'
import type { Clause } from '../clause.js'
import type { ResultUnit } from '../unit.js'
import type { WindowValue } from '../window.js'

/** What an SLO promises over one of its time windows. */
export interface SloTarget {
  readonly target: number
  readonly days?: number
}

/** When time counts as good. */
export interface SliceLimit<P> {
  readonly value: P
  readonly comparator: string
  readonly threshold: number
  readonly unit?: ResultUnit
}

export interface SloSentences<P> {
  'summary/slo-ratio': {
    readonly name: string
    readonly good: P
    readonly total: P
    readonly targets: readonly SloTarget[]
  }
  'summary/slo-bad-ratio': {
    readonly name: string
    readonly bad: P
    readonly good: P
    readonly targets: readonly SloTarget[]
  }
  'summary/slo-monitors': {
    readonly name: string
    readonly count: number
    readonly targets: readonly SloTarget[]
  }
  'summary/slo-time-slice': SliceLimit<P> & {
    readonly name: string
    readonly targets: readonly SloTarget[]
  }
  'summary/slo-unreadable': { readonly name: string; readonly type: string }
  'slo/good': { readonly value: P }
  'slo/total': { readonly value: P }
  'slo/bad': { readonly value: P }
  'slo/sli': { readonly bad: boolean }
  'slo/monitors': { readonly ids: readonly string[] }
  'slo/monitor-uptime': { readonly count: number }
  'slo/groups': { readonly groups: readonly string[] }
  'slo/time-slice': SliceLimit<P> & { readonly seconds: number }
  'slo/slice-rules': { readonly strategy?: string }
  'slo/by-groups': { readonly keys: readonly string[]; readonly slices: boolean }
  'slo/target': { readonly target: number; readonly days: number; readonly warning?: number }
  'slo/budget-events': { readonly percent: number; readonly days: number; readonly perMillion: number }
  'slo/budget-time': { readonly seconds: number; readonly percent: number; readonly days: number }
  'slo/colours': { readonly target: number; readonly warning?: number }
  'slo/primary': { readonly days: number }
  'slo/alerts-elsewhere': Record<string, never>
  'slo/alert-suggestion': {
    readonly days: number
    readonly rate: number
    readonly longHours: number
    readonly shortMinutes: number
    readonly used: number
  }
  'slo/description': { readonly text: string }
}

/** The values that a saved view gives to the template variables. */
export interface Preset {
  readonly name: string
  readonly values: readonly { readonly name: string; readonly values: readonly string[] }[]
}

/** What a request of a host map or scatter plot draws. */
export type WidgetRole = 'fill' | 'size' | 'x' | 'y' | 'color'

/** The colour of a number where a comparison holds; `own` is a colour or image written as such: `#acb9fb`. */
export interface ColourRule {
  readonly comparator: Comparator
  readonly value: number
  readonly colour: string
  readonly on: 'background' | 'text' | 'image'
  readonly own?: string
  /** The number itself is not shown. */
  readonly hidden?: boolean
  /** The time over which the number is compared, where that is another than the one shown. */
  readonly during?: string
}

/** A conditional format: a rule with a limit, or a palette for all numbers. */
export type ColourFormat = ColourRule | { readonly range: string }

/** One step of a funnel; `source` where the steps are not all out of one. */
export interface JourneyStep {
  readonly name?: string
  readonly source?: string
  readonly clause: Clause
}

export interface DashboardSentences<P> {
  'summary/dashboard': {
    readonly title: string
    readonly widgets: number
    readonly groups: number
    readonly variables: number
    /** Those that most queries read, of how many. */
    readonly metrics: readonly string[]
    readonly allMetrics: number
  }
  'summary/dashboard-broken': { readonly widgets: number }
  'dashboard/description': { readonly text: string }
  'dashboard/layout': { readonly free: boolean }
  'dashboard/notified': { readonly people: readonly string[] }
  'dashboard/presets': { readonly presets: readonly Preset[] }
  'dashboard/tabs': { readonly tabs: readonly { readonly name: string; readonly widgets: number }[] }
  'dashboard/start': { readonly text: string; readonly window?: WindowValue }
  'dashboard/read-only': Record<string, never>
  'dashboard/variable': {
    readonly name: string
    readonly prefix?: string
    readonly defaults: readonly string[]
    readonly choices: readonly string[]
    /** How many widgets name it; a powerpack may use it without naming it. */
    readonly uses: number
    readonly powerpack: boolean
    /** True where it chooses tags to group by, not a value to filter by. */
    readonly groups: boolean
  }
  'widget/group': { readonly title?: string; readonly count: number }
  'widget/text': { readonly kind: 'note' | 'free_text'; readonly text: string }
  'widget/broken': Record<string, never>
  'widget/drawn': { readonly as: string }
  'widget/reducers': { readonly items: readonly { readonly name: string; readonly reducer: string }[] }
  'widget/axis': {
    readonly axis: 'xaxis' | 'yaxis' | 'right_yaxis'
    readonly scale?: string
    readonly min?: number
    readonly max?: number
  }
  'widget/events': { readonly queries: readonly string[] }
  'widget/links': {
    readonly links: readonly { readonly label: string; readonly link: string }[]
    readonly hidden: readonly string[]
  }
  'widget/columns': { readonly columns: readonly string[] }
  'widget/hosts': { readonly groups: readonly string[]; readonly scope: readonly string[] }
  'widget/image': { readonly url: string }
  'widget/frame': { readonly url: string }
  'widget/noted': { readonly shown: P; readonly notes: readonly P[] }
  'widget/data': {
    readonly widget: string
    readonly title?: string
    readonly values: readonly P[]
    /** How the points of the time range become one number. */
    readonly reducer?: string
  }
  'widget/map': {
    readonly widget: string
    readonly title?: string
    readonly service: string
    readonly filters: readonly string[]
    readonly query: string
  }
  'widget/workflow': {
    readonly title?: string
    readonly id: string
    readonly inputs: readonly { readonly name: string; readonly value: string }[]
  }
  'widget/powerpack': { readonly title?: string; readonly id: string; readonly values: Preset['values'] }
  'widget/slos': { readonly title?: string; readonly query: string; readonly limit?: number }
  'widget/compared': { readonly against: string; readonly relative: boolean; readonly increaseGood?: boolean }
  'widget/colours': { readonly rules: readonly ColourFormat[]; readonly unit?: ResultUnit }
  'widget/markers': {
    readonly lines: readonly {
      readonly value: string
      readonly label?: string
      /** A percentile of a distribution, not a value. */
      readonly percentile?: number
    }[]
  }
  'widget/split': { readonly keys: readonly string[]; readonly limit?: number; readonly chosen: number }
  /** In UTC. */
  'widget/fixed-time': { readonly from?: string; readonly to?: string }
  'widget/span': { readonly text: string; readonly window?: WindowValue }
  'widget/alert': { readonly widget: string; readonly title?: string; readonly id: string }
  'widget/slo': {
    readonly title?: string
    readonly id: string
    readonly windows: readonly string[]
    readonly budget: boolean
    readonly filter: string
    /** The target for the time that the dashboard shows. */
    readonly target?: string
  }
  'widget/check': {
    readonly title?: string
    readonly check: string
    readonly tags: readonly string[]
    readonly groups: readonly string[]
  }
  'widget/monitors': { readonly title?: string; readonly query: string; readonly summary?: string }
  'widget/stream': { readonly widget: string; readonly title?: string; readonly text: string }
  'widget/service': { readonly title?: string; readonly service: string; readonly env: string }
  'widget/plain': { readonly widget: string; readonly title?: string }
  'widget/other': { readonly widget: string; readonly title?: string }
  'value/role': { readonly role: WidgetRole; readonly value: P; readonly label?: string }
  'value/drawn': { readonly value: P; readonly as?: string; readonly right: boolean }
  'value/labelled': { readonly label: string; readonly value: P }
  'value/top': { readonly value: P; readonly count: number; readonly lowest: boolean }
  'value/events-of': {
    readonly source: string
    readonly clause: Clause
    readonly indexes?: readonly string[]
    readonly groups: readonly string[]
  }
  'value/slo-measure': {
    readonly id: string
    readonly measure: string
    readonly filter: string
    /** One line for each group or monitor of the SLO. */
    readonly each: boolean
  }
  'value/process': {
    readonly source: string
    readonly metric: string
    readonly filter: string
    readonly tags: readonly string[]
  }
  'value/apm': {
    readonly stat: string
    readonly service: string
    readonly operation: string
    readonly resource: string
    readonly env: string
    readonly groups: readonly string[]
  }
  /** The old table of APM statistics; an empty text is not given. */
  'value/apm-table': {
    readonly rows: string
    readonly service: string
    readonly operation: string
    readonly resource: string
    readonly env: string
    readonly tag: string
    readonly columns: readonly string[]
  }
  'value/funnel': {
    readonly among?: { readonly source: string; readonly clause: Clause }
    /** How the named steps are joined, where they are not simply one after the other. */
    readonly expression?: string
    readonly steps: readonly JourneyStep[]
    readonly groups: readonly string[]
  }
  'value/paths': {
    readonly source: string
    readonly clause: Clause
    readonly towards: boolean
    /** The page where they start or end. */
    readonly end: string
  }
  'value/flow': { readonly source: string; readonly clause: Clause; readonly groups: readonly string[] }
  'value/retention': {
    readonly entity: string
    readonly start: Clause
    /** Absent: the first event again. */
    readonly back?: Clause
    /** Whoever comes back in a later period counts as well. */
    readonly later: boolean
    readonly period?: string
  }
}

export interface MessageSentences {
  'message/text': Record<string, never>
  'message/comment': Record<string, never>
  'message/variable': {
    readonly path: string
    readonly meaning: VariableMeaning
    readonly key: string
    readonly triple: boolean
    readonly available?: boolean
  }
  'message/block': { readonly name: string; readonly inverted: boolean; readonly values: readonly string[] }
  'message/otherwise': { readonly name: string }
  'message/unclosed': { readonly name: string }
  'message/function': { readonly name: string; readonly values: readonly string[] }
  'message/subexpression': { readonly name: string; readonly values: readonly string[] }
  'message/raw': Record<string, never>
  'message/handle': { readonly handle: string; readonly channel: string; readonly dynamic: boolean }
}

/** What a variable of a message stands for. */
export type VariableMeaning =
  | 'value'
  | 'threshold'
  | 'warn_threshold'
  | 'alert_recovery_threshold'
  | 'warn_recovery_threshold'
  | 'ok_threshold'
  | 'comparator'
  | 'first_triggered_at'
  | 'first_triggered_at_epoch'
  | 'last_triggered_at'
  | 'last_triggered_at_epoch'
  | 'triggered_duration_sec'
  | 'check_message'
  | 'tag'
  | 'host'
  | 'event-attribute'
  | 'member'
  /** A tag that the query names, without the `.name` behind it. */
  | 'unnamed-tag'
  | 'other'

/** How to read the syntax at all, for somebody who sees it for the first time. */
export interface BasicsSentences {
  'basics/metric-query': { readonly grouped: boolean }
  'basics/metric': Record<string, never>
  'basics/tag': Record<string, never>
  'basics/order': Record<string, never>
  'basics/metric-monitor': Record<string, never>
  'basics/event-monitor': Record<string, never>
  'basics/service-check': { readonly share: boolean }
  'basics/composite': Record<string, never>
  'basics/slo-alert': Record<string, never>
  'basics/formula': Record<string, never>
  'basics/search': Record<string, never>
  'basics/message': Record<string, never>
  'basics/slo': Record<string, never>
  'basics/dashboard': Record<string, never>
  'basics/result': { readonly grouped: boolean; readonly keys: readonly string[] }
}

/** Headings and labels of a rendered explanation. */
export interface LabelSentences {
  'label/summary': Record<string, never>
  'label/basics': Record<string, never>
  'label/parts': Record<string, never>
  'label/message-parts': Record<string, never>
  'label/variable-parts': { readonly name: string }
  'label/numerator': Record<string, never>
  'label/denominator': Record<string, never>
  'label/widgets': Record<string, never>
  'label/timeline': Record<string, never>
  'label/measured': Record<string, never>
  'label/options': Record<string, never>
  'label/cautions': Record<string, never>
  'label/changes': Record<string, never>
  'label/diagnostics': Record<string, never>
  'label/piece': Record<string, never>
  'label/meaning': Record<string, never>
  'label/why': Record<string, never>
  'label/repaired': Record<string, never>
  'label/missing': { readonly piece: 'group-by' | 'scope' | 'aggregator' }
}

/** What a parser found; `piece` is the text it is about, empty where nothing stands there. */
export interface DiagnosticSentences {
  'diagnostic/message': { readonly code: string; readonly message: string; readonly piece: string }
  'diagnostic/hint': { readonly hint: string }
  'diagnostic/in-widget': { readonly number: string; readonly title: string; readonly message: string }
}
