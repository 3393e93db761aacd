import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { removeProjectFolders } from '../harness.js'
import { account, ask, monitorFile, monitorsOf, projectAt, run } from './accounts.js'

afterAll(removeProjectFolders)

const composite = `import { composite, monitor, not } from 'dogma'
import { m as load } from './load.js'
import { m as errors } from './errors.js'
export const down = monitor('down', { name: 'Down', alert: composite(load.and(not(errors))), message: '@slack-sre' })
`
const files = {
  'monitors/load.ts': monitorFile('load'),
  'monitors/errors.ts': monitorFile('errors'),
  'monitors/down.ts': composite,
}

function backups(folder: string): string[] {
  return readdirSync(join(folder, '.dogma/backups')).sort()
}

async function applied() {
  const { url } = await account()
  const folder = projectAt({ prod: url }, files)
  await run(folder, 'apply --yes')
  return { url, folder }
}

describe('rollback', () => {
  it('makes a changed object say what it said', async () => {
    const { url, folder } = await applied()
    const before = await monitorsOf(url)
    writeFileSync(join(folder, 'monitors/load.ts'), monitorFile('load', 9))
    await run(folder, 'apply --yes')
    const [file] = backups(folder)
    const outcome = await run(folder, `rollback .dogma/backups/${file} --yes`)
    expect(outcome.stdout).toContain('Alerts above 4 instead of 9.')
    expect(outcome.exitCode).toBe(0)
    const queries = (monitors: typeof before) => monitors.map(({ id, query, tags }) => ({ id, query, tags }))
    expect(queries(await monitorsOf(url))).toEqual(queries(before))
    expect((await run(folder, 'plan')).stdout).toContain('1 to update')
  })

  it('creates again what is gone, with its mark and with the new ids in what refers to it', async () => {
    const { url, folder } = await applied()
    const ids = (await monitorsOf(url)).map(({ id }) => id)
    await run(folder, 'destroy --yes')
    expect(await monitorsOf(url)).toEqual([])
    const [file] = backups(folder)
    const outcome = await run(folder, `rollback .dogma/backups/${file} --yes`)
    expect(outcome.stdout).toMatch(
      /\+ monitor\.down .*\n {4}It is gone from the account: it is created again/,
    )
    expect(outcome.stdout).toContain('(known after apply)')
    const again = await monitorsOf(url)
    expect(again.map(({ tags }) => tags)).toEqual(expect.arrayContaining([['dogma:shop/down']]))
    expect(ids).not.toContain(again[0]?.id)
    expect((await run(folder, 'plan')).stdout).toContain('nothing to do')
  })

  it('shows and asks first, and has nothing to do the second time', async () => {
    const { folder } = await applied()
    await run(folder, 'destroy --yes')
    const [file] = backups(folder)
    const refused = await run(folder, `rollback .dogma/backups/${file}`, { answers: ['no'] })
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.stderr).toContain('Restore these in prod? Type yes to go on: ')
    expect((await run(folder, `rollback .dogma/backups/${file} --yes`)).exitCode).toBe(0)
    const again = await run(folder, `rollback .dogma/backups/${file} --yes`)
    expect(again.stdout).toContain('nothing to do, 3 unchanged')
  })

  it('puts the old type back where an object was replaced, and leaves one object', async () => {
    const { url } = await account()
    const folder = projectAt({ prod: url }, { 'monitors/load.ts': monitorFile('load') })
    await run(folder, 'apply --yes')
    const log = `import { log, monitor } from 'dogma'
monitor('load', { name: 'Monitor load', alert: log('service:web').index('*').last('5m').above(4), message: '@slack-sre' })
`
    writeFileSync(join(folder, 'monitors/load.ts'), log)
    await run(folder, 'apply --yes --allow-delete 1')
    const [file] = backups(folder)
    const outcome = await run(folder, `rollback .dogma/backups/${file} --yes`)
    expect(outcome.exitCode).toBe(0)
    expect(outcome.stdout).toContain('± monitor.load')
    const monitors = await monitorsOf(url)
    expect(monitors).toHaveLength(1)
    expect(monitors[0]).toMatchObject({ tags: ['dogma:shop/load'], query: expect.stringContaining('load.1') })
  })

  it('detaches nothing and touches nothing that is not in the file', async () => {
    const { url, folder } = await applied()
    await ask(url, '/api/v1/monitor', 'POST', {
      type: 'query alert',
      name: 'Theirs',
      query: 'avg(last_5m):avg:theirs{*} > 1',
      message: 'x',
    })
    writeFileSync(join(folder, 'monitors/load.ts'), monitorFile('load', 9))
    await run(folder, 'apply --yes')
    const others = (await monitorsOf(url)).filter(({ name }) => name !== 'Monitor load')
    await run(folder, `rollback .dogma/backups/${backups(folder)[0]} --yes`)
    expect((await monitorsOf(url)).filter(({ name }) => name !== 'Monitor load')).toEqual(others)
  })

  it('prints its result as JSON', async () => {
    const { folder } = await applied()
    await run(folder, 'destroy --yes')
    const outcome = await run(folder, `rollback .dogma/backups/${backups(folder)[0]} --yes --format json`)
    const result = JSON.parse(outcome.stdout) as { done: { id: string; change: { action: string } }[] }
    expect(result).toMatchObject({ version: 1, account: 'prod', project: 'shop', failed: [] })
    expect(result.done.map(({ change }) => change.action)).toEqual(['create', 'create', 'create'])
    expect(result.done.every(({ id }) => /^\d+$/.test(id))).toBe(true)
  })

  it.each([
    ['of another account', (text: string) => text.replace('"prod"', '"staging"'), 'There is no account'],
    [
      'of another project',
      (text: string) => text.replace('"shop"', '"web"'),
      'of the project `web`, not `shop`',
    ],
    ['of another version', (text: string) => text.replace('"version":1', '"version":9'), 'of version 9'],
    [
      'without its first line',
      (text: string) => text.slice(text.indexOf('\n') + 1),
      'is not a backup of dogma',
    ],
    ['that is damaged', (text: string) => text.replace('{"kind"', '{"knd"'), 'Line 2 of'],
    ['that is empty', () => '', 'is not a backup of dogma'],
  ])('refuses a file %s', async (_, edit, message) => {
    const { url, folder } = await applied()
    await run(folder, 'destroy --yes')
    const path = join(folder, '.dogma/backups', backups(folder)[0]!)
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
    const outcome = await run(folder, `rollback ${path} --yes`)
    expect(outcome).toMatchObject({ exitCode: 1, stdout: '' })
    expect(outcome.stderr).toContain(message)
    expect(await monitorsOf(url)).toEqual([])
  })

  it('refuses to restore in an account that the file is not of', async () => {
    const { url } = await account()
    const folder = projectAt({ prod: url, staging: url }, files)
    await run(folder, 'apply --yes')
    await run(folder, 'destroy --yes')
    const outcome = await run(folder, `rollback .dogma/backups/${backups(folder)[0]} --yes --account staging`)
    expect(outcome.stderr).toContain('of the account `prod`, not `staging`')
    expect(await monitorsOf(url)).toEqual([])
  })

  it('passes over a last line that was cut off when the disk was full or the process ended', async () => {
    const { url, folder } = await applied()
    writeFileSync(join(folder, 'monitors/load.ts'), monitorFile('load', 9))
    await run(folder, 'apply --yes')
    const path = join(folder, '.dogma/backups', backups(folder)[0]!)
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"kind":"monitor","id":"1","payl`)
    expect((await run(folder, `rollback ${path} --yes`)).exitCode).toBe(0)
    expect((await monitorsOf(url)).every(({ query }) => !query.endsWith('> 9'))).toBe(true)
  })

  it('never shares a file between two runs, even if the clock stands still', async () => {
    const { folder } = await applied()
    for (const threshold of [5, 6, 7]) {
      writeFileSync(join(folder, 'monitors/load.ts'), monitorFile('load', threshold))
      await run(folder, 'apply --yes')
    }
    expect(backups(folder)).toHaveLength(3)
    for (const file of backups(folder))
      expect(
        readFileSync(join(folder, '.dogma/backups', file), 'utf8')
          .trimEnd()
          .split('\n'),
      ).toHaveLength(2)
  })
})
