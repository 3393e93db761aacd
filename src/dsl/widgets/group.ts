import type { GroupColor } from '../../catalog/index.js'
import type { Json } from '../../model/index.js'
import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How a group looks. */
export interface GroupWidgetOptions extends Omit<WidgetOptions, 'span' | 'time' | 'links'> {
  /** One of the usual colours, or any as `'#ffe'`. */
  readonly background?: GroupColor | `#${string}`
  readonly showTitle?: boolean
  /** The address of an image above the title. */
  readonly banner?: string
  readonly templateVariables?: Json
  readonly reflow?: 'auto' | 'fixed'
}

/**
 * Widgets under a common title; groups cannot stand in groups.
 * @example group('Latency', [timeseries('p95', p95('api.latency'))])
 */
export function group(title: Title, children: readonly Widget[], options: GroupWidgetOptions = {}): Widget {
  return { ...builtWidget('group', [title], options), children }
}
