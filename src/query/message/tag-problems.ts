import { didYouMean, nearest, type TextEdit } from '../../diagnostic/index.js'
import {
  argumentCountOf,
  conditionalNames,
  conditionals,
  functionNames,
  isConditional,
  isHandlebarsBlock,
} from './conditionals.js'
import { tagMeant } from './full-width.js'
import { edit, type MessageScanner, report } from './lexer.js'
import type { CloseTag, OpenTag } from './tag.js'

/** How many arguments a block was given. */
export function checkBlockArguments(scanner: MessageScanner, tag: OpenTag): void {
  const { name, nameStart } = tag
  if (!isConditional(name)) return
  const end = nameStart + name.length
  const wanted = conditionals[name].arguments
  const given = tag.arguments.length
  if (given < wanted) reportTooFew(scanner, nameStart, end, name, wanted)
  if (wanted === 0 && given > 0) {
    report(scanner, tag.arguments[0]!.span.start, tag.arguments.at(-1)!.span.end, {
      severity: 'warning',
      code: 'message/argument-count',
      message: `\`${name}\` takes no argument.`,
      hint: 'Leave it out; use `is_match` or `is_exact_match` inside the block to ask about a variable.',
      repair: [edit(end, tag.arguments.at(-1)!.span.end, '')],
    })
  }
}

/** Conditions by the words that the states have elsewhere. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['is_warn', 'is_warning'],
  ['is_ok', 'is_recovery'],
  ['is_resolved', 'is_recovery'],
  ['is_critical', 'is_alert'],
  ['is_error', 'is_alert'],
  ['is_triggered', 'is_alert'],
  ['is_contains', 'is_match'],
  ['is_equal', 'is_exact_match'],
  ['is_equals', 'is_exact_match'],
])

const syntheticsType = 'synthetics alert'

/** The name of a block; the repair covers its closing tag as well. */
export function checkBlockName(scanner: MessageScanner, tag: OpenTag, close: CloseTag | undefined): void {
  const { name, nameStart } = tag
  const isOfSynthetics = isHandlebarsBlock(name) && (scanner.type ?? syntheticsType) === syntheticsType
  if (isConditional(name) || isOfSynthetics) return
  const meant = otherNames.get(name.toLowerCase()) ?? nearest(name, conditionalNames)
  report(scanner, nameStart, nameStart + name.length, {
    severity: meant === undefined ? 'warning' : 'error',
    code: 'message/unknown-conditional',
    message: `\`${name}\` is none of the conditional blocks of templates.`,
    hint:
      meant === undefined
        ? 'The blocks ask about the state (`is_alert`, `is_recovery` …) or a variable (`is_match "host.name" "web"`).'
        : `Did you mean \`${meant}\`?`,
    ...(meant !== undefined && { repair: renaming(meant, tag, close) }),
  })
}

function renaming(meant: string, tag: OpenTag, close: CloseTag | undefined): TextEdit[] {
  const tags = close === undefined ? [tag] : [tag, close]
  return tags.map(({ name, nameStart }) => edit(nameStart, nameStart + name.length, meant))
}

function reportTooFew(
  scanner: MessageScanner,
  start: number,
  end: number,
  name: string,
  wanted: number,
): void {
  const example = name === 'is_priority' ? "{{#is_priority 'P1'}}" : `{{#${name} "host.name" "web"}}`
  report(scanner, start, end, {
    severity: 'error',
    code: 'message/argument-count',
    message: `\`${name}\` needs ${wanted === 1 ? 'one argument' : 'a variable and at least one text'}.`,
    hint: `Write it as \`${example}\`.`,
  })
}

/** The name of a function, and how many arguments it was given. */
export function checkFunction(
  scanner: MessageScanner,
  name: string,
  start: number,
  end: number,
  given: number,
): void {
  const wanted = argumentCountOf(name)
  if (wanted === undefined) reportUnknownFunction(scanner, name, start, end)
  else if (given !== wanted) {
    report(scanner, start, end, {
      severity: 'error',
      code: 'message/argument-count',
      message: `\`${name}\` takes ${wanted} argument${wanted === 1 ? '' : 's'} in quotes, and was given ${given}.`,
      hint: functionExamples.get(name)!,
    })
  }
}

const functionExamples = new Map([
  ['eval', 'Write it as `{{eval "value * 100"}}`.'],
  ['local_time', "Write it as `{{local_time 'last_triggered_at' 'Asia/Tokyo'}}`."],
  ['urlencode', 'Write it as `{{urlencode "service.name"}}`.'],
  ['override_priority', "Write it as `{{override_priority 'P1'}}`."],
])

function reportUnknownFunction(scanner: MessageScanner, name: string, start: number, end: number): void {
  if (isConditional(name)) {
    reportMissingHash(scanner, name, start, end)
    return
  }
  report(scanner, start, end, {
    severity: 'error',
    code: 'message/unknown-function',
    message: `\`${name}\` is no function of templates.`,
    hint:
      didYouMean(name, functionNames) ??
      `The functions are ${functionNames.map(known => `\`${known}\``).join(', ')}.`,
  })
}

/** `{{is_alert}}` where a block was meant. */
export function checkVariable(
  scanner: MessageScanner,
  path: readonly string[],
  start: number,
  end: number,
): void {
  const name = path[0]!
  if (path.length === 1 && isConditional(name)) reportMissingHash(scanner, name, start, end)
}

function reportMissingHash(scanner: MessageScanner, name: string, start: number, end: number): void {
  const at = scanner.text.indexOf(name, start)
  report(scanner, start, end, {
    severity: 'error',
    code: 'message/missing-hash',
    message: `\`${name}\` opens a block, and is written with \`#\` (or \`^\` for “not”).`,
    hint: `Write \`{{#${name}}} … {{/${name}}}\`.`,
    repair: [edit(at, at, '#')],
  })
}

/** Braces with something in them that is no tag of this language. */
export function reportUnknownTag(scanner: MessageScanner, start: number, end: number): void {
  const inner = scanner.text.slice(start + 2, Math.min(end - 2, start + 60)).trim()
  const plain = tagMeant(inner)
  report(scanner, start, end, {
    severity: inner.startsWith('else') ? 'error' : 'warning',
    code: 'message/unknown-tag',
    message:
      inner === '' ? 'These braces are empty.' : 'What stands between these braces is no tag of a template.',
    hint: plain === undefined ? tagHint(inner) : `Write \`${plain}\`.`,
    ...(plain !== undefined && { repair: [edit(start, end, plain)] }),
  })
}

function tagHint(inner: string): string {
  if (inner.startsWith('else'))
    return 'There is only `{{else}}`; put another block inside it for a second condition.'
  if (inner.includes('|')) return 'There are no filters; calculate with `{{eval "…"}}`.'
  return 'Write a variable (`{{host.name}}`), a block (`{{#is_alert}}`) or a function (`{{eval "value * 100"}}`).'
}
