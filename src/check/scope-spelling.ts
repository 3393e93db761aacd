import type { TextEdit } from '../diagnostic/index.js'
import {
  type Filter,
  type FilterIn,
  type FilterTag,
  type GroupBy,
  print,
  type Scope,
  type Series,
  type TagKey,
} from '../query/index.js'
import type { MetricContext, Report } from './report.js'

interface Spelling {
  readonly message: string
  /** What was meant; undefined when the tag is not written this way. */
  readonly meant: (key: string, value: string) => string | undefined
  /** It may as well be what the author means, so it is a remark and is not rewritten. */
  readonly mayBeMeant?: true
}

/** `env:prod|env:dev` repeats the key; another key makes a condition of its own. */
function alternatives(key: string, values: readonly string[]): string {
  const own = values.map(value => (value.startsWith(`${key}:`) ? value.slice(key.length + 1) : value))
  if (own.some(value => value.includes(':'))) return `${key}:${values.join(' OR ')}`
  return `${key} IN (${own.join(',')})`
}

/** Tags hold nearly any character, so these are read as they stand; on intake most of them would have become `_`. */
const spellings: readonly Spelling[] = [
  {
    message: 'A semicolon does not separate conditions; it belongs to the value.',
    meant: (key, value) => {
      const parts = value.split(';')
      return parts.length > 1 && parts.slice(1).every(part => part.includes(':'))
        ? `${key}:${parts.join(',')}`
        : undefined
    },
  },
  {
    message: 'A list of values is written with `IN` and parentheses.',
    meant: (key, value) => {
      const values = /^\[?([^|[\]]+(?:\|[^|[\]]+)+)\]?$/.exec(value)?.[1]
      return values === undefined ? undefined : alternatives(key, values.split('|'))
    },
  },
  {
    message: 'This bracket opens or closes nothing; it belongs to the value.',
    meant: (key, value) => (/^[^[\]]+\]$/.test(value) ? `${key}:${value.slice(0, -1)}` : undefined),
  },
  {
    message: 'A template variable of a Datadog dashboard begins with `$`.',
    meant: (key, value) => {
      const name = /^(?:\[\[|%\()([\w.-]+)(?:\]\]|\)s?)$/.exec(value)?.[1]
      return name === undefined ? undefined : `${key}:$${name}.value`
    },
  },
  {
    message: 'A scope knows no regular expressions; `*` stands for any text.',
    meant: (key, value) => {
      const inner = /^\/(.+)\/$/
        .exec(value)?.[1]
        ?.replace(/^\^|\$$/g, '')
        .replace(/(?:\[[^[\]]+\]|\\[dw]|\.)(?:[*+]|\{\d[^{}]*\})/g, '*')
        .replaceAll('\\.', '.')
      return inner === undefined || /[[\]\\|^$+?]/.test(inner) ? undefined : `${key}:${inner}`
    },
  },
  {
    message: 'The `!` of a negation stands before the key.',
    meant: (key, value) =>
      value.startsWith('!') && value.length > 1
        ? `!${key}:${value.slice(1)}`
        : key.endsWith('!') && key.length > 1
          ? `!${key.slice(0, -1)}:${value}`
          : undefined,
  },
  {
    message: 'A negation is written with `!` or `NOT`, not with a minus.',
    meant: (key, value) => (/^-[a-z]/i.test(key) ? `!${key.slice(1)}:${value}` : undefined),
  },
  {
    message: 'The second colon belongs to the value.',
    meant: (key, value) => (/^:[^:]/.test(value) ? `${key}${value}` : undefined),
    // A server without a host name is traced under its port: `service::25984`.
    mayBeMeant: true,
  },
]

/** `query/suspicious-syntax`: habits of other languages that a scope takes for a part of the tag. */
export function checkFilterSpelling(filter: Filter, _context: MetricContext, report: Report): void {
  if (filter.kind === 'filter-tag') checkTag(filter, report)
  else if (filter.kind === 'filter-or') checkBareAlternatives(filter.operands, report)
  else if (filter.kind === 'filter-list') checkBracketList(filter.operands, report)
  else if (filter.kind === 'filter-in') checkList(filter, report)
}

/** The same for the keys by which a series is grouped. */
export function checkKeySpelling(series: Series, _context: MetricContext, report: Report): void {
  if (series.groupBy !== undefined) checkKeys(series.groupBy, series, report)
}

/** Every spelling needs one of these; nearly every tag has none. */
const oddValue = /[;|\]]|^[/!:]/

function checkTag({ key, value, span }: FilterTag, report: Report): void {
  if (key === undefined) {
    if (value.includes('<>')) checkUnequal(value, span, report)
    return
  }
  if (!key.startsWith('-') && !key.endsWith('!') && !oddValue.test(value)) return
  for (const { message, meant, mayBeMeant } of spellings) {
    const text = meant(key, value)
    if (text === undefined) continue
    if (mayBeMeant) remark(message, span, text, report)
    else say(message, span, text, report)
    return
  }
}

