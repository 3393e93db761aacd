import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { removeProjectFolders } from '../harness.js'
import { account, monitorFile, monitorsOf, projectAt, run } from './accounts.js'

afterAll(removeProjectFolders)

const files = { 'monitors/load.ts': monitorFile('load') }
const anSlo = `import { slo, sum } from 'dogma'
slo('answers', { name: 'Answers', good: sum('a').asCount(), total: sum('b').asCount(), target: { '30d': 99 } })
`

/** A server in front of an account that answers some paths itself. */
async function behind(url: string, refused: string, status: number, body: unknown): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    response.setHeader('Content-Type', 'application/json')
    if (`${request.method} ${request.url}`.startsWith(refused)) {
      response.writeHead(status).end(JSON.stringify(body))
      return
    }
    const headers = { 'DD-API-KEY': 'a', 'DD-APPLICATION-KEY': 'b', 'Content-Type': 'application/json' }
    const sent = Buffer.concat(chunks)
    const answer = await fetch(`${url}${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      ...(sent.length > 0 && { body: sent }),
    })
    response.writeHead(answer.status).end(await answer.text())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('a plan file', () => {
  async function planned() {
    const { url } = await account()
    const folder = projectAt({ prod: url, staging: url }, files)
    await run(folder, 'plan --out plan.json')
    const path = join(folder, 'plan.json')
    return { url, folder, path, edit: (from: string, to: string) => edit(path, from, to) }
  }
  function edit(path: string, from: string, to: string): void {
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(from)
    writeFileSync(path, text.replace(from, to))
  }

  it.each([
    [
      'of another version',
      '"version": 1',
      '"version": 2',
      'The plan file has version 2; this dogma reads version 1.',
    ],
    ['edited by hand', 'system.load.1', 'system.load.5', 'The plan file was changed after it was written'],
  ])('%s is refused', async (_, from, to, message) => {
    const { url, folder, edit } = await planned()
    edit(from, to)
    const outcome = await run(folder, 'apply plan.json --yes')
    expect(outcome).toMatchObject({ exitCode: 1, stdout: '' })
    expect(outcome.stderr).toContain(message)
    expect(await monitorsOf(url)).toEqual([])
  })

  it('for another account is refused', async () => {
    const { url, folder } = await planned()
    const outcome = await run(folder, 'apply plan.json --yes --account staging')
    expect(outcome.stderr).toContain('The plan was made for the account `prod`, not `staging`.')
    expect(await monitorsOf(url)).toEqual([])
  })

  it('for another project is refused', async () => {
    const { url, folder, path } = await planned()
    const other = projectAt({ prod: url }, files)
    edit(join(other, 'dogma.config.ts'), "'shop'", "'web'")
    const outcome = await run(other, `apply ${path} --yes`)
    expect(outcome.stderr).toContain('The plan was made for the project `shop`, not `web`.')
    expect((await monitorsOf(url)).length).toBe(0)
    expect((await run(folder, 'apply plan.json --yes')).exitCode).toBe(0)
  })
})

describe('keys that may not read one kind', () => {
  const forbidden = { errors: ['Forbidden'] }

  it('plan the rest where the project defines nothing of that kind, and say so', async () => {
    const { url } = await account()
    const folder = projectAt({ prod: await behind(url, 'GET /api/v1/slo', 403, forbidden) }, files)
    const outcome = await run(folder, 'plan')
    expect(outcome.exitCode).toBe(0)
    expect(outcome.stdout).toContain('1 to create')
    expect(outcome.stdout).toContain(
      'the application key may not list slos, so they are left out of the plan',
    )
    expect((await run(folder, 'apply --yes')).exitCode).toBe(0)
    expect((await run(folder, 'plan')).stdout).toContain('nothing to do')
  })

  it('plan nothing where the project needs that kind, and name the missing scope', async () => {
    const { url } = await account()
    const address = await behind(url, 'GET /api/v1/slo', 403, forbidden)
    const folder = projectAt({ prod: address }, { ...files, 'slos/a.ts': anSlo })
    const outcome = await run(folder, 'apply --yes')
    expect(outcome).toMatchObject({ exitCode: 1, stdout: '' })
    expect(outcome.stderr).toContain('Give the application key the scope `slos_read`')
    expect(await monitorsOf(url)).toEqual([])
  })

  it('plan nothing where nothing can be read', async () => {
    const { url } = await account()
    const folder = projectAt({ prod: await behind(url, 'GET /api/v1/', 403, forbidden) }, files)
    expect((await run(folder, 'plan')).exitCode).toBe(1)
  })
})

describe('a disk that takes nothing', () => {
  it('stops an apply before anything is changed', async () => {
    const { url } = await account()
    const folder = projectAt({ prod: url }, files)
    await run(folder, 'apply --yes')
    const unchanged = await monitorsOf(url)
    mkdirSync(join(folder, '.dogma'), { recursive: true })
    // Every write to this device fails as on a full disk.
    symlinkSync('/dev/full', join(folder, '.dogma/backups'))
    writeFileSync(join(folder, 'monitors/load.ts'), monitorFile('load', 9))
    const outcome = await run(folder, 'apply --yes')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain('Nothing was changed, because the objects could not be backed up')
    expect(await monitorsOf(url)).toEqual(unchanged)
  })

  it('is named when a plan cannot be saved', async () => {
    const { url } = await account()
    const outcome = await run(projectAt({ prod: url }, files), 'plan --out /dev/full/plan.json')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain('/dev/full/plan.json cannot be written to')
  })
})

describe('two applies at once', () => {
  it('make nothing twice; whoever comes second notices, and stops', async () => {
    const { url } = await account({ latencyMs: 20 })
    const many = Array.from({ length: 30 }, (_, n) => [`monitors/m${n}.ts`, monitorFile(`m${n}`)])
    const [first, second] = [0, 1].map(() => projectAt({ prod: url }, Object.fromEntries(many)))
    const outcomes = await Promise.all([run(first!, 'apply --yes'), run(second!, 'apply --yes')])
    const monitors = await monitorsOf(url)
    expect(new Set(monitors.map(({ name }) => name)).size).toBe(monitors.length)
    const noticed = outcomes.filter(({ stdout }) =>
      stdout.includes('Another run is applying to the same account'),
    )
    expect(noticed.length).toBeGreaterThan(0)
    for (const outcome of noticed) expect(outcome.exitCode).toBe(1)
    expect((await run(first!, 'apply --yes')).exitCode).toBe(0)
    expect(await monitorsOf(url)).toHaveLength(30)
    expect((await run(second!, 'plan')).stdout).toContain('nothing to do, 30 unchanged')
  })
})

describe('a wrong clock', () => {
  it.each(['1970-01-01T00:00:00Z', '2099-12-31T23:59:59Z'])(
    'at %s changes nothing of what is done',
    async time => {
      const { url } = await account()
      const folder = projectAt({ prod: url }, files)
      const at = { now: () => new Date(time) }
      await run(folder, 'plan --out plan.json', at)
      expect((await run(folder, 'apply plan.json --yes')).exitCode).toBe(0)
      writeFileSync(join(folder, 'monitors/load.ts'), monitorFile('load', 9))
      const outcome = await run(folder, 'apply --yes', at)
      const file = /kept as it was in (\S+)\.$/m.exec(outcome.stdout)?.[1]
      expect(file).toContain(time.slice(0, 10))
      expect((await run(folder, `rollback ${file} --yes`, at)).exitCode).toBe(0)
      expect((await monitorsOf(url))[0]?.query).toMatch(/> 4$/)
    },
  )
})

describe('a refusal by the account', () => {
  it('is told with the place and the real cause', async () => {
    const { url } = await account()
    const raw = `import { rawMonitor } from 'dogma'

rawMonitor('bad', {
  type: 'query alert',
  name: 'Bad',
  query: 'avg(last_5m):avg:system.load.1{*} > 5',
  message: '@slack-sre',
  options: { thresholds: { critical: 4 } },
})
`
    const folder = projectAt({ prod: url }, { ...files, 'monitors/bad.ts': raw })
    const outcome = await run(folder, 'apply --yes')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stdout).toMatch(/monitors\/bad\.ts:3 · monitor\.bad · failed/)
    expect(outcome.stdout).toContain('`options.thresholds.critical`:')
    expect(outcome.stdout).toContain('1 done, 1 failed, 0 not tried.')
  })

  it('that is about another object does not blame the definition', async () => {
    const { url } = await account()
    const duplicate = { errors: ['Duplicate of an existing monitor_id:12 org_id:1'] }
    const folder = projectAt({ prod: await behind(url, 'POST /api/v1/monitor', 400, duplicate) }, files)
    expect((await run(folder, 'apply --yes')).stdout).toContain('Take it over with `adopt`')
  })
})
