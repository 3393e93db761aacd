import type { Span, TextEdit } from '../diagnostic/index.js'
import { overlap } from './overlap.js'
import { endOfQuoted } from './quoting.js'

/** A way of writing that belongs to another language or to haste, and what stands for it here. */
export interface Habit {
  readonly code: string
  /** Global; a text is compiled when the first query does not parse. A match that starts inside a text in quotes does not count. */
  readonly pattern: RegExp | string
  /** Of a pattern that is a text; `g` where there are none. */
  readonly flags?: string
  /** What is wrong, as a sentence, `$1` being the first group. */
  readonly message: string
  /** What to write, as a sentence; without it the rewritten text is shown. */
  readonly hint?: string
  /** The text for the match, `$1` being its first group; undefined when the match is none after all. */
  readonly into: string | ((match: RegExpExecArray) => string | undefined)
  /** The group that the message is about, where that is not what is written anew; its pattern has the flag `d`. */
  readonly about?: number
  /** The parser would repair this too, but into something else than what was meant. */
  readonly overrides?: true
}

/** One place where a habit shows. */
export interface Rewriting {
  readonly habit: Habit
  readonly message: string
  /** The smallest edit: what is equal at both ends is left out. */
  readonly edit: TextEdit
  readonly about: Span | undefined
  /** What the whole match becomes. */
  readonly written: string
}

/** More than anybody writes wrong in one query; the bound keeps the rereading of broken text cheap. */
const mostRewritings = 24

/** Where the habits show in a text, without overlap; an earlier habit comes first. */
export function rewritingsIn(text: string, habits: readonly Habit[]): Rewriting[] {
  const quotes = quotedSpans(text)
  const found: Rewriting[] = []
  for (const habit of habits) {
    for (const match of text.matchAll(patternOf(habit))) {
      const rewriting = isWithin(match.index, quotes) ? undefined : rewritingOf(habit, match)
      if (rewriting === undefined || found.some(other => overlap(other.edit.span, rewriting.edit.span)))
        continue
      found.push(rewriting)
      if (found.length === mostRewritings) return found
    }
  }
  return found
}

/** Those that are written as texts, once they were needed. */
const patterns = new WeakMap<Habit, RegExp>()

function patternOf(habit: Habit): RegExp {
  if (typeof habit.pattern !== 'string') return habit.pattern
  const pattern = patterns.get(habit) ?? new RegExp(habit.pattern, habit.flags ?? 'g')
  patterns.set(habit, pattern)
  return pattern
}

function rewritingOf(habit: Habit, match: RegExpExecArray): Rewriting | undefined {
  const { into } = habit
  const written = typeof into === 'string' ? withGroups(into, match) : into(match)
  if (written === undefined || written === match[0]) return undefined
  const message = withGroups(habit.message, match)
  const [start, end] = (habit.about !== undefined && match.indices?.[habit.about]) || []
  const about = start === undefined || end === undefined ? undefined : { start, end }
  return { habit, message, edit: smallestEdit(match[0], match.index, written), about, written }
}

function withGroups(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '')
}

function smallestEdit(before: string, at: number, after: string): TextEdit {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const span = { start: at + head, end: at + before.length - tail }
  return { span, text: after.slice(head, after.length - tail) }
}

function quotedSpans(text: string): Span[] {
  const spans: Span[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '"' && text[at] !== "'") continue
    const end = endOfQuoted(text, at, text.length)
    if (end === -1) continue
    spans.push({ start: at, end })
    at = end - 1
  }
  return spans
}

function isWithin(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => at > start && at < end - 1)
}
