import { type Node, Project, type SourceFile, type Statement } from 'ts-morph'
import type { Position } from '../diagnostic/index.js'
import type { Quote } from './written-text.js'

/** A file of the author, read as TypeScript. Nothing is looked up outside of it. */
export interface SourceTree {
  readonly text: string
  readonly file: SourceFile
  /** The quotes that the file uses. */
  readonly quote: Quote
  readonly statements: readonly Statement[]
  /** What the file calls imported things, and their own names: `alerting` → `monitor`. */
  readonly aliases: ReadonlyMap<string, string>
}

/** Reads a file's text; it is never run, and its imports are not followed. */
export function readSource(path: string, text: string): SourceTree {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true })
  const name = /\.[cm]?[jt]s$/.test(path) ? path.replace(/^.*[\\/]/, '') : 'definitions.ts'
  const file = project.createSourceFile(name, text)
  return {
    text: file.getFullText(),
    file,
    quote: quoteOf(text),
    statements: file.getStatements(),
    aliases: aliasesIn(file),
  }
}

/** An import stands on top of nearly every file and tells which quotes its author likes. */
function quoteOf(text: string): Quote {
  const [double, single] = [text.indexOf('"'), text.indexOf("'")]
  return double !== -1 && (single === -1 || double < single) ? '"' : "'"
}

function aliasesIn(file: SourceFile): ReadonlyMap<string, string> {
  const specifiers = file.getImportDeclarations().flatMap(declaration => declaration.getNamedImports())
  return new Map(
    specifiers.flatMap(each => {
      const alias = each.getAliasNode()?.getText()
      return alias === undefined ? [] : [[alias, each.getName()] as const]
    }),
  )
}

/** The innermost node at an offset. Files with thousands of definitions are why the statement is looked up by halving. */
export function nodeAtOffset({ statements }: SourceTree, offset: number): Node | undefined {
  let low = 0
  let high = statements.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (statements[middle]!.getStart() <= offset) low = middle
    else high = middle - 1
  }
  return statements[low]?.getDescendantAtPos(offset)
}

/** The offset of a place that people count, or undefined where the file has no such place. */
export function offsetAt({ file, text }: SourceTree, { line, column }: Position): number | undefined {
  const start = file.compilerNode.getLineStarts()[line - 1]
  const offset = start === undefined ? text.length + 1 : start + column - 1
  return offset <= text.length ? offset : undefined
}

/** The place of an offset. */
export function placeAt({ file }: SourceTree, offset: number): Position {
  const { line, character } = file.compilerNode.getLineAndCharacterOfPosition(offset)
  return { line: line + 1, column: character + 1 }
}
