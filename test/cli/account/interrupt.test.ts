import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../../architecture/imports.js'
import { dogma, removeProjectFolders } from '../harness.js'
import { account, keys, monitorsOf, projectAt, run } from './accounts.js'

afterAll(removeProjectFolders)

const count = 60
const many = `import { avg, monitor } from 'dogma'
for (let n = 0; n < ${count}; n += 1)
  monitor('m' + n, { name: 'Monitor ' + n, alert: avg('a').where({ n: String(n) }).last('5m').above(4), message: '@ops' })
`

describe('Ctrl-C while applying', () => {
  it('finishes what is under way, begins nothing, reports, and exits with 130', async () => {
    const { url } = await account({ latencyMs: 40 })
    const folder = projectAt({ prod: url }, { 'monitors/many.ts': many })
    const child = spawn(
      process.execPath,
      [join(root, 'dist/bin/dogma.cjs'), 'apply', '--yes', '--no-type-check'],
      {
        cwd: folder,
        env: { ...process.env, ...keys, NO_COLOR: '1' },
      },
    )
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (data: Buffer) => {
      said.stdout += data
    })
    child.stderr.on('data', (data: Buffer) => {
      const isFirst = !said.stderr.includes(': done')
      said.stderr += data
      if (isFirst && said.stderr.includes(': done')) child.kill('SIGINT')
    })
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    expect({ code, signal }).toEqual({ code: 130, signal: null })
    expect(said.stderr).toMatch(/Stopping: \d+ changes? under way will be finished/)
    const [, done, failed, left] = /^(\d+) done, (\d+) failed, (\d+) not tried\.$/m.exec(said.stdout) ?? []
    expect(said.stdout).toContain('Stopped by you')
    expect(Number(done) + Number(left)).toBe(count)
    expect(Number(left)).toBeGreaterThan(0)
    expect(failed).toBe('0')
    // Every call that was under way was waited for: the account holds exactly what was reported.
    expect(await monitorsOf(url)).toHaveLength(Number(done))
    expect((await run(folder, 'apply --yes')).exitCode).toBe(0)
    expect(await monitorsOf(url)).toHaveLength(count)
  })

  it('does the same as data, and leaves other accounts alone', async () => {
    const { url } = await account()
    const folder = projectAt({ one: url, two: url }, { 'monitors/many.ts': many })
    const words = ['apply', '--account', 'one', '--account', 'two', '--yes', '--format', 'json']
    const outcome = await dogma(words, { folder, environment: keys, interrupted: AbortSignal.abort() })
    expect(outcome.exitCode).toBe(130)
    expect(JSON.parse(outcome.stdout)).toMatchObject([{ account: 'one', stopped: 'signal', done: [] }])
    expect(outcome.stderr).toContain('Account two: not tried')
  })
})
