import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openSandbox, startSandbox } from '../../src/sandbox/index.js'
import { clientOf, metricMonitor, startClient } from './harness.js'

function freshFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'account.json')
}

describe('startSandbox', () => {
  it('listens on a loopback address of its own', async () => {
    const [one, other] = [await startClient(), await startClient()]
    expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(one.url).not.toBe(other.url)
  })

  it('keeps nothing without a file', async () => {
    const first = await startSandbox()
    await clientOf(first.url).done('POST', '/api/v1/monitor', metricMonitor())
    await first.close()
    const client = await startClient()
    expect((await client.call('GET', '/api/v1/monitor')).body).toEqual([])
  })

  it('gives a file back what was written before it was closed', async () => {
    const file = freshFile()
    const first = await startSandbox({ file })
    const made = await clientOf(first.url).done('POST', '/api/v1/monitor', metricMonitor())
    await first.close()
    const client = await startClient({ file })
    expect(await client.done('GET', `/api/v1/monitor/${made.id}`)).toMatchObject({
      id: made.id,
      name: 'CPU is high',
    })
  })

  it('gives the same ids to the same calls', async () => {
    const ids = async () => {
      const client = await startClient()
      const monitor = await client.done('POST', '/api/v1/monitor', metricMonitor())
      const dashboard = await client.done('POST', '/api/v1/dashboard', {
        title: 'x',
        layout_type: 'ordered',
        widgets: [],
      })
      return [monitor.id, dashboard.id]
    }
    expect(await ids()).toEqual(await ids())
  })

  it('writes the times of its clock into objects', async () => {
    const client = await startClient({ clock: () => new Date('2026-03-04T05:06:07.089Z') })
    const monitor = await client.done('POST', '/api/v1/monitor', metricMonitor())
    expect(monitor).toMatchObject({
      created: '2026-03-04T05:06:07.089000+00:00',
      modified: '2026-03-04T05:06:07.089000+00:00',
      created_at: Date.parse('2026-03-04T05:06:07Z'),
    })
  })

  it('refuses a file that a live server has, and names that server', async () => {
    const file = freshFile()
    const client = await startClient({ file })
    await expect(startSandbox({ file })).rejects.toThrow(client.url)
  })

  it('leaves no server behind when it cannot tell others where it is', async () => {
    const listening = () => process.getActiveResourcesInfo().filter(kind => kind === 'TCPServerWrap').length
    await setTimeout(20)
    const before = listening()
    const file = freshFile()
    const starting = startSandbox({ file })
    // Whoever writes into the lock now has taken it over.
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: process.pid, url: null, token: 'another' }))
    await expect(starting).rejects.toThrow('Another sandbox took over')
    // A closed handle is let go a turn later.
    await setTimeout(20)
    expect(listening()).toBe(before)
  })

  it('can be closed twice', async () => {
    const sandbox = await startSandbox({ file: freshFile() })
    await sandbox.close()
    await expect(sandbox.close()).resolves.toBeUndefined()
  })

  it('asks the given judge whether a monitor query is acceptable', async () => {
    const isQueryAcceptable = (type: string, query: string) =>
      query.includes('forbidden') ? `no ${type}` : undefined
    const client = await startClient({ isQueryAcceptable })
    const monitor = metricMonitor({ query: 'avg(last_5m):avg:forbidden{*} > 90' })
    expect((await client.call('POST', '/api/v1/monitor', monitor)).body).toEqual({
      errors: ['no query alert'],
    })
  })
})

describe('openSandbox', () => {
  it('returns the address of the server that already serves the file', async () => {
    const file = freshFile()
    const first = await startClient({ file })
    const second = await openSandbox({ file })
    expect(second.url).toBe(first.url)
    await second.close()
    expect((await first.call('GET', '/api/v1/validate')).status).toBe(200)
  })

  it('starts a server when nobody serves the file', async () => {
    const sandbox = await openSandbox({ file: freshFile() })
    expect((await clientOf(sandbox.url).call('GET', '/api/v1/validate')).body).toEqual({ valid: true })
    await sandbox.close()
  })

  it('lets exactly one of several simultaneous callers start the server', async () => {
    const file = freshFile()
    const sandboxes = await Promise.all([1, 2, 3, 4].map(() => openSandbox({ file })))
    expect(new Set(sandboxes.map(sandbox => sandbox.url)).size).toBe(1)
    for (const sandbox of sandboxes) await sandbox.close()
  })
})
