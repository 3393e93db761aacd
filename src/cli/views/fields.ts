import { diffLines } from 'diff'
import { visible } from '../../diagnostic/index.js'
import type { JsonObject } from '../../model/index.js'
import type { FieldChange } from '../../wire/index.js'
import type { Colours } from '../colours.js'
import { flatten, isLongText, showValue } from './values.js'

/** One changed field: both values, or a comparison of lines for long texts, and what it means in words. */
export function changedLines(field: FieldChange, colours: Colours): string[] {
  const { path, before, after } = field
  if (isLongText(before) || isLongText(after)) return textLines(path, asText(before), asText(after), colours)
  const values = `${colours.removed(showValue(before))} → ${colours.added(showValue(after))}`
  const inWords = (field.words ?? []).map(sentence => `      ${colours.faint(sentence)}`)
  return [`    ${colours.changed('~')} ${visible(path)}: ${values}`, ...inWords]
}

function asText(value: FieldChange['before']): string {
  return typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : JSON.stringify(value)
}

/** A comparison of lines: only what changed, with a line of context around it. */
function textLines(path: string, before: string, after: string, colours: Colours): string[] {
  const head = `    ${colours.changed('~')} ${visible(path)}:`
  const body = diffLines(before, after).flatMap(part => {
    const lines = part.value.replace(/\n$/, '').split('\n').map(visible)
    if (part.added) return lines.map(line => `      ${colours.added(`+ ${line}`)}`)
    if (part.removed) return lines.map(line => `      ${colours.removed(`- ${line}`)}`)
    return context(lines).map(line => `        ${colours.faint(line)}`)
  })
  return [head, ...body]
}

function context(lines: readonly string[]): readonly string[] {
  return lines.length <= 3 ? lines : [lines[0]!, '…', lines.at(-1)!]
}

/** The fields of a new object; the widgets are only counted, because each of them is in the code. */
export function createdLines(after: JsonObject, colours: Colours): string[] {
  return flatten(after).flatMap(({ path, value }) => {
    const isWidgets = path === 'widgets' && Array.isArray(value)
    if (isWidgets) return [`    ${colours.added('+')} widgets: ${value.length}`]
    if (isLongText(value)) return textLines(path, '', value, colours)
    return [`    ${colours.added('+')} ${visible(path)}: ${showValue(value)}`]
  })
}
