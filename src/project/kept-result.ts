import { readFileSync, statSync } from 'node:fs'
import type { Bundle } from './bundle.js'
import { companionOf, hashOf, writeWhole } from './kept-bundle.js'

/**
 * What running a bundle gave, when it looked at nothing but its own files: the same files give the same again, so there is
 * no need to run them. Undefined where nothing was kept, or by another build of this program.
 */
export function readResult(bundle: Bundle): unknown {
  const circumstances = circumstancesNow()
  if (circumstances === undefined) return undefined
  try {
    const kept = JSON.parse(readFileSync(companionOf(bundle.path, bundle.id, 'result'), 'utf8')) as Kept
    return kept.circumstances === circumstances ? kept.result : undefined
  } catch {
    return undefined
  }
}

/** Keeps the result for the next run. A failure to write only costs time. */
export async function keepResult(bundle: Bundle, result: unknown): Promise<void> {
  const circumstances = circumstancesNow()
  if (circumstances === undefined) return
  const text = JSON.stringify({ circumstances, result } satisfies Kept)
  await writeWhole(companionOf(bundle.path, bundle.id, 'result'), text).catch(() => undefined)
}

interface Kept {
  readonly circumstances: string
  readonly result: unknown
}

/** What a result depends on besides the files: this very build, and what formats numbers and times. Undefined from source. */
function circumstancesNow(): string | undefined {
  // The build puts the path of the program here; from source it is a URL, and the program is never the same for long.
  const program: string = import.meta.url
  if (program.startsWith('file:')) return undefined
  const { size, mtimeMs } = statSync(program)
  const { TZ, LANG, LC_ALL } = process.env
  return hashOf(JSON.stringify([size, mtimeMs, process.version, TZ, LANG, LC_ALL]))
}
