import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const command = process.env.DOGMA_BIN ?? `${root}dist/bin/dogma.cjs`

const keys = { DD_API_KEY: 'bench', DD_APP_KEY: 'bench' }

/** One whole process: what is run, where, and what has to be true before. */
export interface Contestant {
  readonly name: string
  readonly words: readonly string[]
  /** Node when absent. */
  readonly program?: string
  /** The project of the benchmark when absent. */
  readonly folder?: string
  readonly env?: Readonly<Record<string, string>>
  readonly before?: () => void
}

export interface Cost {
  readonly milliseconds: number
  /** Processor time of the process and its children, user and system; it suffers less from a busy machine. */
  readonly processor: number
}

export interface Run extends Cost {
  readonly stdout: string
  readonly stderr: string
}

export function runNode(words: readonly string[], folder: string): Run {
  return run(process.execPath, words, folder, {})
}

/** Runs a process to its end. Throws when it fails: a time of a failure is worth nothing. */
export function run(
  program: string,
  words: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Run {
  const before = childrenProcessor()
  const started = process.hrtime.bigint()
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    env: { ...process.env, ...keys, NO_COLOR: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  })
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  if (status !== 0)
    throw new Error(
      `${words.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}${stdout.slice(0, 2000)}`,
    )
  return { milliseconds, processor: childrenProcessor() - before, stdout, stderr }
}

/** Milliseconds of processor time of all children that ended, in Linux's ticks of 10 ms; elsewhere not a number. */
function childrenProcessor(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[13]) + Number(fields[14])) * 10
  } catch {
    return Number.NaN
  }
}

/** The medians of several contestants, which take turns so that a busy machine is busy for all of them. */
export function medians(
  contestants: readonly Contestant[],
  folder: string,
  rounds: number,
): ReadonlyMap<string, Cost> {
  const times = new Map<string, Cost[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, program = process.execPath, words, before, ...own } of contestants) {
      before?.()
      times.get(name)?.push(run(program, words, own.folder ?? folder, own.env))
    }
  }
  return new Map(
    [...times].map(([name, costs]) => {
      const milliseconds = median(costs.map(cost => cost.milliseconds))
      return [name, { milliseconds, processor: median(costs.map(cost => cost.processor)) }]
    }),
  )
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const probe = `process.on('exit', () => process.stderr.write('\\n#memory ' + process.resourceUsage().maxRSS + '\\n'))`

/** The most memory a command held, in MB (10⁶ bytes), told by itself at its end. */
export function peakMemory(words: readonly string[], folder: string): number {
  const hook = `data:text/javascript,${encodeURIComponent(probe)}`
  const { stderr } = runNode(['--import', hook, ...words], folder)
  return (Number(/#memory (\d+)/.exec(stderr)?.[1]) * 1024) / 1e6
}
