import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** What a log stream shows. */
export interface ClassicLogStreamOptions extends WidgetOptions {
  readonly indexes?: readonly string[]
  readonly columns?: readonly string[]
  readonly sort?: { readonly column: string; readonly order: 'asc' | 'desc' }
  readonly messageDisplay?: 'inline' | 'expanded-md' | 'expanded-lg'
  readonly dateColumn?: boolean
  readonly messageColumn?: boolean
  /** Superseded by `indexes`. */
  readonly logset?: string
}

/** Logs in the superseded widget `log_stream`; new boards take `logStream(…)`. @example classicLogStream('Errors', 'status:error') */
export function classicLogStream(
  title: Title,
  search: string,
  options: ClassicLogStreamOptions = {},
): Widget {
  return builtWidget('log_stream', [title, search], options)
}
