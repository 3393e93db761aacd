import type { Span } from '../../diagnostic/index.js'
import { closeParenthesis, comma, dot, endOfText, isBlank, isComparison, isQuote } from '../characters.js'
import type { NumberLiteral, Word } from '../node.js'
import {
  beforeBlanks,
  codeAt,
  found,
  insertion,
  peek,
  replacement,
  report,
  type Scanner,
} from '../scanner.js'
import type { Step, StepArgument } from './ast.js'

/** A dot with no name behind it. */
export function expectedStep(scanner: Scanner, start: number): undefined {
  const message = `The name of a step such as \`last\` is expected after the dot, not ${found(scanner)}.`
  report(scanner, 'expected-step', start, start + 1, message, { hint: 'Write for example `.last("5m")`.' })
  return undefined
}

/** `.count_by_status` without parentheses. */
export function missingStepParentheses(scanner: Scanner, name: Span): void {
  const text = scanner.text.slice(name.start, name.end)
  report(scanner, 'missing-call-parentheses', name.start, name.end, `\`.${text}\` lacks its parentheses.`, {
    hint: `Write \`.${text}()\`.`,
    repair: [insertion(name.end, '()')],
  })
}

/** Any other text up to a comma or parenthesis, as one word: `job_name`, `@host`, `*`. */
export function readBareArgument(scanner: Scanner): Word {
  const start = scanner.at
  let end = start
  while (end < scanner.end && !endsWord(codeAt(scanner, end))) end += 1
  if (end === start && end < scanner.end) end += 1
  scanner.at = end
  if (isQuote(codeAt(scanner, end))) missingOpeningQuote(scanner, start)
  return { kind: 'word', span: { start, end: scanner.at }, text: scanner.text.slice(start, end) }
}

function endsWord(code: number): boolean {
  return code === comma || code === closeParenthesis || isBlank(code) || isQuote(code)
}

/** `.by(host")` */
function missingOpeningQuote(scanner: Scanner, start: number): void {
  const quote = scanner.text[scanner.at]!
  scanner.at += 1
  report(scanner, 'missing-quote', start, scanner.at, 'The quote of this text is never opened.', {
    hint: `Write \`${quote}\` before it.`,
    repair: [insertion(start, quote)],
  })
}

/**
 * Neither comma nor parenthesis after an argument, or a comma too many. True when reading goes on at the scanner; false when
 * the parenthesis at `open` is not closed.
 */
export function endOfStepArgument(scanner: Scanner, open: number, args: readonly StepArgument[]): boolean {
  const code = peek(scanner)
  const last = args.at(-1)?.span.end ?? open + 1
  if (code === comma) {
    report(
      scanner,
      'trailing-comma',
      scanner.at,
      scanner.at + 1,
      'Nothing stands on one side of this comma.',
      {
        hint: 'Take the comma away.',
        repair: [replacement(scanner.at, scanner.at + 1, '')],
      },
    )
    scanner.at += 1
    return true
  }
  if (code !== endOfText && !startsNextStep(scanner)) {
    report(scanner, 'missing-comma', scanner.at, scanner.at + 1, 'Arguments are separated by commas.', {
      hint: 'Write a comma before this.',
      repair: [insertion(last, ',')],
    })
    return true
  }
  report(scanner, 'unclosed-parenthesis', open, open + 1, 'This `(` is never closed.', {
    hint: 'Write `)` after the last argument.',
    repair: [insertion(beforeBlanks(scanner, last), ')')],
  })
  return false
}

/** `.last("5m"` is followed by the next step or the comparison. */
function startsNextStep(scanner: Scanner): boolean {
  const code = peek(scanner)
  return code === dot || isComparison(code)
}

/** What a source's steps lack or write otherwise. */
export interface StepExpectation {
  /** Needs `.last` or `.current`. */
  readonly window: boolean
  /** Needs `.rollup`. */
  readonly rollup: boolean
  /** Takes its arguments only between quotes. */
  readonly quotes: boolean
}

