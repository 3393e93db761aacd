import { applyEdits, type Diagnostic, type Span } from '../diagnostic/index.js'
import { changedEdit, movedDiagnostic, moveSpans, noChanges, placesOf } from './moved.js'
import { type Habit, type Rewriting, rewritingsIn } from './rewriting.js'

/** What a parser makes of a text. */
export interface Reading<Node> {
  readonly node: Node
  readonly diagnostics: readonly Diagnostic[]
}

/** Longer texts are read once: nobody writes them by hand. */
const longestReread = 2000

/** How many characters all further readings of a text may read together: a person types, and each key breaks the text anew. */
const mostRead = 16_000

/** No name is as long, and nobody indents so far; patterns of habits would try each of their characters as a start. */
const endlessRun = /[\w.-]{201}|\s{101}/

/**
 * Reads a text that does not parse again, with what looks like a habit written as it is written here. The habits that bring the
 * reader further are what is wrong; the consequences they had are not reported. Undefined when none of them does.
 */
export function reread<Node extends object>(
  text: string,
  first: Reading<Node>,
  habits: readonly Habit[],
  read: (text: string) => Reading<Node>,
  budget = mostRead,
): Reading<Node> | undefined {
  const troubles = troublesOf(first)
  if (troubles === 0 || text.length > longestReread || endlessRun.test(text)) return undefined
  const found = rewritingsIn(text, habits)
  if (found.length === 0) return undefined
  const helpful = needed(text, candidatesOf(text, found, budget), first, read)
  const best = furtherRead(text, helpful, habits, read, budget)
  if (
    !isBetter(text, best, asRead(text, [], first)) ||
    (isNoSimpler(best, troubles) && repairsItself(text, first, read))
  )
    return undefined
  return inOriginal(text, best, first)
}

/** What was rewritten may show another habit: `avg of x over env:prod` inside the description of an alert. */
function furtherRead<Node extends object>(
  text: string,
  best: Attempt<Node>,
  habits: readonly Habit[],
  read: (text: string) => Reading<Node>,
  budget: number,
): Attempt<Node> {
  if (best.troubles === 0 || best.rewritings.length === 0 || budget < mostRead) return best
  const edits = best.rewritings.map(({ edit }) => edit)
  const reading = reread(applyEdits(text, edits), best.reading, habits, read, mostRead / 4)
  return reading === undefined ? best : asRead(text, best.rewritings, reading)
}

/** The reader's own messages are no more than the habits would be, and none of these knows better. */
function isNoSimpler({ rewritings, troubles }: Attempt<unknown>, before: number): boolean {
  return (
    before <= rewritings.length * repairable + troubles &&
    !rewritings.some(({ habit }) => habit.overrides === true)
  )
}

function repairsItself<Node>(
  text: string,
  { diagnostics }: Reading<Node>,
  read: (text: string) => Reading<Node>,
) {
  if (diagnostics.some(({ code }) => doubts.has(code))) return false
  const repairs = diagnostics.flatMap(({ repair }) => repair ?? [])
  return repairs.length > 0 && troublesOf(read(applyEdits(text, repairs))) === 0
}

interface Attempt<Node> {
  readonly rewritings: readonly Rewriting[]
  readonly reading: Reading<Node>
  readonly troubles: number
  /** How much text stands behind the first trouble without a repair: a reader often stops there. */
  readonly unread: number
  /** How much stands behind the first of all. */
  readonly doubtful: number
}

function asRead<Node>(text: string, rewritings: readonly Rewriting[], reading: Reading<Node>): Attempt<Node> {
  const behind = (isAny: (one: Diagnostic) => boolean) =>
    text.length - (reading.diagnostics.find(isAny)?.span?.start ?? text.length)
  const troubles = troublesOf(reading)
  return { rewritings, reading, troubles, unread: behind(isBlocked), doubtful: behind(isTrouble) }
}

/** Further read, beyond all that was rewritten; or fewer troubles; or as many, but these further on. */
function isBetter(text: string, one: Attempt<unknown>, other: Attempt<unknown>): boolean {
  const beyond = text.length - Math.max(...one.rewritings.map(({ edit }) => edit.span.end))
  if (one.unread < other.unread && one.unread <= beyond) return true
  if (one.troubles !== other.troubles) return one.troubles < other.troubles
  return one.doubtful < other.doubtful && one.doubtful <= beyond
}

/** Rewritings that are tried together. */
type Candidate = readonly Rewriting[]

