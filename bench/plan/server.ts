// The account of the benchmark, in a process of its own. The first argument is a wait before every answer, in milliseconds.
import { startSandbox } from '../../src/sandbox/index.js'

const sandbox = await startSandbox({
  rateLimit: { limit: 1_000_000, periodSeconds: 10 },
  latencyMs: Number(process.argv[2] ?? 0),
})
process.stdout.write(`${sandbox.url}\n`)
