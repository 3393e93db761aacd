import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openSandbox } from '../../../src/sandbox/index.js'
import { clientOf, metricMonitor } from '../harness.js'

const CHILD = fileURLToPath(new URL('./serve-file.ts', import.meta.url))

/** A sandbox in a process of its own. */
async function startChild(file: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, url: line.toString().trim() }
}

describe('a sandbox that is killed', () => {
  it('loses nothing that it answered, and its lock is taken over', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'account.json')
    const { child, url } = await startChild(file)
    expect((await openSandbox({ file })).url).toBe(url)

    const client = clientOf(url)
    const answered: string[] = []
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let count = 0; ; count += 1) {
        const name = `monitor ${writer}/${count}`
        const reply = await client
          .call('POST', '/api/v1/monitor', metricMonitor({ name }))
          .catch(() => undefined)
        if (!reply) return
        answered.push(name)
        if (answered.length === 100) child.kill('SIGKILL')
      }
    })
    await Promise.all(writers)

    const sandbox = await openSandbox({ file })
    expect(sandbox.url).not.toBe(url)
    const list = await clientOf(sandbox.url).call('GET', '/api/v1/monitor')
    const names = new Set((list.body as readonly { name: string }[]).map(monitor => monitor.name))
    expect(answered.length).toBeGreaterThanOrEqual(100)
    expect(answered.filter(name => !names.has(name))).toEqual([])
    await sandbox.close()
  })
})
