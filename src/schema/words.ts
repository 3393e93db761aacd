import { visible } from '../diagnostic/index.js'
import type { Json } from '../model/index.js'
import { modelNamed } from './model.js'
import type { Type } from './type.js'

/** Longest piece of somebody's text that is shown in a message. */
const shownLength = 60
/** A longer list of values is cut: what matters is that the written one is not among them. */
const shownValues = 12

/** Text from a definition, safe to print and of bounded length. */
export function shown(text: string): string {
  const cut = text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
  return visible(cut)
}

/** A value as a message names it: `'lines'`, `5`, `an object`. */
export function valueWords(value: Json): string {
  if (typeof value === 'string') return `'${shown(value)}'`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

/** `line, bars, area, overlay`, or the first ones of a long list and how many more there are. */
export function valueList(values: readonly (string | number)[]): string {
  const words = values.map(value => (value === '' ? "'' (empty)" : String(value)))
  if (words.length <= shownValues) return words.join(', ')
  return `${words.slice(0, shownValues - 1).join(', ')} or ${words.length - shownValues + 1} others`
}

/** A list that does not have the number of items it must have. */
export function listWords(length: number, wanted: number): string {
  const list = length === 0 ? 'an empty list' : `a list of ${length}`
  return `${list} stands where exactly ${wanted === 1 ? 'one item is' : `${wanted} items are`} wanted.`
}

/** What a type wants, in words: `a whole number or null`. */
export function typeWords(type: Type): string {
  switch (type.kind) {
    case 'any':
      return 'any value'
    case 'string':
      return 'text'
    case 'number':
      return 'a number'
    case 'integer':
      return 'a whole number'
    case 'numeral':
      return 'the same as text'
    case 'boolean':
      return 'true or false'
    case 'null':
      return 'null'
    case 'array':
      return 'a list'
    case 'map':
      return 'an object'
    case 'reference':
      return `a reference to ${type.to === 'slo' ? 'an SLO' : `a ${type.to}`}`
    case 'named':
      return namedWords(type.name)
    case 'either':
      return [...new Set(type.types.map(typeWords))].join(' or ')
  }
}

function namedWords(name: string): string {
  const model = modelNamed(name)
  if (model.kind === 'either') return typeWords(model.type)
  if (model.kind !== 'values') return 'an object'
  return model.jsonTypes.has('number') ? 'a number' : 'text'
}
