import type { AnyNode } from '../query/index.js'
import { chunkReady } from './chunk.js'
import { byId } from './elements.js'
import type { QueryEditor } from './query-editor.js'
import type { Reading } from './reading.js'
import { showTree } from './tree-view.js'
import type { Words } from './words.js'

/** What the folded cards show. */
interface Shown {
  readonly reading: Reading
  readonly editor: QueryEditor
  readonly words: Words
}

/** Fills the cards that are open; a closed one costs nothing. */
export function showFolds(shown: Shown, say: (text: string) => void): void {
  const { reading, editor, words } = shown
  const { node, queryText, text } = reading
  const point = (pointed: AnyNode | undefined) =>
    editor.mark(pointed !== undefined && queryText === text ? pointed.span : undefined)
  if (byId('tree', HTMLDetailsElement).open) {
    showTree(byId('tree-body', HTMLElement), node, queryText, words, point)
  }
  if (byId('code', HTMLDetailsElement).open) {
    showCode(shown).catch(error => say(words('loadFailed', String(error))))
  }
}

async function showCode({ reading, words }: Shown): Promise<void> {
  await chunkReady('builder-view')
  const { showBuilder } = await import('./builder-view.js')
  showBuilder(byId('code-body', HTMLElement), reading, words)
}
