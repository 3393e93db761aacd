import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What stands before an account and answers some paths itself: with the text that is given, or with a status. */
export type Overlay = Readonly<Record<string, (text: string, from: number) => string | number>>

/** An overlay that refuses paths with a status. */
export function refusing(statuses: Readonly<Record<string, number>>): Overlay {
  return Object.fromEntries(Object.entries(statuses).map(([path, status]) => [path, () => status]))
}

const keyHeaders = { 'DD-API-KEY': 'a', 'DD-APPLICATION-KEY': 'b' }

/** The sandbox evaluates nothing and receives no points, so the answers about that are changed on their way. */
export async function overlaid(
  url: string,
  overlay: Overlay,
  onRequest: (path: string) => void = () => {},
): Promise<string> {
  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams } = new URL(`${url}${request.url}`)
    onRequest(path)
    const answer = await fetch(`${url}${request.url}`, { headers: keyHeaders })
    const changed =
      overlay[path]?.(await answer.clone().text(), Number(searchParams.get('from'))) ?? (await answer.text())
    response.statusCode = typeof changed === 'number' ? changed : answer.status
    response.setHeader('Content-Type', 'application/json')
    response.end(typeof changed === 'number' ? '{"errors":["Not here"]}' : changed)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
