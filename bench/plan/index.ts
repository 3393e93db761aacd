// Whole processes of dogma beside the least that the same work can cost: npm run bench:plan
// Options: --monitors N --dashboards N --files N --rounds N --latency MS
// KENNEL=path of kennel's source adds it as a contestant, for the monitors alone; it needs Ruby and the gems that kennel names.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCommandLine, wholeNumber } from '../../scripts/command-line.js'
import { fillWithKennel, kennelContestant, writeKennelProject } from './kennel.js'
import { writeProject } from './project.js'
import { type Contestant, type Cost, command, medians, peakMemory, root, runNode } from './run.js'

const number = { type: 'string' } as const
const usage =
  'Usage: npm run bench:plan -- [--monitors 5000] [--dashboards 0] [--files 200] [--rounds 9] [--latency MS]'
const { values } = readCommandLine(usage, {
  options: { monitors: number, dashboards: number, files: number, rounds: number, latency: number },
})
const size = {
  monitors: wholeNumber('monitors', values.monitors ?? '5000'),
  dashboards: wholeNumber('dashboards', values.dashboards ?? '0'),
  files: wholeNumber('files', values.files ?? '200'),
}
const rounds = wholeNumber('rounds', values.rounds ?? '9')
const latency = String(wholeNumber('latency', values.latency ?? '0'))
const folder = mkdtempSync(join(tmpdir(), 'dogma-bench-'))
const esbuild = createRequire(`${root}package.json`).resolve('esbuild')

interface Built {
  readonly resources: readonly { kind: string; key: string; definition: unknown }[]
}

/** The files that the floor builds: the same objects, written out. */
function writePlain(): void {
  const { resources } = JSON.parse(
    runNode([command, 'build', '--format', 'json', '--no-type-check'], folder).stdout,
  ) as Built
  rmSync(join(folder, 'plain'), { recursive: true, force: true })
  mkdirSync(join(folder, 'plain'))
  const perFile = Math.ceil(resources.length / size.files)
  for (let file = 0; file * perFile < resources.length; file += 1) {
    const own = resources.slice(file * perFile, (file + 1) * perFile)
    const lines = own.map(
      ({ kind, key, definition }) =>
        `define(${JSON.stringify(kind)}, ${JSON.stringify(key)}, ${JSON.stringify(definition, null, 2)})`,
    )
    writeFileSync(join(folder, 'plain', `${file}.ts`), lines.join('\n'))
  }
}

function forget(): void {
  rmSync(join(folder, '.dogma', 'cache'), { recursive: true, force: true })
}

function requestsOf(words: readonly string[]): string {
  const lines = runNode([command, ...words, '--verbose'], folder).stderr.split('\n')
  const dashboards = lines.filter(line => /^GET \/api\/v1\/dashboard\/\S/.test(line)).length
  return `${lines.filter(line => line.includes(' → ')).length} requests, ${dashboards} of them for single dashboards`
}

function show(times: ReadonlyMap<string, Cost>, rivals: Readonly<Record<string, readonly string[]>>): void {
  for (const [name, { milliseconds, processor }] of times) {
    const ratios = (rivals[name] ?? []).flatMap(rival => {
      const other = times.get(rival)
      return other ? [`  ${(milliseconds / other.milliseconds).toFixed(2)}× of ${rival}`] : []
    })
    const [wall, cpu] = [milliseconds, processor].map(value => value.toFixed(0).padStart(6))
    console.log(`${name.padEnd(28)} ${wall} ms, processor ${cpu} ms${ratios.join(',')}`)
  }
}

/** An account of its own for kennel: each tool lists only what it made. */
async function kennelContestants(): Promise<readonly Contestant[]> {
  if (!process.env.KENNEL) return []
  const account = await startServer()
  const project = join(folder, 'kennel')
  writeKennelProject(project, size, 'applied')
  fillWithKennel(project, account)
  writeKennelProject(project, size, 'changed')
  const forgetCode = () => rmSync(join(project, 'tmp'), { recursive: true, force: true })
  const plan = kennelContestant('kennel plan, warm', 'plan', project, account)
  const build = kennelContestant('kennel compile, warm', 'generate', project, account)
  return [
    plan,
    { ...plan, name: 'kennel plan, cold', before: forgetCode },
    build,
    { ...build, name: 'kennel compile, cold', before: forgetCode },
  ]
}

const servers: ChildProcess[] = []

async function startServer(): Promise<string> {
  const words = [...process.execArgv, join(root, 'bench/plan/server.ts'), latency]
  const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  servers.push(server)
  return new Promise(resolve => server.stdout.once('data', data => resolve(String(data).trim())))
}

const url = await startServer()
try {
  writeProject(folder, url, size, 'applied')
  const filled = runNode([command, 'apply', '--yes', '--no-type-check'], folder)
  console.log(
    `${size.monitors} monitors, ${size.dashboards} dashboards, ${size.files} files; filled in ${Math.round(filled.milliseconds)} ms`,
  )
  writeProject(folder, url, size, 'changed')
  writePlain()
  const floor = join(root, 'bench/plan/floor.cjs')
  const plan = [command, 'plan', '--no-type-check']
  console.log(`dogma: ${runNode(plan, folder).stdout.trimEnd().split('\n').at(-1)}`)
  console.log(`floor: ${runNode([floor, 'plan', folder, url, 'cold', esbuild], folder).stdout.trim()}`)
  console.log(`plan: ${requestsOf(['plan', '--no-type-check'])}`)
  const build = [command, 'build', '--no-type-check']
  const times = medians(
    [
      { name: 'bare plan, warm', words: [floor, 'plan', folder, url, 'warm'] },
      { name: 'dogma plan, warm', words: plan },
      { name: 'bare plan, cold', words: [floor, 'plan', folder, url, 'cold', esbuild] },
      { name: 'dogma plan, cold', words: plan, before: forget },
      { name: 'bare build, warm', words: [floor, 'build', folder, url, 'warm'] },
      { name: 'dogma build, warm', words: build, before: () => void runNode(build, folder) },
      { name: 'bare build, cold', words: [floor, 'build', folder, url, 'cold', esbuild] },
      { name: 'dogma build, cold', words: build, before: forget },
      ...(await kennelContestants()),
    ],
    folder,
    rounds,
  )
  show(times, {
    'dogma plan, warm': ['bare plan, warm', 'kennel plan, warm'],
    'dogma plan, cold': ['bare plan, cold', 'kennel plan, cold', 'kennel plan, warm'],
    'dogma build, warm': ['bare build, warm', 'kennel compile, warm'],
    'dogma build, cold': ['bare build, cold', 'kennel compile, cold', 'kennel compile, warm'],
  })
  runNode(plan, folder)
  console.log(`peak memory of dogma plan, warm: ${peakMemory(plan, folder).toFixed(0)} MB`)
  forget()
  console.log(`peak memory of dogma plan, cold: ${peakMemory(plan, folder).toFixed(0)} MB`)
} finally {
  for (const server of servers) server.kill()
  rmSync(folder, { recursive: true, force: true })
}
