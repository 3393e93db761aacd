import type { TransportEvent } from '../account/index.js'
import { visible } from '../diagnostic/index.js'
import type { Context } from './context.js'

const reasons = { 'rate-limit': 'the rate limit', failure: 'a failed attempt' } as const

/** Writes each answered request to stderr, and each wait. Keys travel in headers, of which nothing is written. */
export function requestWriter({ process }: Context): (event: TransportEvent) => void {
  return event => {
    if (event.kind === 'sent') return
    if (event.kind === 'waiting') {
      process.stderr.write(`  … ${Math.round(event.milliseconds)} ms because of ${reasons[event.because]}\n`)
      return
    }
    const status = event.status ?? 'no answer'
    process.stderr.write(
      `${event.method} ${visible(event.path)} → ${status}, ${Math.round(event.milliseconds)} ms\n`,
    )
  }
}
