import type { Span } from '../diagnostic/index.js'
import { conflicts, type Operation, touchedSpan } from './operation.js'

/** Operations on one file that can all be made, and a quick answer to whether another one fits. */
export interface OperationIndex {
  readonly all: () => readonly Operation[]
  readonly add: (operation: Operation) => void
  /** True when the operation conflicts with one that was added. */
  readonly excludes: (operation: Operation) => boolean
}

/** Operations of one place lie in one block of the file, so only few must be compared. Characters. */
const blockLength = 1024

/** An empty index. */
export function operationIndex(): OperationIndex {
  const operations: Operation[] = []
  const blocks = new Map<number, Operation[]>()
  return {
    all: () => operations,
    add: operation => {
      operations.push(operation)
      for (const block of blocksOf(operation)) {
        const inBlock = blocks.get(block)
        if (inBlock === undefined) blocks.set(block, [operation])
        else inBlock.push(operation)
      }
    },
    excludes: operation =>
      blocksOf(operation).some(
        block => blocks.get(block)?.some(other => conflicts(operation, other)) === true,
      ),
  }
}

function blocksOf(operation: Operation): number[] {
  const { start, end } = concernedSpan(operation)
  const first = Math.floor(start / blockLength)
  return Array.from({ length: Math.floor(end / blockLength) - first + 1 }, (_, index) => first + index)
}

/** Something may be added to a list as long as the list stays. */
function concernedSpan(operation: Operation): Span {
  return operation.kind === 'insert' ? operation.list.span : touchedSpan(operation)
}