/** `{env<>prod}` */
function checkUnequal(value: string, span: TextEdit['span'], report: Report): void {
  const [, key, other] = /^([\w.-]+)<>(.+)$/.exec(value) ?? []
  if (key !== undefined)
    say('A negation is written with `!` before the key.', span, `!${key}:${other}`, report)
}

/** `{all}` */
export function checkEverything({ filter }: Scope, _context: MetricContext, report: Report): void {
  const isTag = filter.kind === 'filter-tag' && filter.key === undefined
  if (!isTag || !/^(?:all|any|everything)$/i.test(filter.value)) return
  say('This is read as a tag; `*` stands for everything.', filter.span, '*', report)
}

/** `{env:prod OR staging}`: the second is a tag without a key. */
function checkBareAlternatives(operands: readonly Filter[], report: Report): void {
  let key: string | undefined
  for (const operand of operands) {
    if (operand.kind !== 'filter-tag') return
    if (operand.key !== undefined) key = operand.key
    else if (key !== undefined)
      say('This is read as a tag without a key.', operand.span, `${key}:${operand.value}`, report)
  }
}

/** `{service:[api,web]}` is read as the two tags `service:[api` and `web]`. */
function checkBracketList(operands: readonly Filter[], report: Report): void {
  operands.forEach((first, index) => {
    if (first.kind !== 'filter-tag' || first.key === undefined || !first.value.startsWith('[')) return
    const rest = operands.slice(index + 1)
    const length = rest.findIndex(one => one.kind === 'filter-tag' && one.value.endsWith(']')) + 1
    const tags = rest.slice(0, length).filter(one => one.kind === 'filter-tag' && one.key === undefined)
    if (length === 0 || tags.length < length) return
    const values = [first, ...tags].map(one =>
      one.kind === 'filter-tag' ? one.value.replace(/[[\]]/g, '') : '',
    )
    const span = { start: first.span.start, end: tags.at(-1)!.span.end }
    say(
      'A list of values is written with `IN` and parentheses.',
      span,
      `${first.key} IN (${values.join(',')})`,
      report,
    )
  })
}

/** `service IN (service:api,service:web)` */
function checkList({ key, values, negated, span }: FilterIn, report: Report): void {
  const prefix = `${key}:`
  if (!values.every(value => value.startsWith(prefix))) return
  const bare = values.map(value => value.slice(prefix.length)).join(',')
  say(
    'The list holds bare values; the key stands before `IN`.',
    span,
    `${key}${negated ? ' NOT' : ''} IN (${bare})`,
    report,
  )
}

/** A key of nearly every series has none of these. */
const oddGroup = /[;|:]/

/** `by {host;env}`, `by {host|env}` and `by {host:web-1}`; the first of these moves all values into the scope. */
function checkKeys({ keys }: GroupBy, series: Series, report: Report): void {
  if (!keys.some(({ name }) => oddGroup.test(name))) return
  const valued = keys.filter(({ name }) => /^[^:]+:[^:]+$/.test(name))
  for (const key of keys) {
    const { name, span } = key
    if (/[;|]/.test(name)) say('Keys are separated by commas.', span, name.replace(/[;|]+/g, ','), report)
    else if (valued.includes(key)) {
      const message = 'A series is grouped by keys; a value stands in the scope.'
      say(
        message,
        span,
        name.split(':')[0]!,
        report,
        key === valued[0] ? [withConditions(series, valued)] : [],
      )
    }
  }
}

/** The edit that adds conditions to the scope of a series. */
function withConditions({ scope, metric }: Series, keys: readonly TagKey[]): TextEdit {
  const at = { start: metric.span.end, end: metric.span.end }
  const added = keys.map(({ name, span }): FilterTag => {
    const [key, value] = name.split(':')
    return { kind: 'filter-tag', span, key: key!, value: value! }
  })
  const text = added.map(print).join(',')
  if (scope === undefined) return { span: at, text: `{${text}}` }
  const { filter } = scope
  const span = { start: scope.span.start + 1, end: scope.span.end - 1 }
  if (filter.kind === 'filter-all') return { span, text }
  const kind = filter.kind === 'filter-and' || filter.kind === 'filter-or' ? 'filter-and' : 'filter-list'
  const known = filter.kind === kind ? filter.operands : [filter]
  return { span, text: print({ kind, span, operands: [...known, ...added] }) }
}

function say(
  message: string,
  span: TextEdit['span'],
  text: string,
  report: Report,
  others: readonly TextEdit[] = [],
): void {
  report({
    code: 'query/suspicious-syntax',
    severity: 'warning',
    message,
    span,
    hint: `Write \`${text}\`.`,
    repair: [...others, { span, text }],
  })
}

function remark(message: string, span: TextEdit['span'], text: string, report: Report): void {
  report({ code: 'query/suspicious-syntax', severity: 'info', message, span, hint: `Write \`${text}\`.` })
}
