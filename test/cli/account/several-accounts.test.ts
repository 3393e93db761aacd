import { afterAll, describe, expect, it } from 'vitest'
import { removeProjectFolders } from '../harness.js'
import { account, monitorFile, monitorsOf, projectAt, run } from './accounts.js'

afterAll(removeProjectFolders)

const files = { 'monitors/load.ts': monitorFile('load') }

async function two(keysOfSecond?: { readonly apiKey: string; readonly appKey: string }) {
  const staging = await account()
  const prod = await account(keysOfSecond === undefined ? {} : { keys: keysOfSecond })
  return { staging, prod, folder: projectAt({ staging: staging.url, prod: prod.url }, files) }
}

const both = '--account staging --account prod'

describe('several accounts in one run', () => {
  it('are planned and shown in turn', async () => {
    const { folder } = await two()
    const { stdout, exitCode } = await run(folder, `plan ${both}`)
    expect(stdout.match(/^Account \w+, project shop: 1 to create/gm)).toEqual([
      'Account staging, project shop: 1 to create',
      'Account prod, project shop: 1 to create',
    ])
    expect(exitCode).toBe(0)
  })

  it('are applied in turn, each after its own question', async () => {
    const { folder, staging, prod } = await two()
    const outcome = await run(folder, `apply ${both}`, { answers: ['yes', 'no'] })
    expect(outcome.stderr).toMatch(/Apply these changes to staging\?.*Apply these changes to prod\?/s)
    expect(outcome.exitCode).toBe(1)
    expect([(await monitorsOf(staging.url)).length, (await monitorsOf(prod.url)).length]).toEqual([1, 0])
  })

  it('give a list as JSON, one object as one account does', async () => {
    const { folder } = await two()
    const list = JSON.parse((await run(folder, `plan ${both} --format json`)).stdout) as unknown[]
    expect(list).toMatchObject([
      { version: 1, account: 'staging' },
      { version: 1, account: 'prod' },
    ])
    const drifts = JSON.parse((await run(folder, `drift ${both} --format json`)).stdout) as unknown[]
    expect(drifts).toHaveLength(2)
    const applied = JSON.parse((await run(folder, `apply ${both} --format json --yes`)).stdout) as unknown[]
    expect(applied).toMatchObject([
      { version: 1, account: 'staging', failed: [] },
      { version: 1, account: 'prod', failed: [] },
    ])
    expect(JSON.parse((await run(folder, 'plan --format json')).stdout)).toMatchObject({ account: 'staging' })
  })

  it('exit with the worst of their codes', async () => {
    const { folder } = await two()
    await run(folder, 'apply --account staging --yes')
    expect((await run(folder, `plan ${both} --detailed-exitcode`)).exitCode).toBe(2)
    expect((await run(folder, `drift ${both} --detailed-exitcode`)).exitCode).toBe(2)
    await run(folder, 'apply --account prod --yes')
    expect((await run(folder, `plan ${both} --detailed-exitcode`)).exitCode).toBe(0)
  })

  it('are all planned although one cannot be read', async () => {
    const { folder } = await two({ apiKey: 'other', appKey: 'other' })
    const outcome = await run(folder, 'plan --account prod --account staging --detailed-exitcode')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain('Account prod')
    expect(outcome.stdout).toContain('Account staging, project shop: 1 to create')
    const list = JSON.parse((await run(folder, 'plan --account prod --account staging --format json')).stdout)
    expect(list).toMatchObject([{ ok: false, account: 'prod' }, { account: 'staging' }])
  })

  it('are not applied after one that failed', async () => {
    const { folder, staging } = await two({ apiKey: 'other', appKey: 'other' })
    const outcome = await run(folder, 'apply --account prod --account staging --yes')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain('Account staging: not tried, because of the account before it.')
    expect(await monitorsOf(staging.url)).toEqual([])
  })

  it('must all exist before anything is sent', async () => {
    const { folder, staging } = await two()
    const outcome = await run(folder, 'apply --account staging --account prdo --yes')
    expect(outcome.stderr).toContain('There is no account `prdo`')
    expect(outcome.stderr).toContain('Did you mean `prod`?')
    expect(await monitorsOf(staging.url)).toEqual([])
  })

  it('do not fit into one plan file', async () => {
    const { folder } = await two()
    const outcome = await run(folder, `plan ${both} --out plan.json`)
    expect(outcome).toMatchObject({ exitCode: 1, stdout: '' })
    expect(outcome.stderr).toContain('A plan file holds the plan of one account')
  })
})
