import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const command = process.env.DOGMA_BIN ?? `${root}dist/bin/dogma.cjs`

const keys = { DD_API_KEY: 'bench', DD_APP_KEY: 'bench' }

/** One whole process: what is run, where, and what has to be true before. */
export interface Contestant {
  readonly name: string
  readonly words: readonly string[]
  readonly before?: () => void
}

export interface Run {
  readonly milliseconds: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a Node process to its end. Throws when it fails: a time of a failure is worth nothing. */
export function runNode(words: readonly string[], folder: string): Run {
  const started = process.hrtime.bigint()
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: folder,
    env: { ...process.env, ...keys, NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  })
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  if (status !== 0)
    throw new Error(
      `${words.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}${stdout.slice(0, 2000)}`,
    )
  return { milliseconds, stdout, stderr }
}

/** The medians of several contestants, which take turns so that a busy machine is busy for all of them. */
export function medians(
  contestants: readonly Contestant[],
  folder: string,
  rounds: number,
): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, words, before } of contestants) {
      before?.()
      times.get(name)?.push(runNode(words, folder).milliseconds)
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]))
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
