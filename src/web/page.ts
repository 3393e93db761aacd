import type { Lang } from '../explain/index.js'
import type { AnyNode } from '../query/index.js'
import type { Drawing } from './drawing.js'
import { byId } from './elements.js'
import { createExplanationView, type ExplanationView } from './explanation-view.js'
import { createFolds, type Folds } from './folds.js'
import { grammarOf } from './grammar-of.js'
import { inline } from './inline.js'
import { writeFragment } from './link.js'
import { partAt, sourceInEditor } from './pieces.js'
import { plainEditor } from './plain-editor.js'
import { showProblems } from './problems-view.js'
import type { EditorEvents, EditorWords, QueryEditor } from './query-editor.js'
import { read } from './read.js'
import { type Reading, readText } from './reading.js'
import { inSlices, pause } from './slices.js'
import { subjectOf } from './subject.js'
import { type Words, wordsIn } from './words/index.js'

/** How long typing must rest before the explanation is written anew. The colours do not wait. */
const restMilliseconds = 120

/** What the page is at a moment. Everything it shows follows from the text of the editor and the language. */
export interface Page {
  lang: Lang
  words: Words
  reading: Reading
  editor: QueryEditor
  view: ExplanationView
  folds: Folds
  /** Absent until it is loaded. */
  drawing?: Drawing
  waiting?: ReturnType<typeof setTimeout>
  /** Counts what was shown: an older text that is still being shown gives way. */
  turn: number
}

/** The page with the plain editor, before it shows anything. The words of the language must be there. */
export function createPage(text: string, lang: Lang): Page {
  const words = wordsIn(lang)
  const page: Page = {
    lang,
    words,
    reading: readText('', lang),
    turn: 0,
    editor: plainEditor(byId('editor', HTMLElement), text, {
      changed: changed => textChanged(page, changed),
      pointed: () => {},
      moved: offset => showPlace(page, offset, true),
      describe: () => undefined,
    }),
    view: createExplanationView(byId('explanation', HTMLElement), {
      pointed: index => showPart(page, index, false),
      chosen: index => selectPart(page, index),
    }),
    folds: createFolds(
      node => showNode(page, node),
      error => say(page.words('loadFailed', String(error))),
    ),
  }
  return page
}

/** What happens when something happens in an editor of the page. */
export function editorEvents(page: Page): EditorEvents {
  return {
    changed: text => textChanged(page, text),
    pointed: offset => showPlace(page, offset, false),
    moved: offset => showPlace(page, offset, true),
    describe: offset => {
      const index = partUnder(page, offset)
      const part = index === undefined ? undefined : page.reading.explanation.parts[index]
      return part === undefined ? undefined : { span: part.span, nodes: inline(part.does.text) }
    },
  }
}

export function editorWords({ words, lang }: Page): EditorWords {
  const phrases = {
    Completions: words('completions'),
    Diagnostics: words('problems'),
    'No diagnostics': words('noProblems'),
    close: words('close'),
    'Selection deleted': words('selectionDeleted'),
    'Control character': words('controlCharacter'),
  }
  return { lang, label: words('query'), describedBy: words('queryHelp'), repair: words('fix'), phrases }
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

/** Reads a text and shows what it means; a text that comes later goes before. */
export function show(page: Page, text: string): void {
  clearTimeout(page.waiting)
  page.turn += 1
  const { turn } = page
  readAndShow(page, text, () => page.turn === turn).catch((error: unknown) =>
    say(page.words('loadFailed', String(error))),
  )
}

async function readAndShow(page: Page, text: string, isWanted: () => boolean): Promise<void> {
  const reading = await read(text, page.lang, page.words)
  await pause()
  if (!isWanted()) return
  page.reading = reading
  await inSlices(showing(page), isWanted)
}

/** Puts the text and the language into the address: a link to what is shown. */
export function writeAddress(page: Page, text: string): void {
  history.replaceState(null, '', writeFragment({ query: text, lang: page.lang }))
}

function textChanged(page: Page, text: string): void {
  page.editor.setGrammar(grammarOf(text, page.reading.explanation))
  clearTimeout(page.waiting)
  page.waiting = setTimeout(() => show(page, text), restMilliseconds)
}

/** Everything that follows from what was read, in steps between which the page may rest. */
function* showing(page: Page): Generator<void> {
  const { reading, view, words, lang } = page
  const { explanation, diagnostics, text } = reading
  yield
  page.editor.setGrammar(grammarOf(text, explanation))
  page.editor.showDiagnostics(diagnostics)
  showProblems(byId('problems', HTMLElement), text, diagnostics, words, {
    chosen: ({ span }) => span && page.editor.select(span),
    repaired: repaired => {
      page.editor.setText(repaired)
      page.editor.focus()
    },
  })
  yield* view.show(explanation, sourceInEditor(explanation), words)
  yield
  if (page.drawing !== undefined) yield* page.drawing.show(subjectOf(reading), words, lang)
  yield* page.folds.show(page)
  yield
  writeAddress(page, text)
}

/** Highlights a part in the explanation and its piece in the query; `scroll` brings the part into sight. */
function showPart({ reading, editor, view }: Page, index: number | undefined, scroll: boolean): void {
  const part = index === undefined ? undefined : reading.explanation.parts[index]
  view.mark(index, scroll)
  const isInEditor = part !== undefined && part.source === sourceInEditor(reading.explanation)
  editor.mark(isInEditor ? part.span : undefined)
}

/** The reader is at an offset of the editor's text: what says something about it is highlighted. */
function showPlace(page: Page, offset: number | undefined, scroll: boolean): void {
  showPart(page, partUnder(page, offset), scroll)
  const { reading, editor, folds } = page
  const isQuery = reading.queryText === reading.text && reading.text === editor.text()
  folds.mark(isQuery ? offset : undefined)
}

/** The reader is at a line of the tree: its piece is highlighted. */
function showNode({ reading, editor }: Page, node: AnyNode | undefined): void {
  editor.mark(node !== undefined && reading.queryText === reading.text ? node.span : undefined)
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
