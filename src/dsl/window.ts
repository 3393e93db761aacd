import type { Window } from '../query/index.js'
import { definitionError } from './definition-error.js'
import { parseDuration } from './duration.js'
import { nowhere } from './nodes.js'

/** A window of so long; throws a DefinitionError for what is not a duration. */
export function windowNode(form: Window['form'], duration: string): Window {
  const { amount, unit } = parseDuration(duration, form)
  return { kind: 'window', form, amount, unit, span: nowhere }
}

/** How far back a change is measured: `'1h'` is `last_1h`, `'1h ago'` is `1h_ago`. */
export function shiftNode(ago: string): Window {
  const [duration = '', word, rest] = ago.split(' ')
  if (rest === undefined && (word === undefined || word === 'ago')) {
    return windowNode(word === 'ago' ? 'ago' : 'last', duration)
  }
  throw definitionError('dsl/shift', `'${ago}' is not how far back to compare.`, {
    hint: "Write '1h', or '1h ago'.",
    text: ago,
  })
}
