import { visible } from '../diagnostic/index.js'
import type { Explanation, Part, Sentence } from '../explain/index.js'
import { type Block, place } from './blocks.js'
import { element } from './elements.js'
import { inline } from './inline.js'
import { markSources, sourceText } from './source-text.js'
import type { Words } from './words/index.js'

/** What the explanation tells the page. */
export interface ExplanationEvents {
  /** A part is under the pointer or has the focus; `undefined` when it lost it. */
  readonly pointed: (part: number | undefined) => void
  /** The reader asked to see the piece of a part. */
  readonly chosen: (part: number) => void
}

/** The explanation beside the query. */
export interface ExplanationView {
  /** In steps: a long query has hundreds of parts. What has not changed stays. */
  readonly show: (explanation: Explanation, inEditor: string | undefined, words: Words) => Generator<void>
  /** Highlights the row of a part, and scrolls to it when asked. */
  readonly mark: (part: number | undefined, scroll: boolean) => void
}

export function createExplanationView(parent: HTMLElement, events: ExplanationEvents): ExplanationView {
  let shown: Explanation | undefined
  let markedPart: number | undefined
  const rowOf = (index: number | undefined) =>
    index === undefined ? null : parent.querySelector<HTMLElement>(`[data-part="${index}"]`)
  const mark = (index: number | undefined, scroll: boolean) => {
    if (index === markedPart) return
    rowOf(markedPart)?.classList.remove('marked')
    markedPart = index
    const part = index === undefined ? undefined : shown?.parts[index]
    if (shown !== undefined) markSources(parent, shown.sources, part)
    const row = rowOf(index)
    row?.classList.add('marked')
    if (scroll) row?.scrollIntoView({ block: 'nearest' })
  }
  listen(parent, events)
  return {
    mark,
    show: function* (explanation, inEditor, words) {
      mark(undefined, false)
      shown = explanation
      yield* place(parent, [
        summaryBlock(explanation),
        ...partBlocks(explanation, inEditor, words),
        ...blocksAfterParts(explanation, words),
      ])
    },
  }
}

/** A row is the part that it names; its button is the way to it without a pointer. */
function listen(parent: HTMLElement, { pointed, chosen }: ExplanationEvents): void {
  const partOf = (target: EventTarget | null, within: string) => {
    const found = target instanceof Element ? target.closest(within) : null
    const part = found?.closest<HTMLElement>('.part')?.dataset.part
    return part === undefined ? undefined : Number(part)
  }
  let waiting: ReturnType<typeof setTimeout> | undefined
  // Rows that are written anew under a resting pointer tell of it, too: in the middle of a frame, which must not wait.
  const point = (part: number | undefined) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => pointed(part))
  }
  parent.addEventListener('pointerover', ({ target }) => point(partOf(target, '.part')))
  parent.addEventListener('pointerleave', () => point(undefined))
  parent.addEventListener('focusin', ({ target }) => point(partOf(target, '.piece-button')))
  parent.addEventListener('focusout', () => point(undefined))
  parent.addEventListener('click', ({ target }) => {
    const part = partOf(target, '.piece-button')
    if (part !== undefined) chosen(part)
  })
}

function summaryBlock({ summary: { code, text } }: Explanation): Block {
  const make = () => element('p', { class: 'summary', 'data-code': code }, ...inline(text))
  return { key: JSON.stringify([code, text]), make }
}

function blocksAfterParts(explanation: Explanation, words: Words): readonly Block[] {
  const { basics, timeline, options, cautions, changes, kind } = explanation
  return [
    ...sectionOf(words(kind === 'slo' ? 'measured' : 'timeline'), timeline, list),
    ...sectionOf(words('options'), options, optionList),
    ...sectionOf(words('cautions'), cautions, given => cautionList(given, words)),
    ...sectionOf(words('changes'), changes, list),
    ...sectionOf(words('basics'), basics, list),
  ]
}

function sectionOf<Item>(
  heading: string,
  items: readonly Item[],
  bodyOf: (items: readonly Item[]) => Node,
): readonly Block[] {
  if (items.length === 0) return []
  const make = () => element('section', {}, element('h3', {}, heading), bodyOf(items))
  return [{ key: JSON.stringify([heading, items]), make }]
}

function list(sentences: readonly Sentence[]): Node {
  const items = sentences.map(({ code, text }) => element('li', { 'data-code': code }, ...inline(text)))
  return element('ul', {}, ...items)
}

function optionList(options: Explanation['options']): Node {
  const rows = options.map(({ name, setting, means }) =>
    element(
      'div',
      {},
      element('dt', {}, element('code', {}, visible(`${name}: ${setting}`))),
      element('dd', {}, ...inline(means.text)),
    ),
  )
  return element('dl', {}, ...rows)
}

function cautionList(cautions: Explanation['cautions'], words: Words): Node {
  const items = cautions.map(({ code, severity, says }) =>
    element(
      'li',
      { class: `caution ${severity}` },
      element('span', { class: 'badge' }, words(severity)),
      element('span', {}, ...inline(says.text), ' ', element('code', { class: 'rule' }, code)),
    ),
  )
  return element('ul', { class: 'plain' }, ...items)
}

function partBlocks(
  { sources, parts }: Explanation,
  inEditor: string | undefined,
  words: Words,
): readonly Block[] {
  return sources.flatMap((source): Block[] => {
    const blocks = parts.flatMap((part, index) =>
      part.source === source.id ? [rowBlock(part, index, words)] : [],
    )
    if (blocks.length === 0) return []
    const text = source.id === inEditor ? [] : [source]
    const heading = source.label.text
    const make = () => {
      const body = element('div', {}, ...text.map(sourceText), partTable(words))
      return element('section', {}, element('h3', {}, heading), body)
    }
    const key = JSON.stringify([heading, source.id, text.map(one => one.text)])
    return [{ key, make, inside: { at: 'tbody', blocks } }]
  })
}

function partTable(words: Words): Node {
  const heading = (text: string) => element('th', { scope: 'col', role: 'columnheader' }, text)
  const titles = element('tr', { role: 'row' }, heading(words('piece')), heading(words('meaning')))
  const head = element('thead', { role: 'rowgroup' }, titles)
  // Laid out as a grid; that it is a table must then be said.
  return element('table', { class: 'parts', role: 'table' }, head, element('tbody', { role: 'rowgroup' }))
}

function rowBlock(part: Part, index: number, words: Words): Block {
  const { text, absent, depth, does, why } = part
  return {
    key: JSON.stringify([index, text, absent, depth, does.text, why?.text, words('showPiece')]),
    make: () => partRow(part, index, words),
  }
}

function partRow(part: Part, index: number, words: Words): HTMLElement {
  const piece = element(
    'button',
    {
      type: 'button',
      class: part.absent ? 'piece-button absent' : 'piece-button',
      title: words('showPiece'),
    },
    part.absent ? words('notWritten') : element('code', {}, visible(part.text)),
  )
  const why = part.why === undefined ? [] : [element('span', { class: 'why' }, ...inline(part.why.text))]
  return element(
    'tr',
    {
      class: 'part',
      role: 'row',
      'data-part': index,
      'data-depth': Math.min(part.depth, 4),
      'data-code': part.does.code,
    },
    element('th', { scope: 'row', role: 'rowheader' }, piece),
    element('td', { role: 'cell' }, ...inline(part.does.text), ...why),
  )
}
