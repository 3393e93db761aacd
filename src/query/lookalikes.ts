import type { Diagnostic, TextEdit } from '../diagnostic/index.js'

/** Why a character stands where an ASCII one belongs. */
type Origin = 'full-width-punctuation' | 'smart-quotes' | 'typographic-character'

const words: Readonly<Record<Origin, { readonly message: string; readonly hint: string }>> = {
  'full-width-punctuation': {
    message: 'Full-width characters are not part of the query language',
    hint: 'Switch the input method off and write',
  },
  'smart-quotes': {
    message: 'Typographic quotes are not part of the query language',
    hint: 'Write',
  },
  'typographic-character': {
    message: 'These characters only look like those of the query language',
    hint: 'Write',
  },
}

const fullWidthFirst = 0xff01
const fullWidthLast = 0xff5e
/** Full-width forms stand at a fixed distance from their ASCII originals. */
const fullWidthShift = 0xfee0

const lookalikes = new Map<string, readonly [Origin, string]>()

function addLookalikes(origin: Origin, characters: string, meant: string): void {
  for (const character of characters) lookalikes.set(character, [origin, meant])
}

addLookalikes('full-width-punctuation', '\u3000', ' ')
addLookalikes('full-width-punctuation', '、', ',')
addLookalikes('full-width-punctuation', '。', '.')
addLookalikes('full-width-punctuation', '〈', '<')
addLookalikes('full-width-punctuation', '〉', '>')
addLookalikes('full-width-punctuation', '「」『』', '"')
addLookalikes('smart-quotes', '“”„‟″«»', '"')
addLookalikes('smart-quotes', '‘’‚‛′', "'")
addLookalikes('typographic-character', '‐‑‒–—−', '-')
addLookalikes('typographic-character', '×', '*')
addLookalikes('typographic-character', '÷', '/')
addLookalikes('typographic-character', '\u00a0\u2002\u2003\u2007\u2009\u200b\u202f\ufeff', ' ')

/** A text in which each such character is replaced by the one it looks like, so that offsets stay what they were. */
export interface PlainText {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/** What a text is read as when its punctuation came from another keyboard; undefined when it holds no such character. */
export function withoutLookalikes(text: string): PlainText | undefined {
  const edits: Record<Origin, TextEdit[]> = {
    'full-width-punctuation': [],
    'smart-quotes': [],
    'typographic-character': [],
  }
  const plain = replaceAll(text, edits)
  if (plain === text) return undefined
  const origins = Object.keys(edits) as Origin[]
  return { text: plain, diagnostics: origins.flatMap(origin => diagnosticFor(text, origin, edits[origin])) }
}

/** Punctuation that shows that the input method was on; a tag may well hold full-width letters, but hardly behind `：`. */
const inputMethod = /[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3e\uff5b-\uff5e、。]/

/** Texts between quotes keep their characters; tags in braces keep their letters and digits if their punctuation is plain. */
function replaceAll(text: string, edits: Record<Origin, TextEdit[]>): string {
  const parts: string[] = []
  const keepsTags = !inputMethod.test(text)
  let inBraces = false
  let open: { readonly meant: string; readonly isPlain: boolean } | undefined
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!
    const lookalike = meantBy(character, inBraces && keepsTags)
    const meant: string = lookalike === undefined ? character : lookalike[1]
    // A plain quote is closed by a plain one only: a Japanese text may hold its own.
    const closes = open !== undefined && meant === open.meant && !(open.isPlain && lookalike !== undefined)
    if (open !== undefined && !closes) {
      parts.push(character)
      if (character === '\\' && at + 1 < text.length) parts.push(text[++at]!)
      continue
    }
    parts.push(meant)
    if (lookalike !== undefined) edits[lookalike[0]].push({ span: { start: at, end: at + 1 }, text: meant })
    if (meant === '{' || meant === '}') inBraces = meant === '{'
    if (closes) open = undefined
    else if (meant === '"' || meant === "'") open = { meant, isPlain: lookalike === undefined }
  }
  return parts.join('')
}

function meantBy(character: string, isTag: boolean): readonly [Origin, string] | undefined {
  const code = character.charCodeAt(0)
  if (code < 0x80) return undefined
  if (code < fullWidthFirst || code > fullWidthLast) return lookalikes.get(character)
  const meant = String.fromCharCode(code - fullWidthShift)
  return isTag && /\w/.test(meant) ? undefined : ['full-width-punctuation', meant]
}

function diagnosticFor(text: string, origin: Origin, repair: readonly TextEdit[]): Diagnostic[] {
  const first = repair[0]
  if (first === undefined) return []
  const { message, hint } = words[origin]
  const pairs = new Map(repair.map(edit => [text[edit.span.start]!, edit.text]))
  const written = [...pairs.keys()].slice(0, 6).map(shown)
  const meant = [...new Set(pairs.values())].slice(0, 6).map(shown)
  return [
    {
      code: `query/${origin}`,
      severity: 'error',
      message: `${message}: ${written.join(' ')}.`,
      span: first.span,
      hint: `${hint} ${meant.join(' ')}.`,
      repair,
    },
  ]
}

function shown(character: string): string {
  return character.trim() === '' || character === '\u200b' ? 'a plain blank' : `\`${character}\``
}
