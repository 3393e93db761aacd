import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  type Account,
  connectDatadog,
  type DatadogOptions,
  type TransportEvent,
} from '../../src/account/index.js'
import { type SandboxOptions, startSandbox } from '../../src/sandbox/index.js'
import { answering } from './server.js'

const monitor = {
  type: 'query alert',
  name: 'a',
  query: 'avg(last_5m):avg:x{*} > 1',
  message: 'm',
  tags: ['t'],
}
const slo = {
  type: 'metric',
  name: 's',
  thresholds: [{ timeframe: '7d', target: 99 }],
  query: { numerator: 'sum:a{*}', denominator: 'sum:b{*}' },
}
const dashboard = { title: 'd', layout_type: 'ordered', widgets: [] }
const bodies = { monitor, slo, dashboard }

function connect(url: string, options: Partial<DatadogOptions> = {}): Account {
  const account = connectDatadog({
    name: 'test',
    url,
    apiKey: 'secret-api-key',
    appKey: 'secret-app-key',
    sleep: async () => {},
    ...options,
  })
  onTestFinished(() => account.close())
  return account
}

async function open(
  sandboxOptions: SandboxOptions = {},
  options: Partial<DatadogOptions> = {},
): Promise<Account> {
  const sandbox = await startSandbox(sandboxOptions)
  onTestFinished(() => sandbox.close())
  return connect(sandbox.url, options)
}

async function codeOf(
  outcome: Promise<{ ok: true } | { ok: false; error: { code: string } }>,
): Promise<string> {
  const result = await outcome
  return result.ok ? 'ok' : result.error.code
}

describe('an account', () => {
  it.each(['monitor', 'slo', 'dashboard'] as const)(
    'creates, reads, changes, lists and deletes a %s',
    async kind => {
      const account = await open()
      const created = await account.create(kind, bodies[kind])
      if (!created.ok) throw new Error(created.error.messages.join())
      const { id } = created.value
      const read = await account.get(kind, id)
      expect(read.ok && read.value.payload).toMatchObject(bodies[kind])
      expect(await codeOf(account.update(kind, id, { ...bodies[kind], tags: ['team:x'] }))).toBe('ok')
      const listed = await account.list(kind)
      expect(listed.ok && listed.value.map(object => [object.id, object.payload.tags])).toEqual([
        [id, ['team:x']],
      ])
      expect(await codeOf(account.delete(kind, id))).toBe('ok')
      expect(await codeOf(account.get(kind, id))).toBe('not-found')
      const after = await account.list(kind)
      expect(after.ok && after.value).toEqual([])
    },
  )

  it('lists more monitors than fit on a page, each once, in the order of their ids', async () => {
    const account = await open()
    const count = 2_050
    await Promise.all(
      Array.from({ length: count }, (_, index) =>
        account.create('monitor', { ...monitor, name: `m${index}` }),
      ),
    )
    const read: number[] = []
    const listed = await account.list('monitor', { onProgress: progress => read.push(progress.read) })
    const ids = listed.ok ? listed.value.map(({ id }) => Number(id)) : []
    expect(new Set(ids).size).toBe(count)
    expect(ids).toEqual([...ids].sort((a, b) => a - b))
    expect(read).toEqual([1000, 2000, 2050])
  })

  it('finds objects by their mark', async () => {
    const account = await open()
    for (const tags of [['dogma:shop/a'], ['dogma:shop/ab'], ['x']])
      await account.create('slo', { ...slo, tags })
    const found = await account.list('slo', { mark: 'dogma:shop/a' })
    expect(found.ok && found.value.map(({ payload }) => payload.tags)).toEqual([['dogma:shop/a']])
  })

  it('deletes what is gone already', async () => {
    const account = await open()
    expect(await codeOf(account.delete('monitor', '12345'))).toBe('ok')
  })

  it('says that something is still used, and deletes it when forced', async () => {
    const account = await open()
    const created = await account.create('monitor', monitor)
    const id = created.ok ? created.value.id : ''
    await account.create('slo', {
      type: 'monitor',
      name: 's',
      thresholds: slo.thresholds,
      monitor_ids: [Number(id)],
    })
    expect(await codeOf(account.delete('monitor', id))).toBe('conflict')
    expect(await codeOf(account.delete('monitor', id, { force: true }))).toBe('ok')
  })

  it('validates a monitor without creating it', async () => {
    const account = await open()
    expect(await codeOf(account.validate(monitor))).toBe('ok')
    expect(await codeOf(account.validate({ ...monitor, options: { thresholds: { critical: 7 } } }))).toBe(
      'invalid',
    )
    const listed = await account.list('monitor')
    expect(listed.ok && listed.value).toEqual([])
  })

  it('repeats the account’s own words', async () => {
    const account = await open()
    const outcome = await account.create('monitor', { ...monitor, options: { thresholds: { critical: 7 } } })
    expect(!outcome.ok && outcome.error).toMatchObject({
      code: 'invalid',
      status: 400,
      messages: ['Alert threshold (7.0) does not match that used in the query (1.0).'],
      request: { method: 'POST', path: '/api/v1/monitor' },
    })
  })
})

