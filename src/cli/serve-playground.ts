import { readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Context } from './context.js'
import { exitCode } from './exit-code.js'
import { reportProblems } from './report.js'

/** What the page shows first. */
export interface PlaygroundOptions {
  readonly lang: 'en' | 'ja'
  readonly query?: string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * Serves the built playground on this machine until Ctrl-C, and prints its address. The query travels in the address's
 * fragment, which a browser never sends.
 *
 * @example await servePlayground(context, { lang: 'ja', query: 'avg:system.load.1{*}' })
 */
export async function servePlayground(context: Context, options: PlaygroundOptions): Promise<void> {
  const files = await readFiles()
  if (files === undefined) return reportProblems(context, [notBuilt], 'text')
  const interrupted = context.onInterrupt()
  const server = createServer((request, response) => answer(files, request, response))
  await listening(server)
  const { port } = server.address() as AddressInfo
  context.process.stdout.write(`http://127.0.0.1:${port}/${fragmentOf(options)}\n`)
  context.process.stderr.write('The playground is served until you press Ctrl-C.\n')
  await stopped(server, interrupted)
  context.process.exitCode = exitCode.done
}

const notBuilt = {
  code: 'explain/no-playground',
  severity: 'error',
  message: 'The playground is not part of this installation.',
  hint: 'Build it with `npm run build:playground`.',
} as const

function fragmentOf({ lang, query }: PlaygroundOptions): string {
  const asked = query === undefined ? '' : `q=${encodeURIComponent(query)}&`
  return `#${asked}lang=${lang}`
}

type Files = ReadonlyMap<string, Buffer>

/** Beside the bundle of the command, or below the root of the repository when it runs from source. */
const folders = ['../playground/', '../../dist/playground/']

/** Everything is read once: a request can then name nothing else. */
async function readFiles(): Promise<Files | undefined> {
  for (const path of folders) {
    const folder = fileURLToPath(new URL(path, ownUrl()))
    const names = await readdir(folder).catch((): string[] => [])
    if (!names.includes('index.html')) continue
    const files = await Promise.all(
      names.map(async name => [name, await readFile(join(folder, name))] as const),
    )
    return new Map(files)
  }
  return undefined
}

/** In the bundle `import.meta.url` is a plain path. */
function ownUrl(): string {
  const place = import.meta.url
  return place.startsWith('file:') ? place : pathToFileURL(place).href
}

function answer(files: Files, request: IncomingMessage, response: ServerResponse): void {
  const { status, type, body } = answerTo(files, request)
  response.writeHead(status, {
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: Buffer | string
}

function answerTo(files: Files, request: IncomingMessage): Answer {
  // A page elsewhere could point its own name at this machine; such a request carries that name.
  if (!isOwnHost(request)) return refusal(403, 'This server answers only to 127.0.0.1.')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Only GET is answered.')
  const path = request.url?.split(/[?#]/)[0] ?? '/'
  const name = path === '/' ? 'index.html' : path.slice(1)
  const body = files.get(name)
  if (body === undefined) return refusal(404, 'There is no such file.')
  return { status: 200, type: types[extname(name)] ?? 'application/octet-stream', body }
}

function refusal(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` }
}

function isOwnHost({ headers, socket }: IncomingMessage): boolean {
  return headers.host === `127.0.0.1:${socket.localPort}` || headers.host === `localhost:${socket.localPort}`
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
}

function stopped(server: Server, interrupted: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const stop = () => {
      server.close(() => resolve())
      server.closeAllConnections()
    }
    if (interrupted.aborted) stop()
    else interrupted.addEventListener('abort', stop, { once: true })
  })
}
