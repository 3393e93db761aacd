import { createHash } from 'node:crypto'

/**
 * Ids are a hash of a kind and a counter kept in the store: they look like Datadog's, never repeat, and are the same
 * whenever the same calls are made in the same order.
 */
function digest(kind: string, count: number): Buffer {
  return createHash('sha256').update(`${kind}:${count}`).digest()
}

/** Monitor ids have 8–9 digits and increase. */
export function monitorId(count: number): number {
  return 100_000_000 + count * 16 + (digest('monitor', count)[0]! & 15)
}

/** v1 downtime ids are 10 digits. */
export function downtimeId(count: number): number {
  return 6_000_000_000 + count * 16 + (digest('downtime', count)[0]! & 15)
}

export function dashboardListId(count: number): number {
  return 600_000 + count
}

/** SLO ids are 32 lower-case hexadecimal digits. */
export function sloId(count: number): string {
  return digest('slo', count).toString('hex').slice(0, 32)
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Dashboard ids are `xxx-xxx-xxx` of letters and digits. */
export function dashboardId(count: number): string {
  const letters = [...digest('dashboard', count)].slice(0, 9).map(byte => LETTERS[byte % LETTERS.length]!)
  return [0, 3, 6].map(start => letters.slice(start, start + 3).join('')).join('-')
}

/** Widget ids are integers up to about 9e15, still exact in a JavaScript number. */
export function widgetId(count: number): number {
  return Number(digest('widget', count).readBigUInt64BE() % 9_000_000_000_000_000n) + 1
}

/** A UUID for the kinds that have one (downtimes, corrections, rules, policies, templates). */
export function uuid(kind: string, count: number): string {
  const hex = digest(kind, count).toString('hex')
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3]!
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return UUID.test(text)
}