describe('keys', () => {
  it.each([
    ['right', 'secret-api-key', 'ok', 'ok'],
    ['wrong', 'another-api-key', 'forbidden', 'forbidden'],
  ])('that are %s', async (_, apiKey, validation, listing) => {
    const account = await open({ keys: { apiKey: 'secret-api-key', appKey: 'secret-app-key' } }, { apiKey })
    expect(await codeOf(account.validateKeys())).toBe(validation)
    expect(await codeOf(account.list('monitor'))).toBe(listing)
  })

  it('never appear in an error, even when the answer repeats them', async () => {
    const url = await answering((_, response) =>
      response.writeHead(400).end('{"errors":["bad secret-app-key in secret-api-key"]}'),
    )
    const outcome = await connect(url).get('monitor', 'secret-api-key')
    expect(JSON.stringify(outcome)).not.toContain('secret')
    expect(!outcome.ok && outcome.error.messages).toEqual(['bad *** in ***'])
  })

  it('are not taken from the environment', async () => {
    process.env.DD_API_KEY = 'from-environment'
    process.env.DD_SITE = 'example.invalid'
    onTestFinished(() => {
      delete process.env.DD_API_KEY
      delete process.env.DD_SITE
    })
    const seen: string[] = []
    const url = await answering((request, response) => {
      seen.push(String(request.headers['dd-api-key']))
      response.end('{}')
    })
    await connect(url).validateKeys()
    expect(seen).toEqual(['secret-api-key'])
  })
})

