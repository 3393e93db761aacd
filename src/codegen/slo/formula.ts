import { isAcceptable } from '../../diagnostic/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { parseFormula } from '../../query/index.js'
import type { Code } from '../code/index.js'
import { plainCode } from '../dashboard/forms.js'
import { queriesCode } from '../dashboard/queries.js'
import { leftOver } from './left-over.js'

/** The text of `{ formula: '…' }`, if the builders accept it. */
export function formulaText(value: Json | undefined): string | undefined {
  if (!isJsonObject(value) || typeof value.formula !== 'string') return undefined
  const parsed = parseFormula(value.formula)
  return parsed.ok && isAcceptable(parsed.diagnostics) ? value.formula : undefined
}

/** What a formula holds besides its text. */
export function formulaExtra(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? leftOver(value, ['formula']) : {}
}

/** Queries by their names. */
export function sloQueries(value: Json | undefined): Code | undefined {
  const code = value === undefined ? undefined : queriesCode(value, undefined, plainCode)
  return code?.kind === 'object' ? code : undefined
}
