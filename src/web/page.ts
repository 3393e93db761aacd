import type { Diagnostic } from '../diagnostic/index.js'
import type { Lang } from '../explain/index.js'
import type { AnyNode, MonitorQuery } from '../query/index.js'
import { chunkReady } from './chunk.js'
import { copyText } from './copy.js'
import type { Drawing, Subject } from './drawing.js'
import { byId, element } from './elements.js'
import { examples } from './examples.js'
import { createExplanationView } from './explanation-view.js'
import { inline } from './inline.js'
import { firstLanguage, translatePage } from './language.js'
import { readFragment, writeFragment } from './link.js'
import { loadWords } from './load-words.js'
import { partAt, sourceInEditor } from './pieces.js'
import { plainEditor } from './plain-editor.js'
import { showProblems } from './problems-view.js'
import type { EditorEvents, EditorWords, QueryEditor } from './query-editor.js'
import { looksLikeJson, type Reading, readText } from './reading.js'
import { applyTheme, rememberedTheme } from './theme.js'
import type { Grammar } from './tokens.js'
import { showTree } from './tree-view.js'
import { isWordKey, type WordKey, type Words, wordsIn } from './words.js'

/** How long typing must rest before the explanation is written anew. The colours do not wait. */
const restMilliseconds = 120

const drawingMilliseconds = 1_000

/** Wires the page together; everything it shows follows from the text of the editor and the language. */
export async function startPage(): Promise<void> {
  const linked = readFragment(location.hash)
  let lang: Lang = firstLanguage(linked.lang, navigator.languages)
  let words: Words = wordsIn(lang)
  let reading: Reading
  let editor: QueryEditor
  let timer: ReturnType<typeof setTimeout> | undefined

  const status = byId('status', HTMLElement)
  const say = (text: string) => {
    status.textContent = text
  }
  const tree = byId('tree', HTMLDetailsElement)
  const code = byId('code', HTMLDetailsElement)
  let drawing: Drawing | undefined

  const view = createExplanationView(byId('explanation', HTMLElement), {
    pointed: index => showPart(index, false),
    chosen: index => {
      const part = reading.explanation.parts[index]
      if (part !== undefined && part.source === sourceInEditor(reading.explanation)) editor.select(part.span)
    },
  })

  const showPart = (index: number | undefined, scroll: boolean) => {
    const part = index === undefined ? undefined : reading.explanation.parts[index]
    view.mark(index, scroll)
    editor.mark(
      part !== undefined && part.source === sourceInEditor(reading.explanation) ? part.span : undefined,
    )
  }

  const partUnder = (offset: number | undefined) => {
    const source = sourceInEditor(reading.explanation)
    if (offset === undefined || source === undefined || reading.text !== editor.text()) return undefined
    return partAt(reading.explanation, source, offset)
  }

  const events: EditorEvents = {
    changed: text => {
      const grammar = grammarOf(text, reading)
      editor.setGrammar(grammar)
      clearTimeout(timer)
      timer = setTimeout(() => read(text), restMilliseconds)
    },
    pointed: offset => showPart(partUnder(offset), false),
    moved: offset => showPart(partUnder(offset), true),
    describe: offset => {
      const index = partUnder(offset)
      const part = index === undefined ? undefined : reading.explanation.parts[index]
      return part === undefined ? undefined : { span: part.span, nodes: inline(part.does.text) }
    },
  }

  const read = (text: string) => {
    reading = readText(text, lang, words)
    showReading()
    history.replaceState(null, '', writeFragment({ query: text, lang }))
  }

  const showReading = () => {
    const { explanation, diagnostics, text } = reading
    editor.setGrammar(grammarOf(text, reading))
    editor.showDiagnostics(diagnostics)
    showProblems(byId('problems', HTMLElement), text, diagnostics, words, {
      chosen: ({ span }: Diagnostic) => span && editor.select(span),
      repaired: repaired => {
        editor.setText(repaired)
        editor.focus()
      },
    })
    view.show(explanation, sourceInEditor(explanation), words)
    drawing?.show(subjectOf(reading), words, lang)
    showFolded()
  }

  const showFolded = () => {
    const point = (node: AnyNode | undefined) =>
      editor.mark(node !== undefined && reading.queryText === reading.text ? node.span : undefined)
    if (tree.open) showTree(byId('tree-body', HTMLElement), reading.node, reading.queryText, words, point)
    if (code.open) void showCode().catch(failed)
  }

  const showCode = async () => {
    await chunkReady('builder-view')
    const { showBuilder } = await import('./builder-view.js')
    showBuilder(byId('code-body', HTMLElement), reading, words)
  }

  const failed = (error: unknown) => say(words('loadFailed', String(error)))

  const speak = async (next: Lang) => {
    await loadWords(next)
    lang = next
    words = wordsIn(lang)
    translatePage(lang, key => (isWordKey(key) ? words(key) : key))
    fillExamples(words)
    for (const button of document.querySelectorAll<HTMLElement>('[data-lang]')) {
      button.setAttribute('aria-pressed', String(button.dataset.lang === lang))
    }
    editor.setWords(editorWords(words, lang))
    read(editor.text())
  }

  const text = linked.query ?? examples[0]!.text
  await loadWords(lang)
  reading = readText(text, lang, words)
  editor = plainEditor(byId('editor', HTMLElement), text, events)
  await speak(lang)

  tree.addEventListener('toggle', showFolded)
  code.addEventListener('toggle', showFolded)
  for (const button of document.querySelectorAll<HTMLElement>('[data-lang]')) {
    button.addEventListener('click', () => {
      speak(button.dataset.lang === 'ja' ? 'ja' : 'en').catch((error: unknown) =>
        say(words('loadFailed', String(error))),
      )
    })
  }
  listenToTheme()
  byId('examples', HTMLSelectElement).addEventListener('change', ({ target }) => {
    const chosen = examples.find(({ id }) => target instanceof HTMLSelectElement && id === target.value)
    if (chosen === undefined) return
    editor.setText(chosen.text)
    clearTimeout(timer)
    read(chosen.text)
  })
  byId('copy-link', HTMLButtonElement).addEventListener('click', async () => {
    read(editor.text())
    say(words((await copyText(location.href)) ? 'linkCopied' : 'copyFailed'))
  })
  addEventListener('hashchange', () => {
    const { query, lang: asked } = readFragment(location.hash)
    if (query !== undefined && query !== editor.text()) editor.setText(query)
    if (asked !== undefined && asked !== lang) speak(asked).catch(() => say(words('loadFailed', asked)))
  })

  onFirstSign(() => {
    startEditor().catch(failed)
    startDrawing().catch(failed)
  })
  // Who only reads sees the drawing a moment later: the explanation comes first.
  setTimeout(() => startDrawing().catch(failed), drawingMilliseconds)

  async function startDrawing(): Promise<void> {
    if (drawing !== undefined) return
    await chunkReady('drawing')
    const { createDrawing } = await import('./drawing.js')
    drawing ??= createDrawing(byId('drawing', HTMLElement))
    drawing.show(subjectOf(reading), words, lang)
  }

  // If it cannot be loaded, the plain editor goes on working.
  async function startEditor(): Promise<void> {
    await chunkReady('code-editor')
    const { codeEditor } = await import('./code-editor.js')
    const before = editor
    const hadFocus = before.hasFocus()
    const start = {
      text: before.text(),
      selection: before.selection(),
      grammar: grammarOf(before.text(), reading),
      words: editorWords(words, lang),
    }
    editor = codeEditor(byId('editor', HTMLElement), start, events)
    before.destroy()
    if (hadFocus) editor.focus()
    editor.showDiagnostics(reading.diagnostics)
    document.documentElement.dataset.editor = 'ready'
  }
}

