import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

interface EventOptions extends WidgetOptions {
  readonly tagsExecution?: 'and' | 'or' | 'AND' | 'OR'
}

/** How events are listed. */
export interface EventStreamOptions extends EventOptions {
  /** How much of each event is shown. */
  readonly event?: 's' | 'l'
}

/** Events in the older form, which also shows their text. @example eventStream('Deployments', 'source:deployment') */
export function eventStream(title: Title, search: string, options: EventStreamOptions = {}): Widget {
  return builtWidget('event_stream', [title, search], options)
}

/** When events happened. @example eventTimeline('Deployments', 'source:deployment') */
export function eventTimeline(title: Title, search: string, options: EventOptions = {}): Widget {
  return builtWidget('event_timeline', [title, search], options)
}
