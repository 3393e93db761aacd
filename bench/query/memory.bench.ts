// How much memory the trees of 10,000 queries take: npx tsx --expose-gc bench/query/memory.bench.ts
import { parseMonitorQuery } from '../../src/query/index.js'
import { metricMonitorQueries } from './corpus.js'

const count = 10_000

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const texts = metricMonitorQueries(count)
parseMonitorQuery(texts[0]!)
const before = heap()
const trees = texts.map(text => parseMonitorQuery(text))
const megabytes = (heap() - before) / 1e6
process.stdout.write(`${trees.length} trees take ${megabytes.toFixed(1)} MB\n`)
