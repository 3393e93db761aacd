// Applies random plans to a sandbox that disturbs requests, stops each run at a random moment, applies once more without
// disturbance, and checks that the account then holds exactly what was wanted.
//
//   npx tsx scripts/chaos.ts --runs 1000 --seed 1
//
// Some runs end by an abort, some by a process that dies in our own process's place (its calls never come back), and every
// twentieth by a real process that is killed with SIGKILL.
//
// A failure prints the seed of its run; `--runs 1 --seed THAT` repeats its faults and its plan.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Account, connectDatadog, readSnapshot } from '../src/account/index.js'
import { apply } from '../src/apply/index.js'
import type { JsonObject, Resource } from '../src/model/index.js'
import { planOf } from '../src/plan/index.js'
import { type FaultRule, startSandbox } from '../src/sandbox/index.js'
import { type LiveObject, readMark, stableText } from '../src/wire/index.js'
import { readCommandLine, wholeNumber } from './command-line.js'

const project = 'chaos'
const timeoutMs = 60
/** Waits are scaled down; a request that comes late (see `faultRules`) must still be over after a scaled wait. */
const scale = 0.1

type Random = () => number

function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function choose<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!
}

function metricMonitor(key: string, level: number, type = 'query alert'): Resource {
  const query =
    type === 'log alert'
      ? `logs("service:${key}").index("*").rollup("count").last("5m") > ${level}`
      : `avg(last_5m):avg:system.load.1{*} by {host} > ${level}`
  const options = { thresholds: { critical: level } }
  return {
    kind: 'monitor',
    key,
    management: {},
    definition: { type, name: key, query, message: 'look', options },
  }
}

function composite(key: string, parts: readonly string[]): Resource {
  const query = parts.map(part => `\${monitor:${part}}`).join(' && ')
  return {
    kind: 'monitor',
    key,
    management: {},
    definition: { type: 'composite', name: key, query, message: '' },
  }
}

function slo(key: string, target: number, monitors: readonly string[]): Resource {
  const thresholds = [{ timeframe: '30d', target }]
  const counts = { numerator: 'sum:good{*}.as_count()', denominator: 'sum:all{*}.as_count()' }
  const definition =
    monitors.length === 0
      ? { type: 'metric', name: key, thresholds, query: counts }
      : { type: 'monitor', name: key, thresholds, monitor_ids: monitors.map(name => `\${monitor:${name}}`) }
  return { kind: 'slo', key, management: {}, definition }
}

function burnAlert(key: string, target: string): Resource {
  const query = `burn_rate("\${slo:${target}}").over("30d").long_window("1h").short_window("5m") > 9`
  const options = { thresholds: { critical: 9 } }
  return {
    kind: 'monitor',
    key,
    management: {},
    definition: { type: 'slo alert', name: key, query, message: '', options },
  }
}

function dashboard(key: string, title: string, uses: { monitor?: string; slo?: string }): Resource {
  const widgets = [
    { definition: { type: 'note', content: title } },
    ...(uses.monitor
      ? [
          {
            definition: {
              type: 'alert_graph',
              alert_id: `\${monitor:${uses.monitor}}`,
              viz_type: 'timeseries',
            },
          },
        ]
      : []),
    ...(uses.slo
      ? [{ definition: { type: 'slo', slo_id: `\${slo:${uses.slo}}`, view_type: 'detail' } }]
      : []),
  ]
  return { kind: 'dashboard', key, management: {}, definition: { title, layout_type: 'ordered', widgets } }
}

/** A random set of resources that refer to each other. */
function randomResources(random: Random): Resource[] {
  const names = ['a', 'b', 'c', 'd'].filter(() => random() < 0.75)
  const types = ['query alert', 'query alert', 'query alert', 'log alert']
  const monitors = names.map(name => metricMonitor(name, 1 + Math.floor(random() * 3), choose(random, types)))
  const plain = names.filter((_, index) => monitors[index]!.definition.type === 'query alert')
  const resources = [...monitors]
  if (plain.length >= 2 && random() < 0.7) resources.push(composite('both', plain.slice(0, 2)))
  if (random() < 0.7) resources.push(slo('counted', choose(random, [95, 96]), []))
  if (random() < 0.7) resources.push(slo('watched', 99, random() < 0.5 ? plain.slice(0, 1) : []))
  const has = (key: string) => resources.some(resource => resource.key === key)
  if (has('counted') && random() < 0.7) resources.push(burnAlert('burn', 'counted'))
  if (has('burn') && plain.length > 0 && random() < 0.5)
    resources.push(composite('deep', ['burn', plain[0]!]))
  const uses = { ...(names[0] && { monitor: names[0] }), ...(has('counted') && { slo: 'counted' }) }
  if (random() < 0.7) resources.push(dashboard('board', choose(random, ['One', 'Two']), uses))
  return resources
}

