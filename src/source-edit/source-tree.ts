import { ts } from 'ts-morph'
import type { Position } from '../diagnostic/index.js'
import type { Quote } from './written-text.js'

/** A file of the author, read as TypeScript. Nothing is looked up outside of it. */
export interface SourceTree {
  readonly text: string
  readonly file: ts.SourceFile
  /** The quotes that the file uses. */
  readonly quote: Quote
  readonly statements: readonly ts.Statement[]
  /** What the file calls imported things, and their own names: `alerting` → `monitor`. */
  readonly aliases: ReadonlyMap<string, string>
}

/** Reads a file's text; it is never run, and its imports are not followed. */
export function readSource(path: string, text: string): SourceTree {
  const name = /\.[cm]?[jt]s$/.test(path) ? path.replace(/^.*[\\/]/, '') : 'definitions.ts'
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true)
  return {
    text,
    file,
    quote: quoteOf(text),
    statements: file.statements,
    aliases: aliasesIn(file),
  }
}

/** An import stands on top of nearly every file and tells which quotes its author likes. */
function quoteOf(text: string): Quote {
  const [double, single] = [text.indexOf('"'), text.indexOf("'")]
  return double !== -1 && (single === -1 || double < single) ? '"' : "'"
}

function aliasesIn({ statements }: ts.SourceFile): ReadonlyMap<string, string> {
  const specifiers = statements.filter(ts.isImportDeclaration).flatMap(({ importClause }) => {
    const bindings = importClause?.namedBindings
    return bindings !== undefined && ts.isNamedImports(bindings) ? [...bindings.elements] : []
  })
  return new Map(
    specifiers.flatMap(({ name, propertyName }) =>
      propertyName === undefined ? [] : [[name.text, propertyName.text]],
    ),
  )
}

/** The innermost node at an offset. Files with thousands of definitions are why the statement is looked up by halving. */
export function nodeAtOffset({ statements }: SourceTree, offset: number): ts.Node | undefined {
  let low = 0
  let high = statements.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (statements[middle]!.getStart() <= offset) low = middle
    else high = middle - 1
  }
  const statement = statements[low]
  return statement && innermostAt(statement, offset)
}

function innermostAt(node: ts.Node, offset: number): ts.Node {
  const inner = ts.forEachChild(node, child =>
    child.getStart() <= offset && offset < child.getEnd() ? child : undefined,
  )
  return inner === undefined ? node : innermostAt(inner, offset)
}

/** The offset of a place that people count, or undefined where the file has no such place. */
export function offsetAt({ file, text }: SourceTree, { line, column }: Position): number | undefined {
  const start = file.getLineStarts()[line - 1]
  const offset = start === undefined ? text.length + 1 : start + column - 1
  return offset <= text.length ? offset : undefined
}

/** The place of an offset. */
export function placeAt({ file }: SourceTree, offset: number): Position {
  const { line, character } = file.getLineAndCharacterOfPosition(offset)
  return { line: line + 1, column: character + 1 }
}
