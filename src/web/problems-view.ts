import { applyEdits, type Diagnostic } from '../diagnostic/index.js'
import { element } from './elements.js'
import { inline } from './inline.js'
import type { Words } from './words/index.js'

/** What the problems may ask of the editor. */
export interface ProblemEvents {
  readonly chosen: (diagnostic: Diagnostic) => void
  readonly repaired: (text: string) => void
}

/** More would hide the explanation; the editor marks all of them. */
const mostShown = 6

/** The list of what is wrong, each with a way to its place and, where there is one, its repair. */
export function showProblems(
  parent: HTMLElement,
  text: string,
  diagnostics: readonly Diagnostic[],
  words: Words,
  events: ProblemEvents,
): void {
  const items = diagnostics.slice(0, mostShown).map(each => problem(each, text, words, events))
  parent.replaceChildren(...(items.length === 0 ? [] : [element('ul', { class: 'problems' }, ...items)]))
}

function problem(diagnostic: Diagnostic, text: string, words: Words, events: ProblemEvents): HTMLElement {
  const { severity, message, hint, span, repair = [] } = diagnostic
  const says = element('span', { class: 'problem-text' }, ...inline(message))
  if (hint !== undefined) says.append(' ', ...inline(hint))
  const badge = element(span === undefined ? 'span' : 'button', {
    class: 'badge',
    ...(span === undefined ? {} : { type: 'button', title: words('showPiece') }),
  })
  badge.textContent = words(severity)
  if (span !== undefined) badge.addEventListener('click', () => events.chosen(diagnostic))
  const item = element('li', { class: `problem ${severity}`, 'data-code': diagnostic.code }, badge, says)
  if (repair.length > 0) item.append(repairButton(applyEdits(text, repair), words, events))
  return item
}

function repairButton(repaired: string, words: Words, events: ProblemEvents): HTMLElement {
  const button = element(
    'button',
    { type: 'button', class: 'repair', title: repaired, 'aria-label': words('fixAs', repaired) },
    words('fix'),
  )
  button.addEventListener('click', () => events.repaired(repaired))
  return button
}
