import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { fits } from './fits.js'
import { type ChoiceModel, type Model, modelNamed, type ObjectModel, type ValuesModel } from './model.js'
import { isSlip, suggestion } from './slip.js'
import type { Type } from './type.js'
import { type Count, isNews, report, type Walk } from './walk.js'
import { listWords, shown, typeWords, valueList, valueWords } from './words.js'

/** Reports whatever in `value` the type does not allow. */
export function checkType(walk: Walk, type: Type, value: Json): void {
  // The plain kinds are the words of `typeof`, and most values are plain and right.
  if (type.kind === typeof value) return
  if (type.kind === 'named') checkNamed(walk, type, modelNamed(type.name), value)
  else if (type.kind === 'either') checkEither(walk, type.types, value)
  else if (!fits(type, value)) reportType(walk, type, value)
  else if (type.kind === 'array') checkItems(walk, type, value as readonly Json[])
  else if (type.kind === 'map') checkValues(walk, type.values, value as JsonObject)
}

function reportType(walk: Walk, type: Type, value: Json): void {
  report(walk, 'schema/type', 'error', () => ({
    message: `${valueWords(value)} stands where ${typeWords(type)} is wanted.`,
  }))
}

function checkNamed(walk: Walk, type: Type, model: Model, value: Json): void {
  if (model.kind === 'either') checkType(walk, model.type, value)
  else if (model.kind === 'values') checkValue(walk, type, model, value)
  else if (!isJsonObject(value)) reportType(walk, type, value)
  else if (model.kind === 'object') checkObject(walk, model, value)
  else checkChoice(walk, model, value)
}

/** Path length of what is still looked at: the API nests far less, and hostile JSON must not exhaust the stack. */
const deepest = 100

function checkItems(walk: Walk, type: Extract<Type, { kind: 'array' }>, items: readonly Json[]): void {
  const { length } = type
  if (length !== undefined && items.length !== length) {
    report(walk, 'schema/type', 'error', () => ({ message: listWords(items.length, length) }))
  }
  const depth = walk.path.length
  if (depth > deepest) return
  for (let index = 0; index < items.length; index += 1) {
    walk.path[depth] = index
    checkType(walk, type.items, items[index]!)
  }
  walk.path.length = depth
}

function checkValues(walk: Walk, type: Type, object: JsonObject): void {
  for (const key of Object.keys(object)) checkField(walk, type, object, key)
}

function checkField(walk: Walk, type: Type, object: JsonObject, key: string): void {
  const value = object[key]
  // As in `checkType`: of what is plain and right nobody asks the path.
  if (value === undefined || type.kind === typeof value) return
  walk.path.push(key)
  checkType(walk, type, value)
  walk.path.pop()
}

function checkObject(walk: Walk, model: ObjectModel, object: JsonObject): void {
  for (const field of model.required) {
    if (object[field] === undefined) reportMissing(walk, field)
  }
  for (const field of model.expected) {
    if (object[field] === undefined) reportUnusual(walk, model, field)
  }
  for (const key of Object.keys(object)) {
    const type = model.fields.get(key)
    if (type === undefined) reportUnknown(walk, model, object, key)
    else checkField(walk, type, object, key)
  }
}

function reportMissing(walk: Walk, field: string): void {
  const message = `\`${field}\` is required and missing.`
  report(walk, 'schema/required', 'error', () => ({ message }), field)
}

/** The account takes it all the same, so nobody is held up. */
function reportUnusual(walk: Walk, model: ObjectModel, field: string): void {
  if (!isNews(walk, `${model.name} without ${field}`)) return
  const message = `\`${field}\` is missing, which the description of the API requires; it is passed on unchanged.`
  report(walk, 'schema/required', 'warning', () => ({ message }), field)
}

function reportUnknown(walk: Walk, model: ObjectModel, object: JsonObject, key: string): void {
  if (object[key] === undefined || !isNews(walk, `${model.name}.${key}`)) return
  const free = () => [...model.fields.keys()].filter(field => object[field] === undefined)
  const message = `\`${shown(key)}\` is not a field that dogma knows here; it is passed on unchanged.`
  report(walk, 'schema/unknown-field', 'warning', () => ({ message, hint: suggestion(key, free()) }), key)
}