/** Looks at the steps as a whole; `end` is where a missing one belongs when none is there to go by. */
export function checkSteps(
  scanner: Scanner,
  steps: readonly Step[],
  end: number,
  expected: StepExpectation,
): void {
  if (expected.quotes) for (const step of steps) checkQuotes(scanner, step)
  if (expected.rollup) for (const step of steps) if (step.name === 'by') checkOneText(scanner, step)
  const hasWindow = steps.some(step => step.name === 'last' || step.name === 'current')
  for (const step of steps) if (step.name === 'last' || step.name === 'current') checkWindow(scanner, step)
  if (expected.rollup && !steps.some(step => step.name === 'rollup')) missingRollup(scanner, steps, end)
  if (expected.window && !hasWindow) missingLast(scanner, steps.at(-1)?.span.end ?? end)
}

function missingRollup(scanner: Scanner, steps: readonly Step[], end: number): void {
  const before = steps.findLast(step => !['by', 'last', 'current'].includes(step.name))
  const at = before?.span.end ?? end
  report(scanner, 'missing-rollup', at, at + 1, 'The query does not say what is counted or computed.', {
    hint: 'Write `.rollup("count")`, or for a measure `.rollup("avg", "@duration")`.',
    repair: [insertion(at, '.rollup("count")')],
  })
}

function missingLast(scanner: Scanner, at: number): void {
  report(scanner, 'missing-last', at, at + 1, 'The evaluation window is missing.', {
    hint: 'Write for example `.last("5m")` before the comparison.',
    repair: [insertion(at, '.last("5m")')],
  })
}

/** `.rollup(count)`, `.last(5m)` */
export function checkQuotes(scanner: Scanner, step: Step, severity: 'error' | 'warning' = 'error'): void {
  if (step.name === 'by' && step.arguments.length > 1) return
  for (const argument of step.arguments) {
    if (argument.kind !== 'word' && argument.kind !== 'window') continue
    const { start, end } = argument.span
    const text = scanner.text.slice(start, end)
    if (isQuote(text.charCodeAt(text.length - 1))) continue
    report(scanner, 'missing-quote', start, end, `\`${text}\` needs quotes.`, {
      severity,
      hint: `Write \`.${step.name}("${text}")\`.`,
      repair: [insertion(start, '"'), insertion(end, '"')],
    })
  }
}

/** `.by("a","b")` and `.by(a,b)`: the keys of an event query stand in one text. */
function checkOneText(scanner: Scanner, step: Step): void {
  const { arguments: keys } = step
  if (keys.length < 2) return
  const written = keys.map(key =>
    scanner.text.slice(key.span.start, key.span.end).replace(/^["']|["']$/g, ''),
  )
  const right = `"${written.join(',')}"`
  const start = keys[0]!.span.start
  const end = keys.at(-1)!.span.end
  report(scanner, 'group-by-spelling', start, end, 'All keys stand in one text, separated by commas.', {
    severity: keys.every(key => key.kind === 'string') ? 'warning' : 'error',
    hint: `Write \`.by(${right})\`.`,
    repair: [replacement(start, end, right)],
  })
}

/** `.last(5)` */
function windowWithoutUnit(scanner: Scanner, step: Step, { span, text }: NumberLiteral): void {
  report(scanner, 'window-spelling', span.start, span.end, `\`${text}\` lacks its unit and its quotes.`, {
    hint: `Write \`.${step.name}("${text}m")\`.`,
    repair: [replacement(span.start, span.end, `"${text}m"`)],
  })
}

/** `.last("last_5m")`, `.last("5 min")` */
function checkWindow(scanner: Scanner, step: Step): void {
  const [argument] = step.arguments
  if (argument?.kind === 'number' && Number.isInteger(argument.value))
    windowWithoutUnit(scanner, step, argument)
  if (argument === undefined || argument.kind !== 'string') return
  const match = /^(?:last_)?\s*(\d+)\s*(m|h|d|w|s|mo)(?:in|ins|inutes?|ours?|ays?|r|rs|ec|econds?)?$/.exec(
    argument.value,
  )
  const right = match === null ? undefined : `${match[1]}${match[2]}`
  if (right === undefined || right === argument.value) return
  const { start, end } = argument.span
  report(scanner, 'window-spelling', start, end, `\`${argument.value}\` is not how this window is written.`, {
    hint: `Write \`.${step.name}("${right}")\`.`,
    repair: [replacement(start, end, `"${right}"`)],
  })
}