/** Some resources get another key and keep their object. */
function withRenames(random: Random, resources: readonly Resource[]): Resource[] {
  return resources.map(resource =>
    resource.key === 'board' && random() < 0.3
      ? { ...resource, key: 'panel', management: { aliases: ['board'] } }
      : resource,
  )
}

function faultRules(random: Random): FaultRule[] {
  const rate = 0.03 + random() * 0.12
  const rules: FaultRule[] = [
    { rate, kind: 'status', status: 429, when: 'before' },
    { rate, kind: 'status', status: choose(random, [500, 502, 503, 504, 512]), when: 'before' },
    { rate, kind: 'status', status: choose(random, [500, 502, 503, 504, 512]), when: 'after' },
    { rate, kind: 'drop', when: choose(random, ['before', 'after']) },
    { rate, kind: 'truncate', when: 'after' },
    { rate: rate / 3, kind: 'slow', when: choose(random, ['before', 'after']), delayMs: timeoutMs + 30 },
  ]
  return rules.filter(() => random() < 0.6)
}

const unmarked: readonly { kind: LiveObject['kind']; body: JsonObject }[] = [
  {
    kind: 'monitor',
    body: {
      type: 'query alert',
      name: 'theirs',
      query: 'avg(last_5m):avg:theirs{*} > 1',
      message: 'm',
      tags: ['team:x'],
    },
  },
  { kind: 'slo', body: { ...slo('theirs', 90, []).definition, tags: ['team:x'] } },
  {
    kind: 'dashboard',
    body: { title: 'Theirs', layout_type: 'ordered', description: 'ours alone', widgets: [] },
  },
]

function connect(url: string, random: Random): Account {
  return connectDatadog({
    name: 'sandbox',
    url,
    apiKey: 'chaos-api',
    appKey: 'chaos-app',
    timeoutMs,
    random,
    sleep: scaledSleep,
  })
}

/** Long waits (a rate limit) are cut; none is skipped, so that late requests stay late. */
function scaledSleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, Math.min(120, milliseconds * scale)))
}

async function planFor(account: Account, resources: readonly Resource[]) {
  const live = await readSnapshot(account, { project, resources, allDashboards: true })
  if (!live.ok) return undefined
  const result = planOf({ project, account: account.name, resources, live: live.value })
  if (!result.ok) throw new Error(`no plan: ${result.diagnostics.map(({ message }) => message).join(' ')}`)
  return { plan: result.plan, live: live.value }
}

/** An account whose process dies with its n-th write: later calls never come back. */
function mortal(account: Account, writes: number): { account: Account; death: Promise<void> } {
  let left = writes
  let die = () => {}
  const death = new Promise<void>(resolve => {
    die = resolve
  })
  const guarded = <Result>(call: () => Promise<Result>): Promise<Result> => {
    left -= 1
    if (left >= 0) return call()
    // The last call is on the wire when the process ends.
    if (left === -1) void call()
    setTimeout(die, 5)
    return new Promise<Result>(() => {})
  }
  return {
    death,
    account: {
      ...account,
      create: (...call) => guarded(() => account.create(...call)),
      update: (...call) => guarded(() => account.update(...call)),
      delete: (...call) => guarded(() => account.delete(...call)),
    },
  }
}

async function disturbedApply(url: string, resources: readonly Resource[], random: Random): Promise<void> {
  const account = connect(url, random)
  const planned = await planFor(account, resources)
  if (planned !== undefined) {
    const stop = new AbortController()
    const kill = mortal(account, random() < 0.4 ? Math.floor(random() * 12) : Number.POSITIVE_INFINITY)
    if (random() < 0.3) setTimeout(() => stop.abort(), random() * 60)
    const options = { allowDelete: 1000, signal: stop.signal, sleep: scaledSleep }
    await Promise.race([apply(planned.plan, kill.account, options), kill.death])
  }
  account.close()
}

/** Applies in a process of its own, which is killed some time after it began to work. */
async function killedApply(
  url: string,
  resources: readonly Resource[],
  file: string,
  random: Random,
): Promise<void> {
  writeFileSync(file, JSON.stringify(resources))
  const own = [fileURLToPath(import.meta.url), '--apply', url, '--wanted', file]
  const child = spawn(process.execPath, [...process.execArgv, ...own], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), random() * 90))
  await new Promise(resolve => child.once('close', resolve))
}

