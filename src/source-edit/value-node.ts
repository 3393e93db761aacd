import { type Identifier, Node, type SourceFile, SyntaxKind, VariableDeclarationKind } from 'ts-morph'

/**
 * The expression that a value really comes from: without parentheses and type assertions, and behind a `const` of this
 * file that is used nowhere else. A name with other uses stays a name: changing its value would change them too.
 */
export function settled(node: Node): Node {
  const inner = unwrapped(node)
  if (!Node.isIdentifier(inner)) return inner
  const initializer = onlyUseOf(inner)
  return initializer === undefined ? inner : settled(initializer)
}

/** The same behind every `const`, however often it is used: for reading, not for changing. */
export function readable(node: Node): Node {
  const inner = unwrapped(node)
  if (!Node.isIdentifier(inner)) return inner
  const initializer = constantOf(inner)?.getInitializer()
  return initializer === undefined ? inner : readable(initializer)
}

function unwrapped(node: Node): Node {
  if (
    Node.isParenthesizedExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isSatisfiesExpression(node) ||
    Node.isNonNullExpression(node)
  ) {
    return unwrapped(node.getExpression())
  }
  return node
}

function onlyUseOf(name: Identifier): Node | undefined {
  const declaration = constantOf(name)
  if (declaration === undefined || declaration.getVariableStatement()?.isExported()) return undefined
  return countNames(name.getSourceFile(), name.getText()) === 2 ? declaration.getInitializer() : undefined
}

function constantOf(name: Identifier) {
  const declaration = name.getSourceFile().getVariableDeclaration(name.getText())
  const kind = declaration?.getVariableStatement()?.getDeclarationKind()
  // A constant that names itself would be followed for ever.
  const isCircular = declaration?.containsRange(name.getPos(), name.getEnd())
  return kind === VariableDeclarationKind.Const && !isCircular ? declaration : undefined
}

const nameCounts = new WeakMap<SourceFile, ReadonlyMap<string, number>>()

function countNames(file: SourceFile, name: string): number {
  let counts = nameCounts.get(file)
  if (counts === undefined) {
    const found = new Map<string, number>()
    for (const each of file.getDescendantsOfKind(SyntaxKind.Identifier)) {
      found.set(each.getText(), (found.get(each.getText()) ?? 0) + 1)
    }
    counts = found
    nameCounts.set(file, found)
  }
  return counts.get(name) ?? 0
}
