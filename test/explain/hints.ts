import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Expression, Node, Project, type SourceFile, SyntaxKind } from 'ts-morph'
import { root } from '../architecture/imports.js'

/** Something that is only known when a query is read. */
export const hole = '\u0002'

/** Every text that can stand in a `hint` of the parsers and checks, read from their sources; `hole` is what a query fills in. */
export function writtenHints(folders: readonly string[]): readonly string[] {
  const files = sourceFiles(folders)
  const texts = new Set<string>()
  for (const file of files) {
    for (const property of file.getDescendantsOfKind(SyntaxKind.PropertyAssignment)) {
      if (property.getName() !== 'hint') continue
      for (const text of textsOf(property.getInitializerOrThrow(), file, files)) texts.add(text)
    }
    for (const property of file.getDescendantsOfKind(SyntaxKind.ShorthandPropertyAssignment)) {
      if (property.getName() !== 'hint') continue
      for (const text of namedTexts('hint', property, file, files)) texts.add(text)
    }
  }
  return [...texts].sort()
}

function sourceFiles(folders: readonly string[]): readonly SourceFile[] {
  const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true })
  return folders.flatMap(folder => {
    const path = join(root, 'src', folder)
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => project.addSourceFileAtPath(join(path, name)))
  })
}

type Files = readonly SourceFile[]

/** Names can stand for each other in a circle, because they are followed without knowing their types. */
const followed = new Set<Node>()

function textsOf(expression: Node, file: SourceFile, files: Files): readonly string[] {
  if (followed.has(expression)) return [hole]
  followed.add(expression)
  const texts = followedTexts(expression, file, files)
  followed.delete(expression)
  return texts
}

function followedTexts(expression: Node, file: SourceFile, files: Files): readonly string[] {
  if (Node.isStringLiteral(expression) || Node.isNoSubstitutionTemplateLiteral(expression))
    return [expression.getLiteralText()]
  if (expression.isKind(SyntaxKind.TemplateExpression)) return templateTexts(expression, file, files)
  if (Node.isConditionalExpression(expression)) {
    return [expression.getWhenTrue(), expression.getWhenFalse()].flatMap(one => textsOf(one, file, files))
  }
  if (Node.isParenthesizedExpression(expression) || Node.isNonNullExpression(expression))
    return textsOf(expression.getExpression(), file, files)
  if (Node.isBinaryExpression(expression)) {
    const [left, right] = [expression.getLeft(), expression.getRight()].map(one => textsOf(one, file, files))
    return expression.getOperatorToken().getText() === '??'
      ? [...left!, ...right!]
      : left!.flatMap(before => right!.map(after => before + after))
  }
  if (Node.isCallExpression(expression)) return callTexts(expression, file, files)
  if (Node.isIdentifier(expression)) {
    return expression.getText() === 'undefined'
      ? []
      : namedTexts(expression.getText(), expression, file, files)
  }
  // The hint of another diagnostic or of a table is read where it is written.
  if (Node.isPropertyAccessExpression(expression) && expression.getName() === 'hint') return []
  return [hole]
}

function templateTexts(template: Node, file: SourceFile, files: Files): readonly string[] {
  const expression = template.asKindOrThrow(SyntaxKind.TemplateExpression)
  let texts: readonly string[] = [expression.getHead().getLiteralText()]
  for (const span of expression.getTemplateSpans()) {
    const after = span.getLiteral().getLiteralText()
    texts = texts.flatMap(text => {
      // Inside inline code it does not matter what stands there.
      const literal = Node.isStringLiteral(span.getExpression())
      const known = isInsideCode(text) && !literal ? [] : textsOf(span.getExpression(), file, files)
      return (known.length === 0 ? [hole] : known).map(value => text + value + after)
    })
  }
  return texts
}

function isInsideCode(text: string): boolean {
  return text.split('`').length % 2 === 0
}

function callTexts(node: Node, file: SourceFile, files: Files): readonly string[] {
  const call = node.asKindOrThrow(SyntaxKind.CallExpression)
  const callee = call.getExpression()
  if (Node.isPropertyAccessExpression(callee)) {
    const target = callee.getExpression()
    if (callee.getName() === 'join') {
      const separator = call.getArguments()[0]
      return textsOf(target, file, files).flatMap(item =>
        separator === undefined
          ? [item]
          : textsOf(separator, file, files).map(between => item + between + item),
      )
    }
    if (callee.getName() === 'map') return functionTexts(call.getArguments()[0], file, files)
    if (callee.getName() === 'get' && Node.isIdentifier(target)) {
      const table = file.getVariableDeclaration(target.getText())?.getInitializer()
      return (
        table?.getDescendantsOfKind(SyntaxKind.ArrayLiteralExpression).flatMap(row => {
          const value = row.getElements()[1]
          return value === undefined || Node.isArrayLiteralExpression(value)
            ? []
            : textsOf(value, file, files)
        }) ?? [hole]
      )
    }
    return [hole]
  }
  const name = callee.getText()
  if (name === 'didYouMean') return [`Did you mean \`${hole}\`?`]
  const declared = [file, ...files].map(one => one.getFunction(name)).find(one => one !== undefined)
  return declared === undefined ? [hole] : functionTexts(declared, declared.getSourceFile(), files)
}

function functionTexts(node: Node | undefined, file: SourceFile, files: Files): readonly string[] {
  if (node === undefined) return [hole]
  if (Node.isArrowFunction(node) && !Node.isBlock(node.getBody())) {
    return textsOf(node.getBody() as Expression, file, files)
  }
  const own = node
    .getDescendantsOfKind(SyntaxKind.ReturnStatement)
    .filter(one => one.getFirstAncestor(Node.isFunctionLikeDeclaration) === node)
  const returned = own.flatMap(one => {
    const value = one.getExpression()
    return value === undefined ? [] : textsOf(value, file, files)
  })
  return returned.length === 0 ? [hole] : returned
}

/** What a name stands for: a constant nearby, a parameter of the function around it, or a member of a table in its file. */
function namedTexts(name: string, node: Node, file: SourceFile, files: Files): readonly string[] {
  const around = node.getAncestors()
  for (const scope of around) {
    if (Node.isBlock(scope) || Node.isSourceFile(scope)) {
      const initial = scope.getVariableDeclaration(name)?.getInitializer()
      if (initial !== undefined) return textsOf(initial, file, files)
    }
    if (Node.isFunctionDeclaration(scope)) {
      const index = scope.getParameters().findIndex(one => one.getName() === name)
      if (index >= 0) return argumentTexts(scope.getName() ?? '', index, files)
    }
  }
  const isMember = around.some(
    scope =>
      Node.isBlock(scope) &&
      scope.getDescendantsOfKind(SyntaxKind.BindingElement).some(one => one.getName() === name),
  )
  if (!isMember) return [hole]
  const members = file
    .getDescendantsOfKind(SyntaxKind.PropertyAssignment)
    .filter(one => one.getName() === name && Node.isStringLiteral(one.getInitializer()))
  return members.length === 0 ? [] : members.flatMap(one => textsOf(one.getInitializerOrThrow(), file, files))
}

function argumentTexts(called: string, index: number, files: Files): readonly string[] {
  return files.flatMap(file =>
    file
      .getDescendantsOfKind(SyntaxKind.CallExpression)
      .filter(call => call.getExpression().getText() === called)
      .flatMap(call => {
        const given = call.getArguments()[index]
        return given === undefined ? [] : textsOf(given, file, files)
      }),
  )
}
