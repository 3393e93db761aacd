import { print } from './printer.js'
import type { AnyNode } from './visitor.js'

export function format(node: AnyNode): string {
  return print(node)
}
