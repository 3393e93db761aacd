import type { Diagnostic } from '../diagnostic/index.js'

/**
 * What parsing gives. `ok` means that a tree could be made without any error; warnings may still be there.
 * Without `ok`, `node` is the tree as far as it could be read (for explanations of broken queries), if any.
 */
export type ParseResult<Node> =
  | { readonly ok: true; readonly node: Node; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly node?: Node; readonly diagnostics: readonly Diagnostic[] }
