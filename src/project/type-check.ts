import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Project } from './config.js'
import type { ProjectProblem } from './failure.js'
import { findDefinitionFiles } from './files.js'

/**
 * The type errors of the definition and declaration files, found by the project's own TypeScript compiler. Nothing is checked
 * where the project has no `typescript`, and nothing again while they and what they import (`imported`, as far as it is known
 * from the last run) have not changed.
 */
export async function typeErrors(
  root: string,
  files: readonly string[],
  imported: readonly string[],
  cacheFolder: string,
  version: string,
): Promise<ProjectProblem[]> {
  const compiler = findCompiler(root)
  if (compiler === undefined || files.length === 0) return []
  const stampFile = join(cacheFolder, 'type-check.stamp')
  const stamp = await stampOf([...new Set([...files, ...imported])].sort(), `${compiler} ${version}`)
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return []
  const configFile = await writeTypeCheckConfig(root, files, dirname(cacheFolder))
  const problems = await runCompiler(compiler, root, configFile)
  if (problems.length === 0) await writeFile(stampFile, stamp).catch(() => undefined)
  return problems
}

/** Whether the definitions have types to check and the project has no compiler to do so. */
export async function typesGoUnchecked({ root, config }: Project): Promise<boolean> {
  if (findCompiler(root) !== undefined) return false
  const files = await findDefinitionFiles(root, config.definitions)
  return files.some(file => /\.[cm]?tsx?$/.test(file))
}

function findCompiler(root: string): string | undefined {
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('typescript/package.json')
    return join(dirname(manifest), 'bin', 'tsc')
  } catch {
    return undefined
  }
}

function hasNodeTypes(root: string): boolean {
  try {
    createRequire(join(root, 'package.json')).resolve('@types/node/package.json')
    return true
  } catch {
    return false
  }
}

async function stampOf(files: readonly string[], tools: string): Promise<string> {
  const hash = createHash('sha1').update(tools)
  // A file that is gone since counts as empty: that changes the stamp, too.
  const contents = await Promise.all(files.map(file => readFile(file).catch(() => '')))
  for (const [index, file] of files.entries()) hash.update(file).update(contents[index]!)
  return hash.digest('hex')
}

async function writeTypeCheckConfig(root: string, files: readonly string[], folder: string): Promise<string> {
  const own = join(root, 'tsconfig.json')
  const hasOwn = await access(own).then(
    () => true,
    () => false,
  )
  const path = join(folder, 'tsconfig.json')
  const config = {
    ...(hasOwn && { extends: relative(folder, own) }),
    compilerOptions: {
      ...(!hasOwn && { module: 'NodeNext', target: 'ES2023', lib: ['ES2023'] }),
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      // The bundler finds them, and Node runs files that import each other so.
      allowImportingTsExtensions: true,
      // `console` and `process` are known where the project has the types of Node; a missing package must not stop a plan.
      types: hasNodeTypes(root) ? ['node'] : [],
    },
    files: files.map(file => relative(folder, file)),
    include: [],
  }
  await mkdir(folder, { recursive: true })
  await writeFile(path, JSON.stringify(config, null, 2))
  return path
}

function runCompiler(compiler: string, root: string, configFile: string): Promise<ProjectProblem[]> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 }
    execFile(
      process.execPath,
      [compiler, '-p', configFile, '--pretty', 'false'],
      options,
      (error, stdout) => {
        if (error === null) return resolve([])
        const problems = parseCompilerOutput(stdout)
        // The compiler itself failed to start: that is no type error of the user's.
        if (problems.length === 0 && typeof error.code !== 'number') return reject(error)
        resolve(problems)
      },
    )
  })
}

/** What the compiler says of `console` asks for the types of browsers. */
const nodeNames = /^Cannot find name '(console|process|Buffer|URL|require|setTimeout|__dirname|node:\w+)'/

const compilerLine = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/

/** The compiler's plain output as problems; indented lines that follow a message belong to it. */
export function parseCompilerOutput(output: string): ProjectProblem[] {
  const problems: ProjectProblem[] = []
  for (const line of output.split(/\r?\n/)) {
    const match = compilerLine.exec(line)
    const last = problems.at(-1)
    if (match !== null) {
      const origin = {
        file: match[1]!.replaceAll('\\', '/'),
        line: Number(match[2]),
        column: Number(match[3]),
      }
      problems.push({
        code: 'project/type',
        severity: 'error',
        message: `${match[5]!} (${match[4]!})`,
        ...(nodeNames.test(match[5]!) && {
          hint: 'Install the types of Node: npm install --save-dev @types/node',
        }),
        origin,
      })
    } else if (last !== undefined && /^\s+\S/.test(line)) {
      // The innermost line of a chain names the very property; it is the part people need.
      problems[problems.length - 1] = { ...last, hint: line.trim() }
    }
  }
  return problems
}
