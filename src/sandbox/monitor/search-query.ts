import type { JsonObject } from '../json.js'
import { objectOf, stringsOf, textOf } from '../json.js'

/** One condition of a monitor search; all of them must hold. Free text has no key. */
export interface Term {
  readonly key: string | undefined
  /** Any of these is enough. */
  readonly values: readonly string[]
  readonly isNegated: boolean
}

const WORD = /(-?)(?:([a-z_]+):)?(\([^()]*\)|"[^"]*"|[^\s()"]+)/gi

/**
 * The part of https://docs.datadoghq.com/monitors/manage/search/ that is supported: words, `"phrases"`, `key:value`,
 * `key:(a OR b)`, a leading minus or `NOT`, and `AND` between terms. `OR` between terms is read as `AND`.
 */
export function parseSearch(query: string): readonly Term[] {
  const terms: Term[] = []
  let negateNext = false
  for (const [, minus, key, value] of query.matchAll(WORD)) {
    if (key === undefined && /^(AND|OR)$/.test(value!)) continue
    if (key === undefined && value === 'NOT') {
      negateNext = true
      continue
    }
    terms.push({ key: key?.toLowerCase(), values: valuesOf(value!), isNegated: minus === '-' || negateNext })
    negateNext = false
  }
  return terms.filter(term => term.values.length > 0)
}

function valuesOf(text: string): readonly string[] {
  const inner = text.startsWith('(') ? text.slice(1, -1).split(/\s+OR\s+/) : [text]
  return inner.map(value => value.trim().replace(/^"|"$/g, '')).filter(value => value !== '')
}

export function matches(monitor: JsonObject, term: Term): boolean {
  return term.values.some(value => hasValue(monitor, term.key, value)) !== term.isNegated
}

function hasValue(monitor: JsonObject, key: string | undefined, value: string): boolean {
  const tags = stringsOf(monitor.tags)
  const like = (text: string) => isLike(text, value)
  switch (key) {
    case undefined:
      return like(textOf(monitor.name)) || like(textOf(monitor.message)) || like(textOf(monitor.query))
    case 'title':
    case 'name':
      return like(textOf(monitor.name))
    case 'id':
      return String(monitor.id) === value
    case 'status':
      return textOf(monitor.overall_state).toLowerCase() === value.toLowerCase()
    case 'type':
      return (
        textOf(monitor.type)
          .replace(/ alert$/, '')
          .replace(/^query$/, 'metric') === value
      )
    case 'tag':
      return tags.includes(value)
    case 'muted':
      return value === 'false'
    case 'priority':
      return `p${String(monitor.priority)}` === value.toLowerCase()
    case 'creator':
      return like(textOf(objectOf(monitor.creator).name))
    case 'notification':
      return textOf(monitor.message).includes(`@${value}`)
    case 'metric':
    case 'scope':
      return textOf(monitor.query).includes(value)
    default:
      return tags.includes(`${key}:${value}`)
  }
}

/** Without regard to case; `*` stands for any text, and without it the value may stand anywhere. */
function isLike(text: string, value: string): boolean {
  const parts = value.toLowerCase().split('*')
  let from = 0
  for (const part of parts) {
    const at = text.toLowerCase().indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}