function checkValue(walk: Walk, type: Type, model: ValuesModel, value: Json): void {
  if (typeof value !== 'string' && typeof value !== 'number') reportType(walk, type, value)
  else if (model.values.has(value)) return
  else if (model.jsonTypes.has(typeof value)) reportValue(walk, model.name, value, [...model.values])
  else reportType(walk, type, value)
}

type Values = readonly (string | number)[]

/** A slip of the pen is an error; a value that resembles none may be newer than this schema, and passes. */
function reportValue(walk: Walk, name: string, value: string | number, known: Values): void {
  const message = `${valueWords(value)} is not one of ${valueList(known)}.`
  const near = () => suggestion(String(value), known)
  if (typeof value === 'number' || isSlip(value, known)) {
    report(walk, 'schema/enum', 'error', () => ({ message, hint: near() }))
  } else if (isNews(walk, `${name} ${value}`)) {
    const otherwise = 'It is passed on unchanged, since the API may know it.'
    report(walk, 'schema/enum', 'warning', () => ({ message, hint: near() ?? otherwise }))
  }
}

function checkChoice(walk: Walk, model: ChoiceModel, object: JsonObject): void {
  const value = object[model.tag]
  if (value === undefined) checkUntagged(walk, model, object)
  else if (typeof value !== 'string') checkField(walk, { kind: 'string' }, object, model.tag)
  else checkTagged(walk, model, object, value)
}

function checkUntagged(walk: Walk, model: ChoiceModel, object: JsonObject): void {
  if (model.otherwise === undefined) reportMissing(walk, model.tag)
  else checkType(walk, model.otherwise, object)
}

function checkTagged(walk: Walk, model: ChoiceModel, object: JsonObject, value: string): void {
  const chosen = model.cases.get(value)
  if (chosen !== undefined) checkType(walk, chosen, object)
  else if (model.name === 'WidgetDefinition') reportWidget(walk, model, value)
  else reportTag(walk, model, value)
}

function reportTag(walk: Walk, model: ChoiceModel, value: string): void {
  walk.path.push(model.tag)
  reportValue(walk, model.name, value, [...model.cases.keys()])
  walk.path.pop()
}

function reportWidget(walk: Walk, model: ChoiceModel, type: string): void {
  if (!isNews(walk, `${model.name} ${type}`)) return
  const message = `${valueWords(type)} is not a widget type that dogma knows; the widget is passed on unchanged.`
  report(
    walk,
    'schema/unknown-widget',
    'warning',
    () => ({ message, hint: suggestion(type, model.cases.keys()) }),
    model.tag,
  )
}

/** Reports what the closest of the types finds that the value can be at all. */
function checkEither(walk: Walk, types: readonly Type[], value: Json): void {
  // Nearly always one type and null: no list is made for that.
  const first = types.findIndex(type => fits(type, value))
  const only = first === -1 || !types.some((type, index) => index > first && fits(type, value))
  if (first === -1) reportType(walk, { kind: 'either', types }, value)
  else checkType(walk, only ? types[first]! : closestOf(walk, types, value), value)
}

function closestOf(walk: Walk, types: readonly Type[], value: Json): Type {
  const possible = types.filter(type => fits(type, value))
  const counted = possible.map(type => ({ type, count: tryType(walk, type, value) }))
  return counted.reduce((a, b) => (distance(b.count, a.count) < 0 ? b : a)).type
}

function tryType(walk: Walk, type: Type, value: Json): Count {
  const count = { depth: walk.path.length, errors: 0, warnings: 0, misshapen: 0 }
  checkType({ ...walk, count }, type, value)
  return count
}

/** Negative when `a` fits better: without an error, else with the better shape, else with fewer problems. */
function distance(a: Count, b: Count): number {
  return (
    Math.min(a.errors, 1) - Math.min(b.errors, 1) ||
    a.misshapen - b.misshapen ||
    a.errors - b.errors ||
    a.warnings - b.warnings
  )
}
