import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** The compiler's own language server, which editors speak to over its standard streams. */
export interface LanguageServer {
  /** Opens a file, or changes its text. */
  open(path: string, text: string): void
  /** The names offered at a place. */
  complete(path: string, line: number, character: number): Promise<readonly string[]>
  close(): void
}

/** Starts `tsc --lsp` on a folder. https://microsoft.github.io/language-server-protocol/ */
export async function startLanguageServer(tsc: string, folder: string): Promise<LanguageServer> {
  const child = spawn(process.execPath, [tsc, '--lsp', '-stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  const versions = new Map<string, number>()
  let lastId = 0
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const ask = (method: string, params: object) => {
    lastId += 1
    const id = lastId
    send({ id, method, params })
    return new Promise<unknown>((resolve, reject) =>
      waiting.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(error.message)),
      ),
    )
  }
  readMessages(child.stdout, answer => {
    // What the server asks of the editor (settings, watched files) gets an empty answer.
    if (answer.method !== undefined && answer.id !== undefined) send({ id: answer.id, result: null })
    else if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  await ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
  })
  send({ method: 'initialized', params: {} })
  return {
    open: (path, text) => {
      const uri = pathToFileURL(path).href
      const version = (versions.get(path) ?? 0) + 1
      versions.set(path, version)
      const document = { uri, languageId: 'typescript', version, text }
      if (version === 1) send({ method: 'textDocument/didOpen', params: { textDocument: document } })
      else
        send({
          method: 'textDocument/didChange',
          params: { textDocument: { uri, version }, contentChanges: [{ text }] },
        })
    },
    complete: async (path, line, character) => {
      const textDocument = { uri: pathToFileURL(path).href }
      return labelsOf(await ask('textDocument/completion', { textDocument, position: { line, character } }))
    },
    close: () => child.kill(),
  }
}

function readMessages(stream: NodeJS.ReadableStream, onMessage: (answer: Answer) => void): void {
  let buffer = Buffer.alloc(0)
  stream.on('data', (data: Buffer) => {
    buffer = Buffer.concat([buffer, data])
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('utf8', 0, Math.max(0, end)))?.[1])
      if (end === -1 || buffer.length < end + 4 + length) return
      onMessage(JSON.parse(buffer.toString('utf8', end + 4, end + 4 + length)) as Answer)
      buffer = buffer.subarray(end + 4 + length)
    }
  })
}

function labelsOf(result: unknown): readonly string[] {
  const list = result as
    | { readonly items?: readonly { readonly label: string }[] }
    | readonly { readonly label: string }[]
    | null
  const items =
    list === null ? [] : 'items' in list ? (list.items ?? []) : (list as readonly { label: string }[])
  return items.map(({ label }) => label)
}
