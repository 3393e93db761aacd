// How the cost of a character grows with the length of the query: npx tsx --expose-gc bench/query/length.bench.ts
import { parseMetricQuery } from '../../src/query/index.js'

const rounds = 9
const whole = 1_000_000

/** A sum of series, about as long as asked for. */
function queryOf(length: number): string {
  const terms: string[] = []
  for (let written = 0; written < length; written += terms.at(-1)!.length + 3)
    terms.push(`avg:system.cpu.user{env:prod,host:web-${terms.length % 97}} by {host}`)
  return terms.join(' + ')
}

/** Nanoseconds per character; `keep` is told each tree, so that it can be held or dropped. */
function cost(text: string, keep: (tree: object) => void): number {
  const times = Array.from({ length: Math.ceil(whole / text.length) })
  globalThis.gc?.()
  const started = process.hrtime.bigint()
  for (const _ of times) keep(parseMetricQuery(text))
  return Number(process.hrtime.bigint() - started) / (times.length * text.length)
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

const dropped = (_: object): void => undefined
for (let warm = 0; warm < 3; warm += 1) cost(queryOf(1000), dropped)
for (const length of [1000, 10_000, 100_000, 1_000_000]) {
  const text = queryOf(length)
  const held: number[] = []
  const free: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    free.push(cost(text, dropped))
    // A million characters of trees each time, whether of one query or of a thousand: the heap has the same to carry.
    const trees: object[] = []
    held.push(cost(text, tree => trees.push(tree)))
  }
  process.stdout.write(
    `${String(text.length).padStart(8)} characters  trees dropped ${median(free).toFixed(1).padStart(5)} ns/char  ` +
      `trees of 1 MB held ${median(held).toFixed(1).padStart(5)} ns/char\n`,
  )
}
