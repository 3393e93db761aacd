// Finding and editing what an author wrote. Works on texts only: who reads and writes the files decides when.
export { editsOf } from './list-edits.js'
export type { ListPlace, Operation } from './operation.js'
export { type OperationIndex, operationIndex } from './operation-index.js'
export { operationsOf, type Placed } from './operations.js'
export { placeOf, type Subject } from './place-of.js'
export { readSource, type SourceTree } from './source-tree.js'
