import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { withoutColour } from '../../src/cli/colours.js'
import type { Context } from '../../src/cli/context.js'
import { servePlayground } from '../../src/cli/serve-playground.js'
import { buildOnce } from './playground.js'

const interrupt = new AbortController()
const written = { stdout: '', stderr: '' }
const appendTo = (stream: keyof typeof written) => (text: string) => {
  written[stream] += text
}
const context: Context = {
  process: {
    stdout: { write: appendTo('stdout') },
    stderr: { write: appendTo('stderr') },
    exitCode: null,
  },
  folder: process.cwd(),
  environment: {},
  colours: withoutColour,
  showsProgress: false,
  readStdin: async () => '',
  now: () => new Date(0),
  onInterrupt: () => interrupt.signal,
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

function ask(
  path: string,
  { host, method }: { readonly host?: string; readonly method?: string } = {},
): Promise<Answer> {
  const { port } = new URL(written.stdout.trim())
  const headers = host === undefined ? {} : { host }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, response => {
      let body = ''
      response.on('data', chunk => {
        body += chunk
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

let served: Promise<void>

beforeAll(async () => {
  await buildOnce()
  served = servePlayground(context, { lang: 'ja', query: 'avg:x{*} by {host}' })
  await vi.waitFor(() => expect(written.stdout).toMatch(/\n$/))
})

afterAll(() => interrupt.abort())

describe('the server of the playground', () => {
  it('prints an address that carries the query in its fragment', () => {
    expect(written.stdout).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/#q=avg%3Ax%7B\*%7D%20by%20%7Bhost%7D&lang=ja\n$/,
    )
  })

  it('serves the page', async () => {
    const page = await ask('/')
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
    const script = /<script defer="?"? src="([^"]+)"|src="([^"]+\.js)"/.exec(page.body)
    expect(await ask(`/${script?.[1] ?? script?.[2]}`)).toMatchObject({
      status: 200,
      type: 'text/javascript; charset=utf-8',
    })
  })

  it('serves nothing else', async () => {
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/missing.js',
      '//etc/passwd',
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 404])
    }
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
  })

  it('refuses a request that carries a foreign name', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403)
    expect((await ask('/', { host: '127.0.0.1:1' })).status).toBe(403)
  })

  it('stops at Ctrl-C', async () => {
    interrupt.abort()
    await served
    expect(context.process.exitCode).toBe(0)
    await expect(ask('/')).rejects.toThrow()
  })
})
