import type { Lang } from '../explain/index.js'
import type { Drawing } from './drawing.js'
import { byId } from './elements.js'
import { createExplanationView, type ExplanationView } from './explanation-view.js'
import { showFolds } from './folds.js'
import { grammarOf } from './grammar-of.js'
import { inline } from './inline.js'
import { writeFragment } from './link.js'
import { partAt, sourceInEditor } from './pieces.js'
import { plainEditor } from './plain-editor.js'
import { showProblems } from './problems-view.js'
import type { EditorEvents, EditorWords, QueryEditor } from './query-editor.js'
import { type Reading, readText } from './reading.js'
import { subjectOf } from './subject.js'
import { type Words, wordsIn } from './words.js'

/** How long typing must rest before the explanation is written anew. The colours do not wait. */
const restMilliseconds = 120

/** What the page is at a moment. Everything it shows follows from the text of the editor and the language. */
export interface Page {
  lang: Lang
  words: Words
  reading: Reading
  editor: QueryEditor
  view: ExplanationView
  /** Absent until it is loaded. */
  drawing?: Drawing
  waiting?: ReturnType<typeof setTimeout>
}

/** The page with the plain editor, before it shows anything. The words of the language must be there. */
export function createPage(text: string, lang: Lang): Page {
  const words = wordsIn(lang)
  const page: Page = {
    lang,
    words,
    reading: readText(text, lang, words),
    editor: plainEditor(byId('editor', HTMLElement), text, {
      changed: changed => textChanged(page, changed),
      pointed: () => {},
      moved: offset => showPart(page, partUnder(page, offset), true),
      describe: () => undefined,
    }),
    view: createExplanationView(byId('explanation', HTMLElement), {
      pointed: index => showPart(page, index, false),
      chosen: index => selectPart(page, index),
    }),
  }
  return page
}

/** What happens when something happens in an editor of the page. */
export function editorEvents(page: Page): EditorEvents {
  return {
    changed: text => textChanged(page, text),
    pointed: offset => showPart(page, partUnder(page, offset), false),
    moved: offset => showPart(page, partUnder(page, offset), true),
    describe: offset => {
      const index = partUnder(page, offset)
      const part = index === undefined ? undefined : page.reading.explanation.parts[index]
      return part === undefined ? undefined : { span: part.span, nodes: inline(part.does.text) }
    },
  }
}

export function editorWords({ words, lang }: Page): EditorWords {
  return { lang, label: words('query'), describedBy: words('queryHelp'), repair: words('fix') }
}

const sayingMilliseconds = 6_000
let saying: ReturnType<typeof setTimeout> | undefined

/** Tells the reader something in passing. */
export function say(text: string): void {
  const status = byId('status', HTMLElement)
  status.textContent = text
  clearTimeout(saying)
  saying = setTimeout(() => status.replaceChildren(), sayingMilliseconds)
}

/** Reads a text and shows what it means, at once. */
export function show(page: Page, text: string): void {
  clearTimeout(page.waiting)
  page.reading = readText(text, page.lang, page.words)
  showReading(page)
  history.replaceState(null, '', writeFragment({ query: text, lang: page.lang }))
}

function textChanged(page: Page, text: string): void {
  page.editor.setGrammar(grammarOf(text, page.reading.explanation))
  clearTimeout(page.waiting)
  page.waiting = setTimeout(() => show(page, text), restMilliseconds)
}

function showReading(page: Page): void {
  const { reading, editor, view, drawing, words, lang } = page
  const { explanation, diagnostics, text } = reading
  editor.setGrammar(grammarOf(text, explanation))
  editor.showDiagnostics(diagnostics)
  showProblems(byId('problems', HTMLElement), text, diagnostics, words, {
    chosen: ({ span }) => span && page.editor.select(span),
    repaired: repaired => {
      page.editor.setText(repaired)
      page.editor.focus()
    },
  })
  view.show(explanation, sourceInEditor(explanation), words)
  drawing?.show(subjectOf(reading), words, lang)
  showFolds(page, say)
}

/** Highlights a part in the explanation and its piece in the query; `scroll` brings the part into sight. */
function showPart({ reading, editor, view }: Page, index: number | undefined, scroll: boolean): void {
  const part = index === undefined ? undefined : reading.explanation.parts[index]
  view.mark(index, scroll)
  const isInEditor = part !== undefined && part.source === sourceInEditor(reading.explanation)
  editor.mark(isInEditor ? part.span : undefined)
}

function selectPart({ reading, editor }: Page, index: number): void {
  const part = reading.explanation.parts[index]
  if (part === undefined || part.source !== sourceInEditor(reading.explanation)) return
  editor.select(part.span)
}

/** None while the explanation is of an older text. */
function partUnder({ reading, editor }: Page, offset: number | undefined): number | undefined {
  const source = sourceInEditor(reading.explanation)
  if (offset === undefined || source === undefined || reading.text !== editor.text()) return undefined
  return partAt(reading.explanation, source, offset)
}
