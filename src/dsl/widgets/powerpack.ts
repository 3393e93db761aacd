import type { GroupColor } from '../../catalog/index.js'
import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

interface PowerpackVariable {
  readonly name: string
  readonly prefix?: string
  readonly values: readonly string[]
}

/** How a powerpack is shown. */
export interface PowerpackOptions extends Omit<WidgetOptions, 'span' | 'time' | 'links'> {
  readonly templateVariables?: {
    /** Variables of the powerpack with values of its own. */
    readonly controlledByPowerpack?: readonly PowerpackVariable[]
    /** Variables that follow those of the board. */
    readonly controlledExternally?: readonly PowerpackVariable[]
  }
  readonly showTitle?: boolean
  readonly background?: GroupColor | `#${string}`
  readonly banner?: string
}

/** A group of widgets that is kept as a powerpack, by its id. @example powerpack('Redis', '58b58300-538c-11f1-a38c-da7ad0900005') */
export function powerpack(title: Title, id: string, options: PowerpackOptions = {}): Widget {
  return builtWidget('powerpack', [title, id], options)
}
