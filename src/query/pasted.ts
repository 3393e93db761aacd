import type { Diagnostic, TextEdit } from '../diagnostic/index.js'
import { endOfQuoted } from './quoting.js'

/** What surrounds a query that was copied with more than itself, or undefined. Only asked about texts that do not parse. */
export function pastedAround(text: string): Diagnostic | undefined {
  const trimmed = withoutBullet(text.trim())
  return (
    codeBlock(text, trimmed) ??
    urlEncoded(text, trimmed) ??
    definition(text, trimmed) ??
    quotedQuery(text, trimmed) ??
    escapedQuotes(text, trimmed)
  )
}

/** `- query: …`: a row of a list in YAML or on a page; and the lines of a definition before its query. */
function withoutBullet(trimmed: string): string {
  return trimmed
    .replace(/^[-*\u2022]\s+(?=["'`{]|(?:query|q)\b)/i, '')
    .replace(/^(?:name|type|message|id)\s*[:=][^{}]*?\n\s*(?=query\s*[:=])/i, '')
}

/** The query in the address of a page of Datadog. */
const address = /^https?:\/\/[\w.-]{0,60}?dog[^?\s]*\?(?:\S*?&)?q(?:uery)?=([^&#\s]+)/

/** `avg%3Asystem.load.1%7B%2A%7D`, from the address of a page, or the whole address. */
function urlEncoded(text: string, trimmed: string): Diagnostic | undefined {
  const encoded = address.exec(trimmed)?.[1] ?? trimmed
  const isPlain = encoded === trimmed && !/%(?:3A|7B|28|22)/i.test(trimmed)
  if (isPlain || /[\s{}"']|^https?:/.test(encoded)) return undefined
  const query = decoded(encoded.replaceAll('+', ' '))
  if (query === undefined) return undefined
  return replaced(text, 'url-encoded', query.replace(/^(?:query|q)=/, '').trim(), {
    message: 'The query is encoded as in the address of a page.',
    hint: 'Write the characters themselves.',
  })
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** A query between the fences of Markdown, or between its stars and lines. */
function codeBlock(text: string, trimmed: string): Diagnostic | undefined {
  const inner = /^(`{2,}|~{2,}|\*{1,3}|_{1,3})(?:\w*\n)?([\s\S]+?)\n?\1$/.exec(trimmed)?.[2]
  if (inner === undefined) return undefined
  return replaced(text, 'pasted-definition', inner.trim(), {
    message: 'The query stands between marks of Markdown.',
    hint: 'Give only what stands between them.',
  })
}

/** `{"name": …, "query": "…"}`, a part of it, or `query = "…"` of Terraform. */
function definition(text: string, trimmed: string): Diagnostic | undefined {
  if (!/^([{[]\s*["{]|<<[-~]?\w+\n|"(query|q)"\s*:|(query|q)\s*[:=]\s*(["'<|>]|\w+\s*[(:.]))/i.test(trimmed))
    return undefined
  const query = queryOf(trimmed) ?? blockOf(trimmed)
  if (query === undefined) return undefined
  return replaced(text, 'pasted-definition', query, {
    message: 'This is more than the query: it is (a part of) a definition that holds one.',
    hint: 'Give only the text of its `query`, without the quotes around it and their escapes.',
  })
}

function queryOf(text: string): string | undefined {
  const match = /(?:"(?:query|q)"\s*:|^(?:query|q)\s*[:=])\s*(?=["'])/i.exec(text)
  if (match === null) return undefined
  const start = match.index + match[0].length
  const end = endOfQuoted(text, start, text.length)
  const raw = text.slice(start + 1, end === -1 ? text.length : end - 1)
  return withoutEscapes(raw)
}

/** A text without quotes: `query: avg(…)`, `query: >-` of YAML, `query = <<EOQ` of Terraform. */
function blockOf(text: string): string | undefined {
  const heredoc = /^(?:query\s*=\s*)?<<[-~]?\s*(\w+)\n([\s\S]*?)\n\s*\1$/i.exec(text)
  if (heredoc !== null) return heredoc[2]!.trim()
  const lines = /^(?:query|q)\s*[:=]\s*(?:[|>][-+]?\s*\n)?\s*([^<|>\s{"'][\s\S]*)$/i.exec(text)
  return lines?.[1]?.replace(/\s*\n\s*/g, ' ').trim()
}

/** One level of the escapes of JSON that queries need. */
function withoutEscapes(raw: string): string {
  return raw
    .replace(/\\(["\\/nrt])/g, (_, character: string) => ('nrt'.includes(character) ? ' ' : character))
    .trim()
}

/** `"avg(last_5m):… > 4"`, and the same in backticks. */
function quotedQuery(text: string, trimmed: string): Diagnostic | undefined {
  const quote = trimmed[0]
  if (quote === undefined || !'"\'`'.includes(quote) || trimmed.length < 3) return undefined
  if (endOfQuoted(trimmed, 0, trimmed.length) !== trimmed.length || !/[(:{&|]/.test(trimmed)) return undefined
  return replaced(text, 'quoted-query', withoutEscapes(trimmed.slice(1, -1)), {
    message: 'The whole query stands in quotes.',
    hint: 'Take the quotes at both ends away.',
  })
}

/** `logs(\"service:api\")…` as it stands inside JSON, and `a\_b{\*}` of Markdown. */
function escapedQuotes(text: string, trimmed: string): Diagnostic | undefined {
  if (!/^[^"']*\\["'{}*_()<>[\]]/.test(trimmed)) return undefined
  return replaced(text, 'escaped-quotes', withoutEscapes(trimmed.replace(/\\([{}*_()<>[\]])/g, '$1')), {
    message: 'Backslashes stand where none belong, as inside JSON or Markdown.',
    hint: 'Take one backslash away at each place.',
  })
}

function replaced(
  text: string,
  code: string,
  query: string,
  words: { readonly message: string; readonly hint: string },
): Diagnostic {
  const span = { start: 0, end: text.length }
  return { code: `query/${code}`, severity: 'error', span, ...words, repair: extracted(text, query) }
}

/** Only what surrounds the query goes where it stands there as it is, so that further messages point at places in it. */
function extracted(text: string, query: string): TextEdit[] {
  const start = query === '' ? -1 : text.indexOf(query)
  if (start === -1 || text.includes(query, start + 1))
    return [{ span: { start: 0, end: text.length }, text: query }]
  const end = start + query.length
  return [
    { span: { start: 0, end: start }, text: '' },
    { span: { start: end, end: text.length }, text: '' },
  ].filter(({ span }) => span.end > span.start)
}
