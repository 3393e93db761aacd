import type { Json } from '../../model/index.js'

/** One field that differs. `before` is the live value, `after` what the definition asks for. */
export interface FieldChange {
  /** `options.thresholds.critical`, `widgets[3].definition.title` */
  readonly path: string
  readonly kind: 'add' | 'remove' | 'change'
  readonly before?: Json
  readonly after?: Json
  /** What the change means, in words, where that can be told. */
  readonly words?: readonly string[]
}
