import {
  type Identifier,
  Node,
  type SourceFile,
  SyntaxKind,
  type VariableDeclaration,
  VariableDeclarationKind,
} from 'ts-morph'

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
  return namesOf(name.getSourceFile()).counts.get(name.getText()) === 2
    ? declaration.getInitializer()
    : undefined
}

function constantOf(name: Identifier) {
  const declaration = namesOf(name.getSourceFile()).constants.get(name.getText())
  const kind = declaration?.getVariableStatement()?.getDeclarationKind()
  // A constant that names itself would be followed for ever.
  const isCircular = declaration?.containsRange(name.getPos(), name.getEnd())
  return kind === VariableDeclarationKind.Const && !isCircular ? declaration : undefined
}

/** What a file says about names: how often each is written, and what stands for it on the top level. */
interface Names {
  readonly counts: ReadonlyMap<string, number>
  readonly constants: ReadonlyMap<string, VariableDeclaration>
}

const knownNames = new WeakMap<SourceFile, Names>()

function namesOf(file: SourceFile): Names {
  const known = knownNames.get(file)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  for (const each of file.getDescendantsOfKind(SyntaxKind.Identifier)) {
    counts.set(each.getText(), (counts.get(each.getText()) ?? 0) + 1)
  }
  const constants = new Map(file.getVariableDeclarations().map(each => [each.getName(), each]))
  const names = { counts, constants }
  knownNames.set(file, names)
  return names
}
