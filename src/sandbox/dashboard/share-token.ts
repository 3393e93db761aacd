import { createHash } from 'node:crypto'

/** What every token of one organisation begins with, as recorded: 16 letters and digits. */
const ORGANISATION_PART = 'sandboxsandbox00'

/**
 * The token of a shared dashboard: the organisation's part, a dash and 32 hexadecimal digits, the same for the same kind
 * and number.
 *
 * @example
 * shareToken('public_dashboard', 1).length // 49
 */
export function shareToken(kind: string, count: number): string {
  const own = createHash('sha256').update(`share:${kind}:${count}`).digest('hex').slice(0, 32)
  return `${ORGANISATION_PART}-${own}`
}