describe('every request', () => {
  it('says who sends it', async () => {
    const seen: Record<string, unknown>[] = []
    const url = await answering((request, response) => {
      seen.push(request.headers)
      response.end('{"id":1}')
    })
    await connect(url, { product: 'dogma/1.2.3' }).create('monitor', monitor)
    expect(seen[0]).toMatchObject({
      'content-type': 'application/json',
      'dd-application-key': 'secret-app-key',
      'x-datadog-managed-by': 'iac',
      'user-agent': expect.stringMatching(/^dogma\/1\.2\.3 datadog-api-client-typescript\//),
    })
  })
})

describe('repeating', () => {
  const fault = { rate: 1, kind: 'status', status: 503, when: 'before', times: 2 } as const
  const counted = async (rules: readonly object[], call: (account: Account) => Promise<unknown>) => {
    const events: TransportEvent[] = []
    const faults = { seed: 1, rules: rules as never }
    const account = await open({ faults }, { onEvent: event => events.push(event) })
    const result = await call(account)
    return { result, sent: events.filter(({ kind }) => kind === 'sent').length }
  }

  it('is done for reads', async () => {
    const { result, sent } = await counted([fault], account => codeOf(account.list('slo')))
    expect([result, sent]).toEqual(['ok', 3])
  })

  it('is done for updates and deletions', async () => {
    expect(await counted([fault], account => codeOf(account.delete('slo', 'x')))).toEqual({
      result: 'ok',
      sent: 3,
    })
  })

  it('is not done for creations: nobody knows whether they took effect', async () => {
    expect(await counted([fault], account => codeOf(account.create('slo', slo)))).toEqual({
      result: 'unclear',
      sent: 1,
    })
  })

  it('is done for a creation that the rate limit refused', async () => {
    const limit = { rate: 1, kind: 'status', status: 429, when: 'before', times: 3 }
    expect(await counted([limit], account => codeOf(account.create('slo', slo)))).toEqual({
      result: 'ok',
      sent: 4,
    })
  })

  it('ends when the account keeps failing', async () => {
    const { result, sent } = await counted([{ ...fault, times: 100 }], account =>
      codeOf(account.get('slo', 'x')),
    )
    expect([result, sent]).toEqual(['server', 6])
  })
})

describe('what is no answer', () => {
  const cases: readonly (readonly [string, Parameters<typeof answering>[0], string, RegExp])[] = [
    [
      'a web page',
      (_, response) => response.end('<!doctype html><title>Datadog</title>'),
      'unreadable',
      /web page instead of JSON/,
    ],
    ['JSON of another shape', (_, response) => response.end('{"hello":1}'), 'unreadable', /not a list/],
    ['half of the JSON', (_, response) => response.end('[{"id":1},'), 'unreachable', /cut off/],
    [
      'a closed connection',
      (request, _) => request.socket.destroy(),
      'unreachable',
      /connection to .* broke/,
    ],
    ['nothing in time', () => {}, 'unreachable', /did not answer within 50 ms/],
  ]
  it.each(cases)('%s', async (_, answer, code, message) => {
    const account = connect(await answering(answer), { timeoutMs: 50 })
    const outcome = await account.list('monitor')
    expect(!outcome.ok && outcome.error.code).toBe(code)
    expect(!outcome.ok && outcome.error.messages.join()).toMatch(message)
  })

  it('a port where nobody listens', async () => {
    const outcome = await connect('http://127.0.0.1:1').create('monitor', monitor)
    expect(!outcome.ok && outcome.error.code).toBe('unreachable')
    expect(!outcome.ok && outcome.error.messages[0]).toContain('ECONNREFUSED')
  })

  it('an address that is none', async () => {
    const outcome = await connect('not a url').list('slo')
    expect(!outcome.ok && outcome.error.messages[0]).toContain('not a valid one')
  })
})

describe('a rate limit', () => {
  it('is waited for, and nothing is lost', async () => {
    const events: TransportEvent[] = []
    const sleep = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))
    const rateLimit = { limit: 20, periodSeconds: 1 }
    const account = await open({ rateLimit }, { onEvent: event => events.push(event), sleep })
    const names = Array.from({ length: 30 }, (_, index) => `${index}`)
    const outcomes = await Promise.all(names.map(name => account.create('slo', { ...slo, name })))
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([])
    expect(events.some(event => event.kind === 'waiting' && event.because === 'rate-limit')).toBe(true)
    expect(
      events.filter(event => event.kind === 'answered' && event.status === 429).length,
    ).toBeLessThanOrEqual(8)
  })
})

describe('a clock that is set while a rate limit is waited for', () => {
  it('makes nobody wait longer', async () => {
    const url = await answering((_, response) => {
      response.setHeader('x-ratelimit-remaining', '0')
      response.setHeader('x-ratelimit-reset', '1')
      response.end('{"data":[]}')
    })
    const waits: number[] = []
    const account = connectDatadog({
      name: 'clock',
      url,
      apiKey: 'a',
      appKey: 'b',
      sleep: async milliseconds => {
        waits.push(milliseconds)
        await new Promise(resolve => setTimeout(resolve, Math.min(milliseconds, 2_000)))
      },
    })
    await account.list('slo')
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 86_400_000)
    await account.list('slo')
    now.mockRestore()
    account.close()
    expect(waits.length).toBeGreaterThan(0)
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_000)
  })
})
