import type { Span } from '../diagnostic/index.js'
import {
  type AnyNode,
  type NodeKind,
  type NodeOfKind,
  parseFormula,
  parseMessage,
  parseMetricQuery,
  parseMonitorQuery,
  parseSearch,
  visit,
} from '../query/index.js'

/** What a piece of a query is to the eye. */
export type TokenKind =
  | 'aggregator'
  | 'window'
  | 'function'
  | 'metric'
  | 'tag'
  | 'value'
  | 'string'
  | 'number'
  | 'parameter'
  | 'keyword'
  | 'operator'
  | 'variable'
  | 'handle'
  | 'unknown'

export interface Token extends Span {
  readonly kind: TokenKind
}

type Pieces<Kind extends NodeKind> = (node: NodeOfKind<Kind>, text: string) => readonly Token[]

const whole =
  (kind: TokenKind): ((node: { readonly span: Span }) => readonly Token[]) =>
  ({ span }) => [{ ...span, kind }]

const first = (span: Span, length: number, kind: TokenKind): Token => ({
  start: span.start,
  end: Math.min(span.end, span.start + length),
  kind,
})

const named = ({ nameSpan }: { readonly nameSpan: Span }): readonly Token[] => [
  { ...nameSpan, kind: 'function' },
]

const tagAndValue = ({ span, key }: { readonly span: Span; readonly key?: string }): readonly Token[] =>
  key === undefined
    ? [{ ...span, kind: 'value' }]
    : [
        { start: span.start, end: span.start + key.length, kind: 'tag' },
        { start: Math.min(span.start + key.length + 1, span.end), end: span.end, kind: 'value' },
      ]

/** The tokens that a node brings by itself, without those of its children; what is left out looks like plain text. */
const piecesOf: { readonly [Kind in NodeKind]?: Pieces<Kind> } = {
  opaque: whole('unknown'),
  number: whole('number'),
  string: whole('string'),
  word: whole('value'),
  'space-aggregator': ({ span, name }) => [first(span, name.length, 'aggregator')],
  'metric-name': whole('metric'),
  'filter-all': whole('keyword'),
  'filter-tag': tagAndValue,
  'filter-in': ({ span, key }, text) => [
    ...(text.startsWith(key, span.start) ? [first(span, key.length, 'tag')] : []),
  ],
  'filter-variable': whole('variable'),
  'tag-key': whole('tag'),
  call: named,
  method: named,
  'named-argument': ({ span, name }) => [first(span, name.length, 'parameter')],
  'query-name': whole('variable'),
  'window-head': ({ span, aggregator }) => [first(span, aggregator.length, 'aggregator')],
  'change-head': ({ span, change }) => [first(span, change.length, 'function')],
  window: whole('window'),
  'event-monitor': ({ sourceSpan }) => [{ ...sourceSpan, kind: 'function' }],
  step: named,
  'step-named-argument': ({ span, name }) => [first(span, name.length, 'parameter')],
  'formula-monitor': ({ span }) => [first(span, 'formula'.length, 'function')],
  'slo-monitor': ({ span, measure }) => [first(span, measure.length, 'function')],
  placeholder: whole('keyword'),
  'composite-monitor': whole('variable'),
  'search-all': whole('keyword'),
  'search-term': whole('value'),
  'search-phrase': whole('string'),
  'search-range': whole('number'),
  'search-comparison': whole('number'),
  'search-field': ({ fieldSpan }) => [{ ...fieldSpan, kind: 'tag' }],
  'search-function': whole('function'),
  'search-variable': whole('variable'),
  'message-comment': whole('unknown'),
  'message-variable': whole('variable'),
  'message-function': whole('function'),
  'message-block': named,
  'message-raw': whole('unknown'),
  'message-handle': whole('handle'),
}

/** The tokens of a text, in order and without overlaps; gaps between them are plain. */
export function tokensOf(node: AnyNode, text: string): readonly Token[] {
  const found: Token[] = []
  visit(node, {
    enter: each => {
      const pieces = piecesOf[each.kind] as Pieces<NodeKind> | undefined
      if (pieces !== undefined) found.push(...pieces(each, text))
    },
  })
  const inOrder = found.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)
  const isMessage = node.kind === 'message'
  return isMessage ? withoutOverlaps(inOrder) : withGaps(withoutOverlaps(inOrder), text)
}

function withoutOverlaps(tokens: readonly Token[]): readonly Token[] {
  let reached = 0
  return tokens.filter(token => {
    if (token.start < reached) return false
    reached = token.end
    return true
  })
}

/** Words and signs between the leaves: they belong to no node of their own. */
function withGaps(tokens: readonly Token[], text: string): readonly Token[] {
  const all: Token[] = []
  let at = 0
  for (const token of [...tokens, { start: text.length, end: text.length, kind: 'unknown' } as const]) {
    all.push(...gapTokens(text, at, token.start))
    if (token.end > token.start) all.push(token)
    at = token.end
  }
  return all
}

const gap = /\b(?:by|AND|OR|NOT|IN|TO)\b|[<>=!]=?|&&|\|\||[-+*/]|\b(?:avg|sum|min|max|percentile)\b/g

function gapTokens(text: string, start: number, end: number): readonly Token[] {
  return Array.from(text.slice(start, end).matchAll(gap), (match): Token => {
    const kind = /^[a-z]{3,}/.test(match[0]) ? 'aggregator' : /^\w/.test(match[0]) ? 'keyword' : 'operator'
    return { start: start + match.index, end: start + match.index + match[0].length, kind }
  })
}

const json = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g

/** The tokens of a JSON text. */
export function jsonTokens(text: string): readonly Token[] {
  return Array.from(text.matchAll(json), (match): Token => {
    const [all, string, colon] = match
    const kind = string === undefined ? 'number' : colon === undefined ? 'string' : 'parameter'
    return { start: match.index, end: match.index + (string ?? all).length, kind }
  })
}

/** Which grammar the tokens of a text are taken from. */
export type Grammar = 'monitor-query' | 'metric-query' | 'formula' | 'search' | 'message' | 'json' | 'none'

const parsers = {
  'monitor-query': parseMonitorQuery,
  'metric-query': parseMetricQuery,
  formula: parseFormula,
  search: parseSearch,
  message: parseMessage,
} as const

/** Parses a text and gives its tokens: all that highlighting needs at each keystroke. */
export function highlight(text: string, grammar: Grammar): readonly Token[] {
  if (grammar === 'none') return []
  if (grammar === 'json') return jsonTokens(text)
  const { node } = parsers[grammar](text)
  return node === undefined ? [] : tokensOf(node, text)
}
