import { type AnyNode, childrenOf } from '../query/index.js'

/** A line of the outline. */
export interface TreeRow {
  readonly node: AnyNode
  /** Which child of which child it is: `0.2.1`. Says what is folded while the text around it changes. */
  readonly path: string
  /** 1 for the root, as `aria-level` counts. */
  readonly level: number
  /** Absent for a leaf. */
  readonly open?: boolean
}

/** Deeper parts of the tree are folded at first. */
const openLevels = 3

/** More nodes than anybody unfolds; a megabyte of query must not freeze the page. */
const mostRows = 2_000

/** The lines that are in sight: a folded node hides those below it. `turned` are the nodes the reader folded or unfolded. */
export function treeRows(root: AnyNode, turned: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = []
  const add = (node: AnyNode, path: string, level: number): void => {
    if (rows.length >= mostRows) return
    const children = childrenOf(node)
    if (children.length === 0) {
      rows.push({ node, path, level })
      return
    }
    const open = level <= openLevels !== turned.has(path)
    rows.push({ node, path, level, open })
    if (open) for (const [index, child] of children.entries()) add(child, `${path}.${index}`, level + 1)
  }
  add(root, '0', 1)
  return rows
}

/** The innermost line in sight whose piece holds an offset. */
export function rowAt(rows: readonly TreeRow[], offset: number): TreeRow | undefined {
  return rows.findLast(({ node: { span } }) => span.start <= offset && offset < span.end)
}

/** The line above that holds this one. */
export function rowAbove(rows: readonly TreeRow[], row: TreeRow): TreeRow | undefined {
  const above = row.path.slice(0, row.path.lastIndexOf('.'))
  return rows.find(({ path }) => path === above)
}
