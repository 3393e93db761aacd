// Whole processes of dogma beside the least that the same work can cost: npm run bench:plan
// Options: --monitors N --dashboards N --files N --rounds N --latency MS
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeProject } from './project.js'
import { command, medians, peakMemory, root, runNode } from './run.js'

const number = { type: 'string' } as const
const { values } = parseArgs({
  options: { monitors: number, dashboards: number, files: number, rounds: number, latency: number },
})
const size = {
  monitors: Number(values.monitors ?? 5000),
  dashboards: Number(values.dashboards ?? 0),
  files: Number(values.files ?? 200),
}
const rounds = Number(values.rounds ?? 9)
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

function show(times: ReadonlyMap<string, number>, floors: Readonly<Record<string, string>>): void {
  for (const [name, milliseconds] of times) {
    const floor = times.get(floors[name] ?? '')
    const ratio = floor === undefined ? '' : `  ${(milliseconds / floor).toFixed(2)}× of ${floors[name]}`
    console.log(`${name.padEnd(28)} ${milliseconds.toFixed(0).padStart(6)} ms${ratio}`)
  }
}

const server = spawn(
  process.execPath,
  [...process.execArgv, join(root, 'bench/plan/server.ts'), values.latency ?? '0'],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const url = await new Promise<string>(resolve =>
  server.stdout.once('data', data => resolve(String(data).trim())),
)
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
    ],
    folder,
    rounds,
  )
  show(times, {
    'dogma plan, warm': 'bare plan, warm',
    'dogma plan, cold': 'bare plan, cold',
    'dogma build, warm': 'bare build, warm',
    'dogma build, cold': 'bare build, cold',
  })
  runNode(plan, folder)
  console.log(`peak memory of dogma plan, warm: ${peakMemory(plan, folder).toFixed(0)} MB`)
  forget()
  console.log(`peak memory of dogma plan, cold: ${peakMemory(plan, folder).toFixed(0)} MB`)
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}
