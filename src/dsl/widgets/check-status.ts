import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** What a check's status is shown for. */
export interface CheckStatusOptions extends WidgetOptions {
  /** A single check, or many together; a single one where `group` is given. */
  readonly grouping?: 'check' | 'cluster'
  /** One group: `'host:web-1'`. */
  readonly group?: string
  readonly groupBy?: readonly string[]
  readonly tags?: readonly string[]
}

/** The status of a service check. @example checkStatus('Database', 'postgres.can_connect', { groupBy: ['host'] }) */
export function checkStatus(title: Title, check: string, options: CheckStatusOptions = {}): Widget {
  const grouping = options.group === undefined ? 'cluster' : 'check'
  return builtWidget('check_status', [title, check], { grouping, ...options } as CheckStatusOptions)
}
