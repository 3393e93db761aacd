import type { AnyNode } from '../query/index.js'
import { chunkReady } from './chunk.js'
import { byId } from './elements.js'
import type { Reading } from './reading.js'
import { createTreeView, type TreeView } from './tree-view.js'
import type { Words } from './words/index.js'

/** What the folded cards show. */
export interface Shown {
  readonly reading: Reading
  readonly words: Words
}

/** The cards that fold: the tree and the TypeScript. A closed one costs nothing. */
export interface Folds {
  readonly show: (shown: Shown) => Generator<void>
  /** Highlights what stands at an offset of the query. */
  readonly mark: (offset: number | undefined) => void
}

export function createFolds(
  pointed: (node: AnyNode | undefined) => void,
  failed: (error: unknown) => void,
): Folds {
  const tree: TreeView = createTreeView(byId('tree-body', HTMLElement), pointed)
  const isOpen = (id: string) => byId(id, HTMLDetailsElement).open
  return {
    show: function* ({ reading, words }) {
      yield
      if (isOpen('tree')) yield* tree.show(reading.node, reading.queryText, words)
      yield
      if (isOpen('code')) showCode(reading, words).catch(failed)
    },
    mark: tree.mark,
  }
}

async function showCode(reading: Reading, words: Words): Promise<void> {
  await chunkReady('builder-view')
  const { showBuilder } = await import('./builder-view.js')
  showBuilder(byId('code-body', HTMLElement), reading, words)
}
