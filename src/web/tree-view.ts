import { visible } from '../diagnostic/index.js'
import type { AnyNode } from '../query/index.js'
import { type Block, place } from './blocks.js'
import { element, setAttributes } from './elements.js'
import { rowAbove, rowAt, type TreeRow, treeRows } from './tree-rows.js'
import type { Words } from './words/index.js'

/** The tree of a query as an outline that folds: the kind of each node and the text it stands for. */
export interface TreeView {
  readonly show: (node: AnyNode | undefined, text: string, words: Words) => Generator<void>
  /** Highlights the line of the piece at an offset. */
  readonly mark: (offset: number | undefined) => void
}

/** One stop of the Tab key; inside it the arrow keys go, as everywhere in trees. */
export function createTreeView(parent: HTMLElement, pointed: (node: AnyNode | undefined) => void): TreeView {
  const list = element('ul', { class: 'tree', role: 'tree' })
  const turned = new Set<string>()
  let shown: { readonly root: AnyNode; readonly text: string } | undefined
  let rows: readonly TreeRow[] = []
  let current = '0'

  const itemOf = (row: TreeRow | undefined) =>
    row && list.querySelector<HTMLElement>(`[data-path="${row.path}"]`)
  const rowOf = (target: EventTarget | null) => {
    const path = target instanceof Element ? target.closest<HTMLElement>('.node')?.dataset.path : undefined
    return rows.find(row => row.path === path)
  }
  const settle = () => {
    if (!rows.some(({ path }) => path === current)) current = '0'
    for (const row of rows) itemOf(row)?.setAttribute('tabindex', row.path === current ? '0' : '-1')
  }
  const go = (row: TreeRow | undefined) => {
    if (row === undefined) return
    current = row.path
    settle()
    itemOf(row)?.focus()
  }
  function* draw(): Generator<void> {
    if (shown === undefined) return
    const { root, text } = shown
    rows = treeRows(root, turned)
    yield* place(
      list,
      rows.map(row => rowBlock(row, text)),
    )
    settle()
  }
  const turn = ({ path }: TreeRow) => {
    if (!turned.delete(path)) turned.add(path)
    for (const _ of draw());
    go(rows.find(row => row.path === path))
  }

  list.addEventListener('pointerover', ({ target }) => pointed(rowOf(target)?.node))
  list.addEventListener('pointerleave', () => pointed(undefined))
  list.addEventListener('focusin', ({ target }) => pointed(rowOf(target)?.node))
  list.addEventListener('focusout', () => pointed(undefined))
  list.addEventListener('click', ({ target }) => {
    const row = rowOf(target)
    if (row?.open === undefined) go(row)
    else turn(row)
  })
  list.addEventListener('keydown', event => {
    const row = rowOf(event.target)
    const done = row !== undefined && pressedIn(rows, row, event.key, go, turn)
    if (done) event.preventDefault()
  })
  return {
    show: function* (root, text, words) {
      if (root === undefined) {
        shown = undefined
        parent.replaceChildren(element('p', { class: 'note' }, words('treeNone')))
        return
      }
      shown = { root, text }
      setAttributes(list, { 'aria-label': words('tree') })
      if (list.parentElement !== parent || parent.dataset.words !== words('treeHelp')) {
        parent.dataset.words = words('treeHelp')
        parent.replaceChildren(element('p', { class: 'help' }, words('treeHelp')), list)
      }
      yield* draw()
    },
    mark: offset => {
      for (const each of list.querySelectorAll('.marked')) each.classList.remove('marked')
      if (offset !== undefined) itemOf(rowAt(rows, offset))?.classList.add('marked')
    },
  }
}

/** Carries out a key; false for one that means nothing here. */
function pressedIn(
  rows: readonly TreeRow[],
  row: TreeRow,
  key: string,
  go: (row: TreeRow | undefined) => void,
  turn: (row: TreeRow) => void,
): boolean {
  const at = rows.indexOf(row)
  const goals: Readonly<Record<string, TreeRow | undefined>> = {
    ArrowDown: rows[at + 1],
    ArrowUp: rows[at - 1],
    Home: rows[0],
    End: rows.at(-1),
  }
  if (key in goals) go(goals[key])
  else if ((key === 'Enter' || key === ' ') && row.open !== undefined) turn(row)
  else if (key === 'ArrowRight') row.open === false ? turn(row) : go(rows[at + 1])
  else if (key === 'ArrowLeft') row.open === true ? turn(row) : go(rowAbove(rows, row))
  else return false
  return true
}

function rowBlock({ node: { kind, span }, path, level, open }: TreeRow, text: string): Block {
  const written = text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const excerpt = visible(written.length > 60 ? `${written.slice(0, 59)}…` : written)
  const make = () => {
    const item = element(
      'li',
      {
        class: 'node',
        role: 'treeitem',
        'data-path': path,
        'aria-level': level,
        'aria-expanded': open === undefined ? undefined : String(open),
        tabindex: -1,
      },
      element('span', { class: 'kind', lang: 'en' }, kind),
      element('code', { translate: 'no' }, excerpt),
    )
    item.style.setProperty('--level', String(Math.min(level, deepest)))
    return item
  }
  return { key: JSON.stringify([path, open, kind, excerpt]), make }
}

/** Further in there would be no room for words on a phone. */
const deepest = 12
