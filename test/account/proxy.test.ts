import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import * as http from 'node:http'
import * as https from 'node:https'
import { type AddressInfo, connect, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { connectDatadog } from '../../src/account/index.js'
import { startSandbox } from '../../src/sandbox/index.js'
import { root } from '../architecture/imports.js'
import { projectFolder, removeProjectFolders } from '../cli/harness.js'

afterAll(removeProjectFolders)

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

async function listening(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** A proxy that leads every tunnel to one port of this machine, and remembers what it was asked. */
async function proxyTo(port: number, status = 200) {
  const asked: { target: string | undefined; credentials: string | undefined }[] = []
  const server = http.createServer()
  server.on('connect', ({ url, headers }, socket) => {
    asked.push({ target: url, credentials: headers['proxy-authorization'] })
    socket.on('error', () => undefined)
    if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
    const onwards = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      onwards.pipe(socket).pipe(onwards)
    })
    onwards.on('error', () => socket.destroy())
  })
  return { asked, address: `127.0.0.1:${await listening(server)}` }
}

function accountBehind(proxy: string) {
  const account = connectDatadog({
    name: 'prod',
    site: 'datadoghq.eu',
    apiKey: 'a',
    appKey: 'b',
    proxy,
    sleep: async () => {},
  })
  onTestFinished(() => account.close())
  return account
}

describe('a proxy on the way to an account', () => {
  it('is asked for a tunnel to the account, with the name and the password of its address', async () => {
    const { asked, address } = await proxyTo(9, 407)
    const listed = await accountBehind(`http://me:p%40ss@${address}`).list('monitor')
    expect(asked[0]).toEqual({
      target: 'api.datadoghq.eu:443',
      credentials: `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
    })
    expect(!listed.ok && listed.error.messages).toEqual([
      `api.datadoghq.eu cannot be reached (proxy ${address}: it answered 407). Check HTTPS_PROXY and NO_PROXY in the environment.`,
    ])
  })

  it('that is not there is told as such, without its password', async () => {
    const listed = await accountBehind('http://me:secret@127.0.0.1:9').list('monitor')
    expect(!listed.ok && listed.error.messages[0]).toContain('(proxy 127.0.0.1:9: ECONNREFUSED)')
    expect(JSON.stringify(listed)).not.toContain('secret')
  })

  it.skipIf(!hasOpenssl)('leads a whole plan and apply through TLS that it cannot read', async () => {
    const place = mkdtempSync(join(tmpdir(), 'dogma-tls-'))
    onTestFinished(() => rmSync(place, { recursive: true }))
    const [key, cert] = [join(place, 'key.pem'), join(place, 'cert.pem')]
    const subject = ['-subj', '/CN=datadog.test', '-addext', 'subjectAltName=DNS:datadog.test']
    const pair = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert]
    execFileSync('openssl', ['req', ...pair, ...subject], { stdio: 'ignore' })
    const sandbox = await startSandbox()
    onTestFinished(() => sandbox.close())
    const front = https.createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (came, answer) => {
      const headers = { ...came.headers, host: new URL(sandbox.url).host }
      const onwards = http.request(`${sandbox.url}${came.url}`, { method: came.method ?? 'GET', headers })
      onwards.on('response', given => given.pipe(answer.writeHead(given.statusCode ?? 500, given.headers)))
      came.pipe(onwards)
    })
    const { asked, address } = await proxyTo(await listening(front))
    const folder = projectFolder({
      'dogma.config.ts':
        "export default { project: 'shop', accounts: { far: { url: 'https://datadog.test' } }, defaultAccount: 'far' }",
      'monitors/m.ts':
        "import { avg, monitor } from 'dogma'\nmonitor('m', { name: 'M', alert: avg('a.b').last('5m').above(4), message: '@ops' })",
    })
    const env = {
      ...process.env,
      HTTPS_PROXY: `http://${address}`,
      NO_PROXY: 'example.com',
      NODE_EXTRA_CA_CERTS: cert,
      DD_API_KEY: 'api-key-of-the-test',
      DD_APP_KEY: 'app-key-of-the-test',
    }
    const applied = await command(['apply', '--yes', '--no-type-check'], folder, env)
    expect(applied).toContain('1 done, 0 failed')
    expect(asked[0]?.target).toBe('datadog.test:443')
    expect(await command(['plan', '--no-type-check'], folder, env)).toContain('nothing to do, 1 unchanged')
  })
})

/** The real command, while the servers of this process answer it. */
function command(words: readonly string[], folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise(resolve => {
    const all = [join(root, 'dist/bin/dogma.cjs'), ...words]
    execFile(process.execPath, all, { cwd: folder, env }, (_, stdout, stderr) => resolve(stdout + stderr))
  })
}
