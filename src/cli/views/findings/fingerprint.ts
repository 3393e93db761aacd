import { createHash } from 'node:crypto'
import { type Finding, pathText } from '../../../lint/index.js'

/**
 * A fingerprint for each finding, from its rule, resource, place in the definition and message. Numbers do not count, so it
 * outlives a moved line, a new widget in front and another value; equal ones are told apart by their order.
 *
 * @example
 * fingerprintsOf(findings) // ['4be0…', '4be0….2', '91c3…']
 */
export function fingerprintsOf(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>()
  return findings.map(finding => {
    const own = fingerprintOf(finding)
    const count = (counts.get(own) ?? 0) + 1
    counts.set(own, count)
    return count === 1 ? own : `${own}.${count}`
  })
}

function fingerprintOf({ rule, resource, path, message }: Finding): string {
  const place = path === undefined ? '' : pathText(path)
  const parts = [rule, resource, withoutNumbers(place), withoutNumbers(message)]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}

function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+(?:\.\d+)?/g, '#')
}
