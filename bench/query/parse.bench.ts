// `npx tsx bench/query/parse.bench.ts`: nanoseconds per character of reading and printing queries, beside other parsers where they
// are installed. All contenders take turns in one process; a figure is the median of its rounds.
import { checkQuery } from '../../src/check/index.js'
import { parseMonitorQuery, parseSearch, print } from '../../src/query/index.js'
import { graphqlDocuments, metricMonitorQueries, promqlQueries } from './corpus.js'

interface Contender {
  readonly name: string
  readonly characters: number
  readonly run: () => number
}

const rounds = Number(process.env.ROUNDS ?? 41)
const repeats = Number(process.env.REPEATS ?? 20)

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0)
}

/** Runs `each` over all texts; the sum keeps the work from being optimised away. */
function contender<Item>(
  name: string,
  texts: readonly string[],
  items: readonly Item[],
  each: (item: Item) => number,
): Contender {
  const run = () => {
    let sum = 0
    for (const item of items) sum += each(item)
    return sum
  }
  return { name, characters: lengthOf(texts), run }
}

/** A package that is measured only where it is installed. */
async function optional(name: string): Promise<Record<string, unknown> | undefined> {
  try {
    return (await import(name)) as Record<string, unknown>
  } catch {
    return undefined
  }
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function'
}

async function peers(): Promise<Contender[]> {
  const contenders: Contender[] = []
  const graphql = (await optional('graphql'))?.parse
  if (isFunction(graphql)) {
    const documents = graphqlDocuments(200)
    contenders.push(
      contender('graphql-js parse', documents, documents, text => Number(graphql(text) !== undefined)),
    )
  }
  const promql = (await optional('@prometheus-io/lezer-promql'))?.parser
  if (typeof promql === 'object' && promql !== null) {
    const queries = promqlQueries(200)
    const parse: unknown = Reflect.get(promql, 'parse')
    if (isFunction(parse)) {
      contenders.push(
        contender('lezer-promql', queries, queries, text => Number(parse.call(promql, text) !== undefined)),
      )
    }
  }
  const lucene = (await optional('lucene'))?.default
  const luceneParse: unknown =
    typeof lucene === 'object' && lucene !== null ? Reflect.get(lucene, 'parse') : undefined
  if (isFunction(luceneParse)) {
    contenders.push(
      contender('lucene parse', searches, searches, text => Number(luceneParse(text) !== undefined)),
    )
  }
  return contenders
}

const searches = Array.from(
  { length: 200 },
  (_, index) =>
    `service:web-${index} AND (status:error OR status:warn) "timed out" duration:[${index} TO 999]`,
)

async function main(): Promise<void> {
  const queries = metricMonitorQueries(200)
  const trees = queries.map(text => {
    const result = parseMonitorQuery(text)
    if (!result.ok) throw new Error(`A query of the benchmark does not parse: ${text}`)
    return result.node
  })
  const json = queries.map(text => JSON.stringify({ query: text.split(/(?=[:{},()])/) }))
  const contenders: Contender[] = [
    contender('JSON.parse', json, json, text => Object.keys(JSON.parse(text) as object).length),
    contender('parseMonitorQuery', queries, queries, text => parseMonitorQuery(text).diagnostics.length),
    contender('parse + checkQuery', queries, queries, parseAndCheck),
    contender('print', queries, trees, node => print(node).length),
    contender('parseSearch', searches, searches, text => parseSearch(text).diagnostics.length),
    ...(await peers()),
  ]
  report(contenders, measure(contenders))
}

function parseAndCheck(text: string): number {
  const { node, diagnostics } = parseMonitorQuery(text)
  return diagnostics.length + (node === undefined ? 0 : checkQuery(node, { type: 'query alert' }).length)
}

/** Nanoseconds per character of each contender, round by round in turns. */
function measure(contenders: readonly Contender[]): number[][] {
  const samples: number[][] = contenders.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    contenders.forEach(({ run, characters }, index) => {
      const start = process.hrtime.bigint()
      for (let repeat = 0; repeat < repeats; repeat += 1) run()
      const nanoseconds = Number(process.hrtime.bigint() - start)
      samples[index]!.push(nanoseconds / (characters * repeats))
    })
  }
  return samples
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}

function report(contenders: readonly Contender[], samples: readonly number[][]): void {
  const width = Math.max(...contenders.map(({ name }) => name.length))
  contenders.forEach(({ name }, index) => {
    console.log(`${name.padEnd(width)}  ${median(samples[index]!).toFixed(2).padStart(7)} ns/char`)
  })
}

await main()
