import { watch as watchFiles } from 'node:fs'
import { basename } from 'node:path'

/** Editors write a file in several steps; a run in between would see half of it. Milliseconds. */
const settleTime = 100

/**
 * Calls `run` once, and again after each change below the paths, until the signal is aborted. Runs never overlap: changes
 * during a run lead to one more.
 */
export async function runOnChange(
  paths: readonly string[],
  signal: AbortSignal,
  run: () => Promise<void>,
): Promise<void> {
  const change = changeSignal(signal)
  const watchers = paths.flatMap(path => openWatcher(path, change.notify))
  try {
    do {
      change.clear()
      await run()
      await change.next()
    } while (!signal.aborted)
  } finally {
    for (const watcher of watchers) watcher.close()
  }
}

/** A flag that can be waited for: raised a moment after the last change, and by the end of everything. */
function changeSignal(signal: AbortSignal) {
  let timer: NodeJS.Timeout | undefined
  let isRaised = signal.aborted
  let wake = () => {}
  const raise = () => {
    isRaised = true
    wake()
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    raise()
  })
  return {
    notify: () => {
      clearTimeout(timer)
      timer = setTimeout(raise, settleTime)
    },
    clear: () => {
      isRaised = false
    },
    next: () =>
      new Promise<void>(resolve => {
        wake = resolve
        if (isRaised || signal.aborted) resolve()
      }),
  }
}

function openWatcher(path: string, notify: () => void) {
  try {
    const watcher = watchFiles(path, { recursive: true }, (_, name) => {
      if (name === null || !isOwnFile(name)) notify()
    })
    // A watched folder that is deleted ends its watcher, not the program.
    watcher.on('error', notify)
    return [watcher]
  } catch {
    return []
  }
}

/** Files that dogma and editors write for themselves. */
function isOwnFile(name: string): boolean {
  return name.split(/[\\/]/).includes('.dogma') || /^\.|~$|\.swp$/.test(basename(name))
}
