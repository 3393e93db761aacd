import { afterBlanks, edit, fail, isName, type SearchScanner } from './lexer.js'

/** Commands behind a pipe that only search on. */
const furtherSearches: ReadonlySet<string> = new Set(['where', 'search', 'filter'])

/** Commands that count, order and show: nothing that a search does. Splunk, KQL, CloudWatch Logs Insights, LogQL, a shell. */
const stages: ReadonlySet<string> = new Set(
  (
    'stats timechart chart table top rare head tail sort dedup eval rex rename fields count summarize project extend take ' +
    'limit order distinct display parse json logfmt line_format label_format grep wc awk sed jq'
  ).split(' '),
)

/** `error | stats count by host`: says so, and true, when what stands behind the pipe is a stage of another language. */
export function checkStage(scanner: SearchScanner, pipe: number): boolean {
  const { text } = scanner
  const start = afterBlanks(text, pipe + 1)
  let end = start
  while (end < text.length && isName(text, end, end + 1)) end += 1
  const command = text.slice(start, end).toLowerCase()
  const goesOn = furtherSearches.has(command)
  if (!goesOn && !stages.has(command)) return false
  fail(
    scanner,
    pipe,
    end,
    'search/pipe',
    'A search has no pipe and no stages.',
    goesOn
      ? 'Join the conditions with `AND`.'
      : 'Leave this out; count and group in the query around the search.',
    [
      !goesOn
        ? edit(scanner, scanner.clauseEnd, text.length, '')
        : stages.has(/^\s*(\w*) /.exec(text)?.[1] ?? '')
          ? edit(scanner, 0, afterBlanks(text, end), '')
          : edit(scanner, pipe, end, 'AND'),
    ],
  )
  return true
}