/** The other side of {@link killedApply}. */
async function applyAsChild(url: string, file: string): Promise<void> {
  const resources = JSON.parse(readFileSync(file, 'utf8')) as Resource[]
  const account = connect(url, Math.random)
  console.log('working')
  const planned = await planFor(account, resources)
  if (planned !== undefined) await apply(planned.plan, account, { allowDelete: 1000, sleep: scaledSleep })
  account.close()
}

/** What is wrong with the account; empty when it holds exactly what was wanted. */
async function faultsOf(
  account: Account,
  resources: readonly Resource[],
  before: ReadonlyMap<string, string>,
): Promise<string[]> {
  const planned = await planFor(account, resources)
  if (planned === undefined) return ['the account cannot be listed']
  const { plan, live } = planned
  const wrong = plan.changes.map(({ action, address }) => `still to do: ${action} ${address}`)
  const marks = live.flatMap(({ kind, payload }) => {
    const mark = readMark(kind, payload)
    return mark === undefined ? [] : [`${kind}.${mark.key}${mark.replaced ? ' (replaced)' : ''}`]
  })
  const found = marks.sort().join(' ')
  const wanted = resources
    .map(({ kind, key }) => `${kind}.${key}`)
    .sort()
    .join(' ')
  if (found !== wanted) wrong.push(`wanted ${wanted}, found ${found}`)
  const others = unmarkedTexts(live)
  for (const [id, text] of before) if (others.get(id) !== text) wrong.push(`${id} was touched`)
  if (others.size !== before.size) wrong.push(`${others.size - before.size} objects without a mark appeared`)
  return wrong
}

function unmarkedTexts(live: readonly LiveObject[]): Map<string, string> {
  const others = live.filter(({ kind, payload }) => readMark(kind, payload) === undefined)
  return new Map(others.map(({ kind, id, payload }) => [`${kind} ${id}`, stableText(payload)]))
}

async function run(seed: number, folder: string): Promise<string[]> {
  const random = randomFrom(seed)
  const file = join(folder, `${seed}.json`)
  const first = await startSandbox({ file })
  const start = connect(first.url, random)
  for (const { kind, body } of unmarked) await start.create(kind, body)
  const initial = randomResources(random)
  const earlier = await planFor(start, initial)
  await apply(earlier!.plan, start, { sleep: scaledSleep })
  const before = unmarkedTexts(earlier!.live)
  start.close()
  await first.close()

  const wanted = withRenames(random, randomResources(random))
  const rough = await startSandbox({ file, faults: { seed, rules: faultRules(random) } })
  if (seed % 20 === 0) await killedApply(rough.url, wanted, join(folder, `${seed}.wanted.json`), random)
  const tries = seed % 20 === 0 ? 0 : 1 + Math.floor(random() * 3)
  for (let count = 0; count < tries; count += 1) await disturbedApply(rough.url, wanted, random)
  await new Promise(resolve => setTimeout(resolve, 40))
  await rough.close()

  const last = await startSandbox({ file })
  const account = connect(last.url, random)
  const planned = await planFor(account, wanted)
  const outcome = await apply(planned!.plan, account, { allowDelete: 1000, sleep: scaledSleep })
  const failures = outcome.ok
    ? outcome.result.failed.map(({ change, failure }) => `${change.address}: ${failure.message}`)
    : ['refused']
  const wrong = [...failures, ...(await faultsOf(account, wanted, before))]
  account.close()
  await last.close()
  return wrong
}

const text = { type: 'string' } as const
// The last two are for the process that is killed: the account to apply to, and what is wanted there.
const { values } = readCommandLine('Usage: npm run chaos -- [--runs 100] [--seed 1]', {
  options: { runs: text, seed: text, apply: text, wanted: text },
})
const runs = wholeNumber('runs', values.runs ?? '100')
const firstSeed = wholeNumber('seed', values.seed ?? '1')
const folder = mkdtempSync(join(tmpdir(), 'dogma-chaos-'))
let bad = 0
let next = firstSeed

/** Runs wait most of their time, so several share the machine. */
async function worker(): Promise<void> {
  while (next < firstSeed + runs) {
    const seed = next
    next += 1
    const wrong = await run(seed, folder)
    if (wrong.length === 0) continue
    bad += 1
    console.log(`seed ${seed}:\n  ${wrong.join('\n  ')}`)
  }
}

if (values.apply !== undefined) await applyAsChild(values.apply, values.wanted ?? '')
else await Promise.all(Array.from({ length: 6 }, worker))
rmSync(folder, { recursive: true, force: true })
if (values.apply === undefined) console.log(`${runs} runs, ${bad} wrong`)
process.exitCode = bad === 0 ? 0 : 1
