import { ts } from 'ts-morph'

/**
 * The expression that a value really comes from: without parentheses and type assertions, and behind a `const` of this
 * file that is used nowhere else. A name with other uses stays a name: changing its value would change them too.
 */
export function settled(node: ts.Node): ts.Node {
  const inner = unwrapped(node)
  if (!ts.isIdentifier(inner)) return inner
  const initializer = onlyUseOf(inner)
  return initializer === undefined ? inner : settled(initializer)
}

/** The same behind every `const`, however often it is used: for reading, not for changing. */
export function readable(node: ts.Node): ts.Node {
  const inner = unwrapped(node)
  if (!ts.isIdentifier(inner)) return inner
  const initializer = constantOf(inner)?.initializer
  return initializer === undefined ? inner : readable(initializer)
}

function unwrapped(node: ts.Node): ts.Node {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  ) {
    return unwrapped(node.expression)
  }
  return node
}

function onlyUseOf(name: ts.Identifier): ts.Node | undefined {
  const declaration = constantOf(name)
  if (declaration === undefined || isExported(declaration)) return undefined
  return namesOf(name.getSourceFile()).counts.get(name.text) === 2 ? declaration.initializer : undefined
}

function isExported(declaration: ts.VariableDeclaration): boolean {
  const statement = declaration.parent.parent
  const modifiers = ts.isVariableStatement(statement) ? (statement.modifiers ?? []) : []
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
}

function constantOf(name: ts.Identifier): ts.VariableDeclaration | undefined {
  const declaration = namesOf(name.getSourceFile()).constants.get(name.text)
  // A constant that names itself would be followed for ever.
  const isCircular = declaration && declaration.pos <= name.pos && name.end <= declaration.end
  return isCircular ? undefined : declaration
}

/** What a file says about names: how often each is written, and which constant stands for it on the top level. */
interface Names {
  readonly counts: ReadonlyMap<string, number>
  readonly constants: ReadonlyMap<string, ts.VariableDeclaration>
}

const knownNames = new WeakMap<ts.SourceFile, Names>()

function namesOf(file: ts.SourceFile): Names {
  const known = knownNames.get(file)
  if (known !== undefined) return known
  const names = { counts: countsIn(file), constants: constantsIn(file) }
  knownNames.set(file, names)
  return names
}

function countsIn(file: ts.SourceFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) counts.set(node.text, (counts.get(node.text) ?? 0) + 1)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return counts
}

function constantsIn({ statements }: ts.SourceFile): ReadonlyMap<string, ts.VariableDeclaration> {
  const lists = statements.filter(ts.isVariableStatement).map(statement => statement.declarationList)
  const constants = lists.filter(list => (list.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const)
  const declarations = constants.flatMap(list => [...list.declarations])
  return new Map(declarations.flatMap(each => (ts.isIdentifier(each.name) ? [[each.name.text, each]] : [])))
}
