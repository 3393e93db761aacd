import type { Json, JsonObject } from '../model/index.js'
import { fits } from './fits.js'
import { type ChoiceModel, modelNamed, type ObjectModel, type ValuesModel } from './model.js'
import { isSlip, suggestion, texts } from './slip.js'
import type { Type } from './type.js'
import { isNews, report, trial, type Walk } from './walk.js'
import { shown, typeWords, valueList, valueWords } from './words.js'

/** Reports whatever in `value` the type does not allow. */
export function checkType(walk: Walk, type: Type, value: Json): void {
  if (type.kind === 'either') return checkEither(walk, type.types, value)
  if (!fits(type, value)) return reportType(walk, type, value)
  if (type.kind === 'named') return checkNamed(walk, type.name, value)
  if (type.kind === 'array') return checkItems(walk, type, value as readonly Json[])
  if (type.kind === 'map') checkValues(walk, type.values, value as JsonObject)
}

function reportType(walk: Walk, type: Type, value: Json): void {
  report(walk, {
    code: 'schema/type',
    severity: 'error',
    message: `${valueWords(value)} stands where ${typeWords(type)} is wanted.`,
  })
}

function checkNamed(walk: Walk, name: string, value: Json): void {
  const model = modelNamed(name)
  switch (model.kind) {
    case 'object':
      return checkObject(walk, model, value as JsonObject)
    case 'values':
      return checkValue(walk, model, value as string | number)
    case 'choice':
      return checkChoice(walk, model, value as JsonObject)
    case 'either':
      return checkType(walk, model.type, value)
  }
}

function checkItems(walk: Walk, type: Extract<Type, { kind: 'array' }>, items: readonly Json[]): void {
  if (type.length !== undefined && items.length !== type.length) {
    const wanted = type.length === 1 ? 'exactly one item is' : `exactly ${type.length} items are`
    const message = `${items.length === 0 ? 'an empty list' : `a list of ${items.length}`} stands where ${wanted} wanted.`
    report(walk, { code: 'schema/type', severity: 'error', message })
  }
  const depth = walk.path.length
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
  if (value === undefined) return
  walk.path.push(key)
  checkType(walk, type, value)
  walk.path.pop()
}

function checkObject(walk: Walk, model: ObjectModel, object: JsonObject): void {
  for (const field of model.required) {
    if (object[field] === undefined || !Object.hasOwn(object, field)) reportMissing(walk, field)
  }
  for (const key of Object.keys(object)) {
    const type = model.fields.get(key)
    if (type === undefined) reportUnknown(walk, model, object, key)
    else checkField(walk, type, object, key)
  }
}

function reportMissing(walk: Walk, field: string): void {
  report(
    walk,
    { code: 'schema/required', severity: 'error', message: `\`${field}\` is required and missing.` },
    field,
  )
}

function reportUnknown(walk: Walk, model: ObjectModel, object: JsonObject, key: string): void {
  if (object[key] === undefined || !isNews(walk, `${model.name}.${key}`)) return
  const free = [...model.fields.keys()].filter(field => !Object.hasOwn(object, field))
  report(
    walk,
    {
      code: 'schema/unknown-field',
      severity: 'warning',
      message: `\`${shown(key)}\` is not a field that dogma knows here; it is passed on unchanged.`,
      hint: suggestion(key, free),
    },
    key,
  )
}

function checkValue(walk: Walk, model: ValuesModel, value: string | number): void {
  if (!model.values.has(value)) reportValue(walk, model.name, value, [...model.values])
}

/** A slip of the pen is an error; a value that resembles none may be newer than this schema, and passes. */
function reportValue(
  walk: Walk,
  name: string,
  value: string | number,
  known: readonly (string | number)[],
): void {
  const written = String(value)
  const message = `${valueWords(value)} is not one of ${valueList(known)}.`
  if (typeof value === 'number' || isSlip(written, texts(known))) {
    report(walk, { code: 'schema/enum', severity: 'error', message, hint: suggestion(written, known) })
  } else if (isNews(walk, `${name} ${written}`)) {
    const hint = suggestion(written, known) ?? 'It is passed on unchanged, since the API may know it.'
    report(walk, { code: 'schema/enum', severity: 'warning', message, hint })
  }
}

function checkChoice(walk: Walk, model: ChoiceModel, object: JsonObject): void {
  const value = object[model.tag]
  if (value === undefined) {
    if (model.otherwise === undefined) reportMissing(walk, model.tag)
    else checkType(walk, model.otherwise, object)
    return
  }
  if (typeof value !== 'string') return checkField(walk, { kind: 'string' }, object, model.tag)
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
  report(
    walk,
    {
      code: 'schema/unknown-widget',
      severity: 'warning',
      message: `${valueWords(type)} is not a widget type that dogma knows; the widget is passed on unchanged.`,
      hint: suggestion(type, model.cases.keys()),
    },
    model.tag,
  )
}

/** Tries the types that the value can be at all, and reports what the closest of them finds. */
function checkEither(walk: Walk, types: readonly Type[], value: Json): void {
  const possible = types.filter(type => fits(type, value))
  const [only] = possible
  if (only === undefined) return reportType(walk, { kind: 'either', types }, value)
  if (possible.length === 1) return checkType(walk, only, value)
  const tried = possible.map(type => tryType(walk, type, value))
  const best = tried.reduce((a, b) => (isCloser(b, a) ? b : a))
  walk.problems.push(...best.walk.problems)
  for (const subject of best.walk.told) walk.told.add(subject)
}

interface Trial {
  readonly walk: Walk
  /** How many problems are about the shape of the value itself: a field that is missing, or that it does not know. */
  readonly misshapen: number
  readonly errors: number
}

function tryType(walk: Walk, type: Type, value: Json): Trial {
  const tried = trial(walk)
  // Every field counts for the comparison, also one that has been told of already.
  tried.told.clear()
  checkType(tried, type, value)
  const own = tried.problems.filter(({ path }) => path.length === walk.path.length + 1)
  return {
    walk: tried,
    misshapen: own.filter(({ code }) => code === 'schema/required' || code === 'schema/unknown-field').length,
    errors: tried.problems.filter(({ severity }) => severity === 'error').length,
  }
}

function isCloser(a: Trial, b: Trial): boolean {
  if ((a.errors === 0) !== (b.errors === 0)) return a.errors === 0
  return (
    a.misshapen < b.misshapen ||
    (a.misshapen === b.misshapen && (a.errors < b.errors || (a.errors === b.errors && fewer(a, b))))
  )
}

function fewer(a: Trial, b: Trial): boolean {
  return a.walk.problems.length < b.walk.problems.length
}
