import { chunkReady } from './chunk.js'
import type { EditorStart } from './code-editor.js'
import { byId } from './elements.js'
import { grammarOf } from './grammar-of.js'
import { editorEvents, editorWords, type Page, say } from './page.js'
import { inSlices, pause } from './slices.js'
import { subjectOf } from './subject.js'

/** Who only reads sees the drawing a moment after the explanation. */
const drawingMilliseconds = 1_000

/** Loads the drawing and the editor proper when the reader first does anything: the first load stays small that way. */
export function loadLate(page: Page): void {
  const failed = failedIn(page)
  onFirstSign(() => {
    // One after the other: a frame is too short for both.
    startEditor(page)
      .catch(failed)
      .then(() => startDrawing(page))
      .catch(failed)
  })
  setTimeout(() => startDrawing(page).catch(failed), drawingMilliseconds)
}

const failedIn = (page: Page) => (error: unknown) => say(page.words('loadFailed', String(error)))

const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'touchstart', 'wheel'] as const

/** Runs once, when the reader first moves, touches, types or goes somewhere. */
function onFirstSign(run: () => void): void {
  const started = new AbortController()
  const start = () => {
    if (started.signal.aborted) return
    started.abort()
    run()
  }
  for (const sign of signs) addEventListener(sign, start, { signal: started.signal, passive: true })
}

async function startDrawing(page: Page): Promise<void> {
  await chunkReady('drawing')
  await pause()
  const { createDrawing } = await import('./drawing.js')
  if (page.drawing !== undefined) return
  page.drawing = createDrawing(byId('drawing', HTMLElement), failedIn(page))
  await inSlices(page.drawing.show(subjectOf(page.reading), page.words, page.lang), () => true)
}

/** What the editor proper takes over: all that the reader has typed by now. */
function startOf({ editor, reading }: Page): EditorStart {
  const text = editor.text()
  return { text, selection: editor.selection(), grammar: grammarOf(text, reading.explanation) }
}

/** If it cannot be loaded, the plain editor goes on working. */
async function startEditor(page: Page): Promise<void> {
  await chunkReady('code-editor')
  await pause()
  const { codeEditor } = await import('./code-editor.js')
  await pause()
  const { words } = page
  const made = codeEditor(editorWords(page), editorEvents(page))
  await pause()
  made.fill(startOf(page))
  await pause()
  const before = page.editor
  const hadFocus = before.hasFocus()
  page.editor = made.start(byId('editor', HTMLElement), startOf(page))
  before.destroy()
  if (hadFocus) page.editor.focus()
  await pause()
  if (page.words !== words) page.editor.setWords(editorWords(page))
  page.editor.showDiagnostics(page.reading.diagnostics)
  document.documentElement.dataset.editor = 'ready'
}
