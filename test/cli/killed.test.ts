import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js'
import { root } from '../architecture/imports.js'
import { dogma, projectFolder, removeProjectFolders } from './harness.js'

const count = 40
const keys = { DD_API_KEY: 'a', DD_APP_KEY: 'b' }
let sandbox: Sandbox

afterEach(() => sandbox.close())
afterAll(removeProjectFolders)

/** A project of many monitors and an SLO alert that needs the id of its SLO. */
function project(url: string): string {
  return projectFolder({
    'dogma.config.ts': `export default { project: 'test', typeCheck: false, defaultAccount: 'far', accounts: { far: { url: '${url}' } } }`,
    'monitors/many.ts': `import { avg, monitor } from 'dogma'
for (let n = 0; n < ${count}; n += 1) {
  monitor(\`m\${n}\`, { name: \`Monitor \${n}\`, alert: avg('system.load.1').where({ n: String(n) }).last('5m').above(4), message: '@ops' })
}
`,
    'slos/one.ts': `import { burnRateAlerts, slo, sum } from 'dogma'
const hits = sum('web.hits').asCount()
const answers = slo('answers', { name: 'Answers', good: hits, total: hits, target: { '30d': 99.9 } })
burnRateAlerts(answers, { page: '@ops', ticket: '@ops' })
`,
  })
}

async function names(url: string, path: string, field: 'monitors' | 'data'): Promise<string[]> {
  const headers = { 'DD-API-KEY': 'a', 'DD-APPLICATION-KEY': 'b' }
  const answer = (await (await fetch(`${url}${path}`, { headers })).json()) as
    | readonly { name: string }[]
    | { data: readonly { name: string }[] }
  const list =
    field === 'monitors'
      ? (answer as readonly { name: string }[])
      : (answer as { data: readonly { name: string }[] }).data
  return list.map(each => each.name).sort()
}

it.each([120, 260, 420])(
  'an apply that was killed after %d ms is finished by applying again: nothing twice, nothing lost',
  async ms => {
    sandbox = await startSandbox({ latencyMs: 15 })
    const folder = project(sandbox.url)
    await dogma(['plan'], { folder, environment: keys })
    const child = spawn(process.execPath, [join(root, 'dist/bin/dogma.cjs'), 'apply', '--yes'], {
      cwd: folder,
      env: { ...process.env, ...keys },
      stdio: 'ignore',
    })
    // A fast machine may be done before it is killed.
    const closed = new Promise(done => child.once('close', done))
    await wait(ms)
    child.kill('SIGKILL')
    await closed
    const again = await dogma(['apply', '--yes'], { folder, environment: keys })
    expect(again.exitCode).toBe(0)
    const monitors = await names(sandbox.url, '/api/v1/monitor', 'monitors')
    expect(monitors).toHaveLength(count + 3)
    expect(new Set(monitors).size).toBe(count + 3)
    expect(await names(sandbox.url, '/api/v1/slo', 'data')).toEqual(['Answers'])
    expect((await dogma(['plan'], { folder, environment: keys })).stdout).toContain('nothing to do')
  },
  60_000,
)
