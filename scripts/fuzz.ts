// Feeds mutated queries and random text to every parser: npm run fuzz -- --runs 100000 --seed 7 [--corpus DIR]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyEdits } from '../src/diagnostic/index.js'
import {
  equalNodes,
  format,
  type ParseResult,
  parseComposite,
  parseFormula,
  parseMessage,
  parseMetricQuery,
  parseMonitorQuery,
  parseSearch,
  print,
} from '../src/query/index.js'
import { existingFolder, readCommandLine, wholeNumber } from './command-line.js'

type AnyNode = Parameters<typeof print>[0]

const parsers: Readonly<Record<string, (text: string) => ParseResult<AnyNode>>> = {
  parseMonitorQuery,
  parseMetricQuery,
  parseFormula,
  parseComposite,
  parseSearch,
  parseMessage,
}

const { values } = readCommandLine('Usage: npm run fuzz -- [--runs 20000] [--seed 1] [--corpus DIR]', {
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string' },
  },
})

/** Queries to start from where no folder of real ones is given. */
const seeds: readonly string[] = [
  "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2, direction='both', interval=60) >= 1",
  'sum(last_5m):sum:trace.http.errors{env:prod,!code:5*} by {service,host}.as_count() / sum:trace.http.hits{env:prod} by {service,host}.as_count() * 100 > 5',
  'logs("service:web status:error -@http.status_code:[400 TO 499]").index("*").rollup("count").by("@a,@b").last("5m") > 3',
  '"http.can_connect".over("env:prod").by("host").last(4).count_by_status()',
  'burn_rate("0123456789abcdef0123456789abcdef").over("30d").long_window("1h").short_window("5m") > 14.4',
  'formula("query1 / query2 * 100").last("15m") >= 0.8',
  '12 && !34 || (56 && 78)',
  'count(v: v>=0):data_streams.latency{env IN (a,b) AND NOT c:*}.rollup(sum, 60).fill(zero)',
  '@duration:>1s (service:a OR service:b) NOT CIDR(@ip,10.0.0.0/8) "a phrase"',
  '{{#is_alert}}CPU of {{host.name}} {{value}} @slack-ops{{/is_alert}}{{^is_match "env.name" "prod"}}x{{/is_match}}',
]

const pieces =
  '{}()[]<>=!&|,.:;\'"`*/+-_$@#%\\ \n\tAND OR NOT IN by avg: last_5m {{/ }} 1e3 0.5 。「」：＞ \u0000\u2028\uD800💥'.split(
    /(?<=.)(?=.)/u,
  )

/** A small generator with a seed, so that a failing run can be repeated. */
function randomSource(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}

function stringsIn(folder: string): string[] {
  const fields = ['query', 'search', 'formula', 'message']
  return readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .flatMap(line => {
      const row = JSON.parse(line) as Record<string, unknown>
      const holder = { ...(row.definition as Record<string, unknown> | undefined), ...row }
      return fields.map(field => holder[field]).filter((value): value is string => typeof value === 'string')
    })
}

function mutate(text: string, random: (below: number) => number, others: readonly string[]): string {
  let result = text
  for (let count = 1 + random(4); count > 0; count -= 1) {
    const at = random(result.length + 1)
    const to = Math.min(result.length, at + 1 + random(6))
    const other = others[random(others.length)]!
    const inserted = [
      '',
      pieces[random(pieces.length)]!,
      result.slice(at, to).repeat(2),
      other.slice(random(other.length + 1)),
      String.fromCharCode(random(0x10000)),
    ][random(5)]!
    result = result.slice(0, at) + inserted + result.slice(random(3) === 0 ? at : to)
  }
  return result.slice(0, 4000)
}

/** What is wrong with how a parser treats a text, or undefined. */
function fault(name: string, text: string): string | undefined {
  const started = performance.now()
  const result = parsers[name]!(text)
  const milliseconds = performance.now() - started
  if (milliseconds > 1000) return `took ${Math.round(milliseconds)} ms for ${text.length} characters`
  for (const { span, repair } of result.diagnostics) {
    if (span !== undefined && (span.start < 0 || span.end < span.start || span.end > text.length))
      return 'has a span outside the text'
    if (repair !== undefined) applyEdits(text, repair)
  }
  if (!result.ok) return result.diagnostics.length === 0 ? 'refuses without saying why' : undefined
  format(result.node)
  const printed = print(result.node)
  const again = parsers[name]!(printed)
  if (!again.ok) return `prints what it refuses: ${printed}`
  if (!equalNodes(result.node, again.node)) return `reads another tree from its own print: ${printed}`
  return print(again.node) === printed ? undefined : `prints differently the second time: ${printed}`
}

const runs = wholeNumber('runs', values.runs)
const random = randomSource(wholeNumber('seed', values.seed))
const texts = values.corpus === undefined ? seeds : stringsIn(existingFolder(values.corpus))
const names = Object.keys(parsers)
let faults = 0
for (let run = 0; run < runs && faults < 20; run += 1) {
  const text = mutate(texts[random(texts.length)]!, random, texts)
  const name = names[run % names.length]!
  let problem: string | undefined
  try {
    problem = fault(name, text)
  } catch (error) {
    problem = `throws ${error instanceof Error ? error.stack : String(error)}`
  }
  if (problem !== undefined) {
    faults += 1
    process.stdout.write(`${name}(${JSON.stringify(text)}) ${problem}\n`)
  }
}
process.stdout.write(
  `${runs} runs with seed ${values.seed}: ${faults === 0 ? 'no fault' : `${faults} faults`}.\n`,
)
process.exitCode = faults === 0 ? 0 : 1