/** Each rewriting by itself; in a text that is too long for that all of one habit together, and no more habits than it may cost. */
function candidatesOf(text: string, found: readonly Rewriting[], budget: number): readonly Candidate[] {
  const affordable = Math.max(1, Math.floor(budget / (2 * text.length)))
  if (found.length <= affordable) return found.map(one => [one])
  const habits = new Map<Habit, Rewriting[]>()
  for (const one of found) habits.set(one.habit, [...(habits.get(one.habit) ?? []), one])
  return [...habits.values()].slice(0, affordable)
}

/** The rewritings that help: each by itself, or together with those that only help together. */
function needed<Node>(
  text: string,
  found: readonly Candidate[],
  first: Reading<Node>,
  read: (text: string) => Reading<Node>,
): Attempt<Node> {
  const added = oneByOne(text, found, first, read)
  if (added.troubles === 0) return added
  const left = allButNeedless(text, found, read)
  return left.troubles < added.troubles || added.rewritings.length === 0 ? left : added
}

function oneByOne<Node>(
  text: string,
  found: readonly Candidate[],
  first: Reading<Node>,
  read: (text: string) => Reading<Node>,
): Attempt<Node> {
  let best = asRead(text, [], first)
  for (const one of found) {
    const more = attempt(text, [...best.rewritings, ...one], read)
    if (isBetter(text, more, best)) best = more
  }
  return best
}

function allButNeedless<Node>(
  text: string,
  found: readonly Candidate[],
  read: (text: string) => Reading<Node>,
): Attempt<Node> {
  let best = attempt(text, found.flat(), read)
  for (const one of found) {
    const others = best.rewritings.filter(other => !one.includes(other))
    if (others.length === 0) return best
    const without = attempt(text, others, read)
    if (without.troubles <= best.troubles) best = without
  }
  return best
}

function attempt<Node>(
  text: string,
  rewritings: readonly Rewriting[],
  read: (text: string) => Reading<Node>,
): Attempt<Node> {
  const edits = rewritings.map(({ edit }) => edit)
  const written = applyEdits(text, edits)
  return asRead(written, rewritings, read(written))
}

/** Warnings that the text may be another language's count as well. */
const doubts: ReadonlySet<string> = new Set([
  'query/missing-operator',
  'query/unknown-syntax',
  'query/unescaped-quotes',
])

function isTrouble({ severity, code }: Diagnostic): boolean {
  return severity === 'error' || doubts.has(code)
}

function isBlocked(diagnostic: Diagnostic): boolean {
  return isTrouble(diagnostic) && diagnostic.repair === undefined
}

/** What can be repaired was at least understood. */
const repairable = 2

function troublesOf({ diagnostics }: Reading<unknown>): number {
  return diagnostics
    .filter(isTrouble)
    .reduce((sum, { repair }) => sum + (repair === undefined ? 3 : repairable), 0)
}

/** A reading of the rewritten text, told in the offsets of the original. */
function inOriginal<Node extends object>(
  text: string,
  { rewritings, reading }: Attempt<Node>,
  first: Reading<Node>,
): Reading<Node> {
  const severity = first.diagnostics.some(entry => entry.severity === 'error') ? 'error' : 'warning'
  const places = placesOf(rewritings.map(({ edit }) => edit))
  const changes = noChanges()
  const others = reading.diagnostics.map(diagnostic => movedDiagnostic(diagnostic, text, places, changes))
  const own = rewritings.map(rewriting => ({
    ...diagnosticOf(text, rewriting, severity),
    repair: changedEdit(
      rewriting.edit,
      places.find(({ edit }) => edit === rewriting.edit),
      changes,
    ),
  }))
  moveSpans(reading.node, places)
  return { node: reading.node, diagnostics: [...own, ...others] }
}

function diagnosticOf(
  text: string,
  { habit, message, edit, about, written }: Rewriting,
  severity: 'error' | 'warning',
): Diagnostic {
  const { start, end } = wholeWords(text, edit.span)
  const { code } = habit
  const isPart = end - start > edit.span.end - edit.span.start
  const word = text.slice(start, edit.span.start) + edit.text + text.slice(edit.span.end, end)
  const shown = (isPart ? word : written).trim().replace(/\s+/g, ' ').slice(0, 80)
  const hint =
    habit.hint ?? ((edit.text === '' && !isPart) || shown === '' ? 'Take it away.' : `Write \`${shown}\`.`)
  const span = about ?? { start, end: Math.max(end, start + 1) }
  return { code: `query/${code}`, severity, message, span, hint }
}

/** A message points at whole words, also where only some letters of one change: `countByStatus`. */
function wholeWords(text: string, { start, end }: Span): Span {
  const isInside = (at: number) => /^\w\w$/.test(text.slice(at - 1, at + 1))
  let from = start
  while (start < end && isInside(from)) from -= 1
  let to = end
  while (start < end && isInside(to)) to += 1
  return { start: from, end: to }
}
