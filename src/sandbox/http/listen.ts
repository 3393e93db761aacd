import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { handle, type Service } from './handler.js'

export interface Listening {
  readonly port: number
  readonly url: string
  /** Takes no new requests, lets the running ones end, and closes every connection. */
  stop(): Promise<void>
}

/** How long `stop` waits for running requests before it cuts them off. */
const GRACE_MILLISECONDS = 2000

/** Listens on 127.0.0.1 only. Rejects with the system's error, for example when the port is taken. */
export async function listen(port: number, service: Service): Promise<Listening> {
  const server = createServer((request, response) => {
    handle(service, request, response).catch(() => response.destroy())
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address() as AddressInfo
  return { port: address.port, url: `http://127.0.0.1:${address.port}`, stop: () => stop(server) }
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS)
  await closed
  clearTimeout(timer)
}