/** Runs once, when the reader first moves, touches, types or goes somewhere: the first load stays small that way. */
function onFirstSign(run: () => void): void {
  const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'touchstart', 'wheel'] as const
  const started = new AbortController()
  const start = () => {
    if (started.signal.aborted) return
    started.abort()
    run()
  }
  for (const sign of signs) addEventListener(sign, start, { signal: started.signal, passive: true })
}

/** The grammar for colours, at once: what the text was when it was last read, unless its first letter says otherwise. */
function grammarOf(text: string, { explanation }: Reading): Grammar {
  if (looksLikeJson(text)) return 'json'
  switch (explanation.kind) {
    case 'monitor-query':
    case 'metric-query':
    case 'formula':
    case 'search':
    case 'message':
      return explanation.kind
    default:
      return 'monitor-query'
  }
}

function editorWords(words: Words, lang: Lang): EditorWords {
  return { lang, label: words('query'), describedBy: words('queryHelp'), repair: words('fix') }
}

function subjectOf({ monitor, node, diagnostics, explanation }: Reading): Subject | WordKey {
  const isBroken = [...diagnostics, ...explanation.diagnostics].some(({ severity }) => severity === 'error')
  if (isBroken) return 'behaviourUnread'
  if (monitor === undefined || node === undefined || !isMonitorQuery(node)) return 'behaviourNoStates'
  return { monitor, node }
}

const monitorKinds: ReadonlySet<string> = new Set<MonitorQuery['kind']>([
  'metric-monitor',
  'service-check',
  'event-monitor',
  'formula-monitor',
  'slo-monitor',
  'composite',
  'placeholder',
  'opaque',
])

function isMonitorQuery(node: AnyNode): node is MonitorQuery {
  return monitorKinds.has(node.kind)
}

function fillExamples(words: Words): void {
  const menu = byId('examples', HTMLSelectElement)
  const first = element('option', { value: '' }, words('pickExample'))
  menu.replaceChildren(
    first,
    ...examples.map(({ id, title }) => element('option', { value: id }, words(title))),
  )
}

function listenToTheme(): void {
  const menu = byId('theme', HTMLSelectElement)
  menu.value = rememberedTheme()
  applyTheme(rememberedTheme())
  menu.addEventListener('change', () => {
    const { value } = menu
    applyTheme(value === 'light' || value === 'dark' ? value : 'auto')
  })
}
