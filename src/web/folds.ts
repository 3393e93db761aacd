import type { AnyNode } from '../query/index.js'
import { chunkReady } from './chunk.js'
import { byId } from './elements.js'
import type { Reading } from './reading.js'
import { inSlices } from './slices.js'
import type { TreeView } from './tree-view.js'
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
  let tree: TreeView | undefined
  let latest: Shown | undefined
  let marked: number | undefined
  const isOpen = (id: string) => byId(id, HTMLDetailsElement).open
  function* showTree({ reading, words }: Shown): Generator<void> {
    if (tree === undefined) startTree().catch(failed)
    else yield* tree.show(reading.node, reading.queryText, words)
  }
  const startTree = async () => {
    await chunkReady('tree-view')
    const { createTreeView } = await import('./tree-view.js')
    if (tree !== undefined || latest === undefined) return
    tree = createTreeView(byId('tree-body', HTMLElement), pointed)
    await inSlices(showTree(latest), () => true)
    tree.mark(marked)
  }
  return {
    show: function* (shown) {
      latest = shown
      yield
      if (isOpen('tree')) yield* showTree(shown)
      yield
      if (isOpen('code')) showCode(shown).catch(failed)
    },
    mark: offset => {
      marked = offset
      tree?.mark(offset)
    },
  }
}

async function showCode({ reading, words }: Shown): Promise<void> {
  await chunkReady('builder-view')
  const { showBuilder } = await import('./builder-view.js')
  showBuilder(byId('code-body', HTMLElement), reading, words)
}
