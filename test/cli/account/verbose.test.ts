import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { removeProjectFolders } from '../harness.js'
import { account, ask, keys, monitorFile, projectAt, run } from './accounts.js'

afterAll(removeProjectFolders)

function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
}

describe('--verbose', () => {
  it('tells every request with its status and time, on stderr', async () => {
    const { url } = await account()
    const folder = projectAt({ prod: url }, { 'monitors/load.ts': monitorFile('load') })
    const plan = await run(folder, 'plan --verbose')
    expect(plan.stderr).toMatch(/^GET \/api\/v1\/monitor\?page=0&page_size=1000\S* → 200, \d+ ms$/m)
    expect(plan.stderr).toMatch(/^GET \/api\/v1\/slo\?\S+ → 200, \d+ ms$/m)
    expect(plan.stdout).not.toContain('/api/')
    const apply = await run(folder, 'apply --yes --verbose')
    expect(apply.stderr).toMatch(/^POST \/api\/v1\/monitor → 200, \d+ ms$/m)
    expect((await run(folder, 'drift --verbose')).stderr).toContain('GET /api/v1/dashboard')
    expect((await run(folder, 'destroy --yes --verbose')).stderr).toMatch(
      /^DELETE \/api\/v1\/monitor\/\d+ → 200/m,
    )
    expect((await run(folder, 'plan')).stderr).toBe('')
  })

  it('tells waits and failures', async () => {
    const rules = [{ rate: 1, kind: 'status', status: 503, when: 'before', times: 1 }] as const
    const { url } = await account({ faults: { seed: 1, rules } })
    const folder = projectAt({ prod: url }, { 'monitors/load.ts': monitorFile('load') })
    const { stderr } = await run(folder, 'plan --verbose')
    expect(stderr).toMatch(/→ 503, \d+ ms/)
    expect(stderr).toMatch(/… \d+ ms because of a failed attempt/)
  })
})

describe('dashboards', () => {
  it('are read only when their time of modification moved', async () => {
    const { url } = await account()
    const boards = Array.from(
      { length: 30 },
      (_, n) => `dashboard('b${n}', { title: 'Board ${n}', widgets: [] })`,
    )
    const folder = projectAt(
      { prod: url },
      { 'dashboards/all.ts': `import { dashboard } from 'dogma'\n${boards.join('\n')}\n` },
    )
    const readsOf = async () =>
      (await run(folder, 'plan --verbose')).stderr.match(/^GET \/api\/v1\/dashboard\/\S+ → 200/gm)?.length ??
      0
    await run(folder, 'apply --yes')
    expect(await readsOf()).toBe(30)
    expect(await readsOf()).toBe(0)
    const { dashboards } = (await ask(url, '/api/v1/dashboard')) as { dashboards: { id: string }[] }
    for (const { id } of dashboards.slice(0, 10)) {
      const path = `/api/v1/dashboard/${id}`
      await ask(url, path, 'PUT', { ...((await ask(url, path)) as object), title: 'Edited' })
    }
    expect(await readsOf()).toBe(10)
    expect((await run(folder, 'plan')).stdout).toContain('10 to update')
  })
})

describe('keys', () => {
  it('stand in no output and in no file of any command', async () => {
    const { url } = await account()
    const folder = projectAt({ prod: url }, { 'monitors/load.ts': monitorFile('load') })
    const said: string[] = []
    const say = async (words: string) => {
      const { stdout, stderr } = await run(folder, words)
      said.push(stdout, stderr)
    }
    await say('plan --verbose --out plan.json')
    await say('apply plan.json --yes --verbose')
    writeFileSync(join(folder, 'monitors/load.ts'), monitorFile('load', 9))
    await say('apply --yes --verbose')
    for (const format of ['json', 'markdown', 'github', 'gitlab', 'junit'])
      await say(`drift --format ${format}`)
    await say('destroy --yes --verbose')
    const [file] = readdirSync(join(folder, '.dogma/backups'))
    await say(`rollback .dogma/backups/${file} --yes --verbose`)
    const everything = [...said, ...textsBelow(folder)].join('\n')
    expect(everything).toContain('Monitor load')
    for (const key of Object.values(keys)) expect(everything).not.toContain(key)
  })
})
