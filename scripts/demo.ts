// The guided tour: the real commands on this repository's own definitions and the embedded sandbox account.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const command = `${root}dist/bin/dogma.cjs`

/** The query somebody pasted and asked about. */
const pasted =
  "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2, direction='both', interval=60, " +
  "alert_window='last_15m', count_default_zero='true') >= 1"

interface Step {
  readonly title: string
  readonly words: readonly string[]
  /** The exit code that shows that the step did what it is here to show. */
  readonly expected: number
}

const steps: readonly Step[] = [
  { title: 'TypeScript definitions become Datadog JSON', words: ['build'], expected: 0 },
  { title: 'What would change in the account?', words: ['plan'], expected: 0 },
  { title: 'Do it', words: ['apply', '--yes'], expected: 0 },
  { title: 'Once more: nothing to do', words: ['plan'], expected: 0 },
  {
    title: 'Somebody edits a monitor by hand',
    words: [
      'sandbox',
      'edit',
      'monitor.api-latency',
      '--set',
      'name="Latency (edited by hand)"',
      '--set',
      'priority=5',
    ],
    expected: 0,
  },
  { title: 'Who changed what since?', words: ['drift'], expected: 0 },
  { title: 'The plan would put it right', words: ['plan', '--detailed-exitcode'], expected: 2 },
  { title: 'What does this query mean?', words: ['explain', '--lang', 'en', pasted], expected: 0 },
  {
    title: 'モニター全体を日本語で',
    words: ['explain', '--lang', 'ja', '--key', 'monitor.container-cpu-anomaly'],
    expected: 0,
  },
  { title: 'A reviewer who knows Datadog: the note has real faults', words: ['lint'], expected: 1 },
]

// The tour always starts from an empty account of its own, never from one that somebody works with.
const environment = { ...process.env, DOGMA_SANDBOX_FILE: '.dogma/demo/sandbox.json' }
rmSync(`${root}.dogma/demo`, { recursive: true, force: true })

for (const { title, words, expected } of steps) {
  process.stdout.write(`\n# ${title}\n$ dogma ${words.map(quoted).join(' ')}\n`)
  const { status } = spawnSync(process.execPath, [command, ...words], {
    cwd: root,
    env: environment,
    stdio: 'inherit',
  })
  if (status !== expected) {
    process.stderr.write(`dogma ${words[0]} ended with ${status} where ${expected} was expected.\n`)
    process.exit(1)
  }
}

function quoted(word: string): string {
  return /^[\w./=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
