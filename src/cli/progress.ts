import type { SingleBar as Bar } from 'cli-progress'
import type { Context } from './context.js'

/** How far long work is. On anything but a terminal it says nothing. */
export interface Progress {
  /** So many are done, of so many where the total is known. */
  readonly update: (done: number, total?: number) => void
  readonly stop: () => void
}

const silent: Progress = { update: () => undefined, stop: () => undefined }

/** Draws a bar on stderr. */
export async function startProgress(context: Context, what: string): Promise<Progress> {
  if (!context.showsProgress) return silent
  const { SingleBar, Presets } = await import('cli-progress')
  const bar: Bar = new SingleBar(
    { format: `${what} {bar} {value}/{total}`, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  )
  bar.start(0, 0)
  return {
    update: (done, total) => {
      bar.setTotal(Math.max(total ?? done, done))
      bar.update(done)
    },
    stop: () => bar.stop(),
  }
}
