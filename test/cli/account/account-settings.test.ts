import { afterAll, describe, expect, it } from 'vitest'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'
import { account, keys, monitorFile, projectAt } from './accounts.js'

afterAll(removeProjectFolders)

/** The error text of a plan in an account that is configured with nothing but perhaps a site. */
async function refusal(environment: Readonly<Record<string, string>>, site?: string): Promise<string> {
  const prod = site === undefined ? '{}' : `{ site: '${site}' }`
  const config = `export default { project: 'shop', typeCheck: false, accounts: { prod: ${prod} } }\n`
  const folder = projectFolder({ 'dogma.config.ts': config, 'monitors/m.ts': monitorFile('m') })
  const outcome = await dogma(['plan', '--account', 'prod'], {
    folder,
    environment: { ...keys, ...environment },
  })
  expect(outcome.exitCode).toBe(1)
  return outcome.stderr
}

describe('keys that cannot be sent', () => {
  it.each([
    ['key\n', 'DD_API_KEY ends with a space or a line break.'],
    ['key\r\n', 'DD_API_KEY ends with a space or a line break.'],
    ['one two', 'DD_API_KEY holds a space, a line break or another character that no key has.'],
    ['鍵', 'DD_API_KEY holds a space, a line break or another character that no key has.'],
  ])('are told by the name of their variable only: %j', async (key, said) => {
    const told = await refusal({ DD_API_KEY: key })
    expect(told).toContain(said)
    expect(told).not.toContain(key)
  })
})

describe('sites that are none', () => {
  it.each([
    ['https://app.datadoghq.eu', 'datadoghq.eu'],
    ['https://us5.datadoghq.com/', 'us5.datadoghq.com'],
    ['app.datadoghq.com', 'datadoghq.com'],
    ['api.us3.datadoghq.com', 'us3.datadoghq.com'],
    ['datadog.eu', 'datadoghq.eu'],
    ['us5', 'us5.datadoghq.com'],
    ['EU', 'datadoghq.eu'],
    ['AP1', 'ap1.datadoghq.com'],
  ])('%s is probably %s', async (site, meant) => {
    expect(await refusal({}, site)).toContain(`Did you mean \`${meant}\`?`)
    expect(await refusal({ DD_SITE: site })).toContain(`Did you mean \`${meant}\`?`)
  })

  it('and nothing like one names them all', async () => {
    expect(await refusal({ DD_SITE: 'a b' })).toContain('Known sites: datadoghq.com, us3.datadoghq.com')
  })
})

describe('a proxy', () => {
  it.each(['nonsense://x', 'http://', 'http://u%zz:p@proxy'])('that is none is told: %s', async proxy => {
    expect(await refusal({ HTTPS_PROXY: proxy })).toContain('HTTPS_PROXY holds no address of a proxy.')
  })

  it('is not used for an account on this machine, which needs no TLS', async () => {
    const { url } = await account()
    const environment = { ...keys, HTTPS_PROXY: 'http://127.0.0.1:9' }
    const folder = projectAt({ near: url }, { 'monitors/m.ts': monitorFile('m') })
    const planned = await dogma(['plan'], { folder, environment })
    expect(planned.stdout).toContain('1 to create')
  })
})
