import { isJsonObject, type Json, referencesIn, referenceText } from '../model/index.js'
import { modelNamed } from './model.js'
import { numeralPattern, type Type } from './type.js'

/** True when the value is of the right JSON type, whatever it holds inside. */
export function fits(type: Type, value: Json): boolean {
  switch (type.kind) {
    case 'any':
      return true
    case 'null':
      return value === null
    case 'integer':
      return Number.isInteger(value)
    case 'numeral':
      return typeof value === 'string' && numeralPattern.test(value)
    case 'array':
      return Array.isArray(value)
    case 'map':
      return isJsonObject(value)
    case 'reference':
      return typeof value === 'string' && isReferenceTo(type.to, value)
    case 'named':
      return fitsNamed(type.name, value)
    case 'either':
      return type.types.some(each => fits(each, value))
    default:
      // The kinds that are left are the words of `typeof`.
      return typeof value === type.kind
  }
}

function fitsNamed(name: string, value: Json): boolean {
  const model = modelNamed(name)
  switch (model.kind) {
    case 'values':
      return model.jsonTypes.has(typeof value)
    case 'either':
      return fits(model.type, value)
    default:
      return isJsonObject(value)
  }
}

function isReferenceTo(kind: string, text: string): boolean {
  const [reference] = referencesIn(text)
  return reference?.kind === kind && referenceText(reference) === text
}
