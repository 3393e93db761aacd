// How long `dogma explain QUERY` takes beside a bare Node: npx tsx bench/start-up.ts
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('dist/bin/dogma.cjs', `file://${process.cwd()}/`))
const query =
  "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2, direction='both', interval=60) >= 1"
const rounds = 15

const contestants: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  'dogma explain': [command, 'explain', query],
}

function milliseconds(words: readonly string[]): number {
  const started = process.hrtime.bigint()
  spawnSync(process.execPath, words, { stdio: 'ignore' })
  return Number(process.hrtime.bigint() - started) / 1e6
}

// The first run of each keeps V8's code; it is not what people feel from the second run on.
for (const words of Object.values(contestants)) milliseconds(words)
const times = Object.fromEntries(Object.keys(contestants).map(name => [name, [] as number[]]))
for (let round = 0; round < rounds; round += 1) {
  for (const [name, words] of Object.entries(contestants)) times[name]!.push(milliseconds(words))
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const floor = median(times['node -e 0']!)
for (const [name, values] of Object.entries(times)) {
  process.stdout.write(
    `${name.padEnd(16)} ${median(values).toFixed(1).padStart(7)} ms  ${(median(values) / floor).toFixed(2)}×\n`,
  )
}
