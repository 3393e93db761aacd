import type { Lang } from '../explain/index.js'

/** What the built page's loader offers: the parts of the program that are fetched when they are needed. */
interface Chunks {
  readonly load: (name: string) => Promise<void>
}

declare global {
  var dogmaChunks: Chunks | undefined
}

/** The parts of the program that are files of their own. */
export type Part =
  | 'code-editor'
  | 'definition-reading'
  | 'drawing'
  | 'builder-view'
  | 'tree-view'
  | 'examples'
  | 'reasons'
  | `words-${Lang}`
  | `definition-words-${Lang}`
  | 'problem-words-ja'
  | 'second-reading'

/** Waits until the file of a part is there. Without the built page's loader, `import()` fetches it by itself. */
export function chunkReady(name: Part): Promise<void> {
  return globalThis.dogmaChunks?.load(name) ?? Promise.resolve()
}
