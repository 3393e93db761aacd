import { diffLines } from 'diff'
import { visible } from '../../../diagnostic/index.js'
import type { Json, JsonObject } from '../../../model/index.js'
import type { FieldChange } from '../../../wire/index.js'
import type { Colours } from '../../colours.js'
import { flatten, isLongText, showValue } from './values.js'

/** One changed field: both values, or a comparison of lines for long texts, and what it means in words. */
export function changedLines(field: FieldChange, colours: Colours): string[] {
  const { path, before, after } = field
  const inWords = (field.words ?? []).map(sentence => `      ${colours.faint(visible(sentence))}`)
  const head = `    ${colours.changed('~')} ${visible(path)}:`
  if (isLongText(before) || isLongText(after)) {
    return [head, ...comparedLines(asText(before), asText(after), colours), ...inWords]
  }
  return [`${head} ${colours.removed(showValue(before))} → ${colours.added(showValue(after))}`, ...inWords]
}

/** The fields of a new object; the widgets are only counted, because each of them is in the code. */
export function createdLines(after: JsonObject, colours: Colours): string[] {
  return flatten(after).flatMap(({ path, value }) => {
    const head = `    ${colours.added('+')} ${visible(path)}:`
    if (path === 'widgets' && Array.isArray(value)) return [`${head} ${value.length}`]
    if (!isLongText(value)) return [`${head} ${showValue(value)}`]
    return [head, ...value.split('\n').map(line => `        ${visible(line)}`)]
  })
}

function asText(value: Json | undefined): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : JSON.stringify(value)
}

/** A comparison of lines: what changed, with the nearest unchanged lines around it. */
function comparedLines(before: string, after: string, colours: Colours): string[] {
  return diffLines(before, after).flatMap(part => {
    const lines = part.value.replace(/\n$/, '').split('\n').map(visible)
    if (part.added) return lines.map(line => `      ${colours.added(`+ ${line}`)}`)
    if (part.removed) return lines.map(line => `      ${colours.removed(`- ${line}`)}`)
    return shortened(lines).map(line => `        ${colours.faint(line)}`)
  })
}

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length <= 3 ? lines : [lines[0]!, '…', lines.at(-1)!]
}
