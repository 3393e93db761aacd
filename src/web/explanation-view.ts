import { visible } from '../diagnostic/index.js'
import type { Explanation, Part, Sentence } from '../explain/index.js'
import { element } from './elements.js'
import { inline } from './inline.js'
import { patchChildren } from './patch.js'
import { markSources, sourceText } from './source-text.js'
import type { Words } from './words.js'

/** What the explanation tells the page. */
export interface ExplanationEvents {
  /** A part is under the pointer or has the focus; `undefined` when it lost it. */
  readonly pointed: (part: number | undefined) => void
  /** The reader asked to see the piece of a part. */
  readonly chosen: (part: number) => void
}

/** The explanation beside the query. */
export interface ExplanationView {
  readonly show: (explanation: Explanation, inEditor: string | undefined, words: Words) => void
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
  return {
    mark,
    show: (explanation, inEditor, words) => {
      mark(undefined, false)
      shown = explanation
      const { summary } = explanation
      patchChildren(parent, [
        element('p', { class: 'summary', 'data-code': summary.code }, ...inline(summary.text)),
        ...partSections(explanation, inEditor, words, events),
        ...afterParts(explanation, words),
      ])
    },
  }
}

function afterParts(explanation: Explanation, words: Words): readonly Node[] {
  const { basics, timeline, options, cautions, changes, kind } = explanation
  return [
    ...section(words(kind === 'slo' ? 'measured' : 'timeline'), list(timeline)),
    ...section(words('options'), optionList(options)),
    ...section(words('cautions'), cautionList(cautions, words)),
    ...section(words('changes'), list(changes)),
    ...section(words('basics'), list(basics)),
  ]
}

function section(heading: string, body: Node | undefined): readonly Node[] {
  return body === undefined ? [] : [element('section', {}, element('h3', {}, heading), body)]
}

function list(sentences: readonly Sentence[]): Node | undefined {
  if (sentences.length === 0) return undefined
  const items = sentences.map(({ code, text }) => element('li', { 'data-code': code }, ...inline(text)))
  return element('ul', {}, ...items)
}

function optionList(options: Explanation['options']): Node | undefined {
  if (options.length === 0) return undefined
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

function cautionList(cautions: Explanation['cautions'], words: Words): Node | undefined {
  if (cautions.length === 0) return undefined
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

function partSections(
  explanation: Explanation,
  inEditor: string | undefined,
  words: Words,
  events: ExplanationEvents,
): readonly Node[] {
  return explanation.sources.flatMap(source => {
    const rows = explanation.parts.flatMap((part, index) =>
      part.source === source.id ? [partRow(part, index, words, events)] : [],
    )
    if (rows.length === 0) return []
    const text = source.id === inEditor ? [] : [sourceText(source)]
    return section(source.label.text, element('div', {}, ...text, partTable(rows, words)))
  })
}

function partTable(rows: readonly HTMLElement[], words: Words): Node {
  const heading = (text: string) => element('th', { scope: 'col' }, text)
  const head = element('thead', {}, element('tr', {}, heading(words('piece')), heading(words('meaning'))))
  const columns = element('colgroup', {}, element('col', { class: 'piece-column' }), element('col'))
  return element('table', { class: 'parts' }, columns, head, element('tbody', {}, ...rows))
}

function partRow(part: Part, index: number, words: Words, events: ExplanationEvents): HTMLElement {
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
  const row = element(
    'tr',
    { class: 'part', 'data-part': index, 'data-depth': Math.min(part.depth, 4), 'data-code': part.does.code },
    element('th', { scope: 'row' }, piece),
    element('td', {}, ...inline(part.does.text), ...why),
  )
  piece.addEventListener('focus', () => events.pointed(index))
  piece.addEventListener('blur', () => events.pointed(undefined))
  piece.addEventListener('click', () => events.chosen(index))
  row.addEventListener('pointerenter', () => events.pointed(index))
  row.addEventListener('pointerleave', () => events.pointed(undefined))
  return row
}
