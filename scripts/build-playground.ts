// Builds the playground: one folder of files that works from any static host, without network, and from a folder on disk.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { build, type Plugin, type Rollup } from 'vite'
import { dashboard } from '../src/explain/words/en/dashboard.js'
import { definition } from '../src/explain/words/en/definition.js'
import { headings } from '../src/explain/words/en/headings.js'
import { message } from '../src/explain/words/en/message.js'
import { options } from '../src/explain/words/en/options.js'
import { slo } from '../src/explain/words/en/slo.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = `${root}src/web/`
const target = 'es2022'

const words = resolve(root, 'src/explain/words')
const languages = ['en', 'ja'] as const

/** The tables of `words/` that only the JSON of a definition or a message needs, each exported under its own name. */
const definitionTables = { slo, dashboard, options, definition, message, headings } as const

/** Tables that only a text with problems needs: their files, and what each exports. English problems speak for themselves. */
const problemTables = { diagnostics: 'diagnosticWords', hints: 'hintWords', rules: 'ruleWords' } as const
const problemNames = Object.values(problemTables)

/**
 * Words of one language are half of an explanation's code, and a reader needs one language; those about definitions
 * and problems are needed by who pastes such. Where code imports them, it gets something that is filled when the page asks: a
 * binding for a language, an empty table for the others. The words themselves become files of their own.
 */
function wordsOnDemand(): Plugin {
  const standIn = (source: string, importer: string | undefined) => {
    const lang = languages.find(each => importer === `${words}/${each}/index.ts`)
    const table = Object.keys(definitionTables).find(each => source === `./${each}.js`)
    if (lang !== undefined && table !== undefined) return `virtual:none-${table}`
    const problem = Object.entries(problemTables).find(([file]) => source === `./${file}.js`)?.[1]
    if (importer?.startsWith(`${words}/ja/`) && problem !== undefined) return `virtual:none-${problem}`
    const explained = languages.find(each => source === `./${each}/index.js`)
    if (explained !== undefined && importer === `${words}/index.ts`) return `virtual:explained-${explained}`
    const own = languages.find(each => source === `./${each}.js`)
    return own !== undefined && importer === `${web}words/index.ts` ? `virtual:own-${own}` : undefined
  }
  return {
    name: 'words-on-demand',
    enforce: 'pre',
    resolveId: (source, importer) => (source.startsWith('virtual:') ? source : standIn(source, importer)),
    load: id => {
      const [, what, name] = /^virtual:([\w-]+)-(\w+)$/.exec(id) ?? []
      if (what !== undefined && name !== undefined) return standIns[what]?.(name)
      return id === `${web}load-words.ts` ? wordLoader() : undefined
    },
  }
}

const source = resolve(root, 'src')

/** What only a text that does not parse needs: functions that tell more about it, and the habits that they know. */
const secondFunctions = {
  reread: 'query/rereading',
  withoutLookalikes: 'query/lookalikes',
  pastedAround: 'query/pasted',
  checkRepaired: 'check/repaired',
  repairedReading: 'check/repaired',
  checkArrangement: 'check/arrangement',
  nameMissing: 'check/arrangement',
  behindEach: 'check/misplaced-methods',
  aggregatorInstead: 'check/misplaced-methods',
  headInstead: 'check/misplaced-methods',
  positionRepair: 'check/misplaced-methods',
  scopeInstead: 'check/misplaced-methods',
  methodAdvice: 'check/event-methods-meant',
  withoutArgument: 'check/argument-repairs',
  secondsMeant: 'check/argument-repairs',
  unquotedNumber: 'check/argument-repairs',
  spaceAggregatorMeant: 'check/names-meant',
  callMeant: 'check/names-meant',
  callInstead: 'check/calls-meant',
  aggregatorMeant: 'check/names-meant',
  valueMeant: 'check/names-meant',
  checkStage: 'query/search/stages',
  stepMeant: 'query/monitor/step-names',
  withoutUnit: 'query/monitor/condition-words',
  isReopened: 'query/message/reopened',
  isElse: 'query/message/reopened',
}
const secondTables = {
  metricHabits: 'query/metric/habits',
  formulaHabits: 'query/metric/habits',
  monitorHabits: 'query/monitor/habits',
  compositeHabits: 'query/composite/habits',
}

/** Leaves these out where the parsers import them, until the page has found a problem and fetches them. */
function secondReadingOnDemand(): Plugin {
  const files = Object.values({ ...secondFunctions, ...secondTables }).map(file => `${source}/${file}.ts`)
  const importers = [
    ...[
      'finish',
      'metric/parser',
      'monitor/parser',
      'composite/parser',
      'search/habits',
      'index',
      'monitor/condition-mistakes',
      'message/blocks',
    ].map(file => `${source}/query/${file}.ts`),
    ...[
      'index',
      'definition',
      'arguments',
      'modifiers',
      'functions',
      'aggregator',
      'complaints',
      'event',
    ].map(file => `${source}/check/${file}.ts`),
  ]
  const isLate = (name: string, importer = '') =>
    importers.includes(importer) && files.includes(resolve(dirname(importer), name.replace(/\.js$/, '.ts')))
  return {
    name: 'second-reading-on-demand',
    enforce: 'pre',
    resolveId: (name, importer) => (isLate(name, importer) ? 'virtual:late-reading' : undefined),
    load: id => (id === 'virtual:late-reading' ? lateReading() : undefined),
  }
}

function lateReading(): string {
  const functions = Object.keys(secondFunctions).map(
    name => `${name} = (...given) => known?.${name}(...given)`,
  )
  const tables = Object.keys(secondTables)
  return `let known
export const ${functions.join(', ')}
export const ${tables.map(name => `${name} = []`).join(', ')}
const tables = { ${tables.join(', ')} }
export function fill(parts) {
  known = parts
  for (const name in tables) tables[name].push(...parts[name])
}`
}

const binding = (lang: string) => `export let ${lang}\nexport const fill = words => { ${lang} = words }`

/** What each virtual module holds, by its name. */
const standIns: Readonly<Record<string, (name: string) => string>> = {
  explained: binding,
  own: binding,
  none: table => `export const ${table} = {}`,
  words: lang => `export { ${lang} as explained } from '${words}/${lang}/index.ts'
export { ${lang} as own } from '${web}words/${lang}.ts'`,
  'problem-words': lang =>
    Object.entries(problemTables)
      .map(([file, table]) => `export { ${table} } from '${words}/${lang}/${file}.ts'`)
      .join('\n'),
  second: () =>
    Object.entries({ ...secondFunctions, ...secondTables })
      .map(([name, file]) => `export { ${name} } from '${source}/${file}.ts'`)
      .join('\n'),
  'definition-words': lang =>
    Object.keys(definitionTables)
      .map(table => `export { ${table} } from '${words}/${lang}/${table}.ts'`)
      .join('\n'),
}

/** What stands in for `load-words.ts`. */
function wordLoader(): string {
  const each = (line: (lang: string) => string) => languages.map(line).join('\n')
  return `import { chunkReady } from './chunk.js'
import { fill as readAgain } from 'virtual:late-reading'
${each(
  lang => `import { ${lang}, fill as explained_${lang} } from 'virtual:explained-${lang}'
import { fill as own_${lang} } from 'virtual:own-${lang}'`,
)}
${problemNames.map(table => `import { ${table} } from 'virtual:none-${table}'`).join('\n')}
const problemTables = { ${problemNames.join(', ')} }
const fills = {
${each(lang => `${lang}: words => { explained_${lang}(words.explained); own_${lang}(words.own) },`)}
}
const words = { ${each(lang => `${lang}: () => import('virtual:words-${lang}'),`)} }
const more = { ${each(lang => `${lang}: async () => Object.assign(${lang}, ...Object.values(await import('virtual:definition-words-${lang}'))),`)} }
export async function loadWords(lang) {
  await chunkReady('words-' + lang)
  fills[lang](await words[lang]())
}
export async function loadDefinitionWords(lang) {
  await chunkReady('definition-words-' + lang)
  await more[lang]()
}
let readsAgain
async function loadSecondReading() {
  await chunkReady('second-reading')
  readAgain(await import('virtual:second-reading'))
}
async function loadProblemWords() {
  await chunkReady('problem-words-ja')
  const found = await import('virtual:problem-words-ja')
  for (const table in problemTables) Object.assign(problemTables[table], found[table])
}
export async function loadProblemParts(lang) {
  const isNamed = lang !== 'ja' || Object.keys(diagnosticWords).length > 0
  const isKnown = isNamed && readsAgain !== undefined
  readsAgain ??= loadSecondReading()
  await Promise.all([readsAgain, isNamed ? undefined : loadProblemWords()])
  return !isKnown
}`
}

/** The page draws no carets below a line of text, so it needs not know how many columns of a terminal a character takes. */
function noColumns(): Plugin {
  return {
    name: 'no-columns',
    enforce: 'pre',
    resolveId: source => (source === 'get-east-asian-width' ? 'virtual:one-column' : undefined),
    load: id => (id === 'virtual:one-column' ? 'export const eastAsianWidth = () => 1' : undefined),
  }
}

const simulate = resolve(root, 'src/simulate')

/** The drawing replays plain series through windows, checks and bands; it never asks for the rest of the simulator. */
const undrawn: Readonly<Record<string, string>> = {
  [`${simulate}/composite.ts`]: 'export const memberIds = () => [], compositeEvaluator = () => undefined',
  [`${simulate}/slo-alert.ts`]: 'export const sloEvaluator = () => undefined',
  [`${simulate}/metric/functions/index.ts`]: 'export const implementations = {}',
}

function onlyWhatIsDrawn(): Plugin {
  return { name: 'only-what-is-drawn', enforce: 'pre', load: id => undrawn[id] }
}

async function bundle(): Promise<readonly Rollup.OutputChunk[]> {
  const built = await build({
    configFile: false,
    root: web,
    logLevel: 'warn',
    plugins: [wordsOnDemand(), secondReadingOnDemand(), noColumns(), onlyWhatIsDrawn()],
    build: {
      write: false,
      target,
      minify: true,
      modulePreload: false,
      // As a library, so that nothing is added for preloading modules: the page has its own loader.
      lib: { entry: { main: `${web}main.ts` }, formats: ['cjs'] },
      rollupOptions: {
        output: {
          // What several parts use is one file, not one for each combination of parts.
          codeSplitting: {
            groups: [
              { name: 'core', test: core, minShareCount: 2 },
              ...languages.map(lang => ({ name: `words-${lang}`, test: wordsOf(lang) })),
            ],
          },
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: chunk => `${partName(chunk.moduleIds) ?? 'shared'}-[hash].js`,
        },
      },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  return outputs.flatMap(each => ('output' in each ? each.output : [])).filter(each => each.type === 'chunk')
}

// What several parts use, and the first load among them; `widgets` is for definitions and completion, words for a language.
const core =
  /\/src\/(?:diagnostic|catalog(?!\/(?:widgets|names-elsewhere))|query(?!\/(?:rereading|rewriting|moved|lookalikes|pasted|metric\/(?:clauses|durations|pattern-pieces)|search\/stages|monitor\/(?:step-names|condition-words)|message\/reopened|(?:metric|monitor|composite)\/(?:\w+-)?habits)\.ts)|check(?!\/(?:repaired|arrangement|argument-repairs|misplaced-methods|calls-elsewhere|(?:event-methods|names|calls)-meant)\.ts)|model|web(?!\/words\/(?:en|ja))|explain(?!\/words\/(?:en|ja)))\/|^(?:\0|virtual:)/

/** All words of a language but those that only definitions or problems need. */
const wordsOf = (lang: string) => {
  const others = [...Object.keys(definitionTables), ...Object.keys(problemTables)].join('|')
  return new RegExp(
    `^virtual:words-${lang}$|/explain/words/${lang}/(?!(?:${others})\\.ts)|/web/words/${lang}\\.ts`,
  )
}

const lazyModules = [
  'code-editor',
  'definition-reading',
  'drawing',
  'builder-view',
  'tree-view',
  'examples',
  'reasons',
] as const

/** What `chunkReady` calls a file, by the module in it that the page imports. */
function partName(modules: readonly string[]): string | undefined {
  const part = lazyModules.find(name => modules.includes(`${web}${name}.ts`))
  if (part !== undefined) return part
  return modules
    .map(id => /^virtual:((?:definition-|problem-)?words-\w+|second-reading)$/.exec(id)?.[1])
    .find(name => name !== undefined)
}

/** A file and those it needs, the needed first. */
function withImports(file: string, chunks: readonly Rollup.OutputChunk[]): readonly string[] {
  const chunk = chunks.find(({ fileName }) => fileName === file)
  return [...new Set([...(chunk?.imports ?? []).flatMap(each => withImports(each, chunks)), file])]
}

async function loader(chunks: readonly Rollup.OutputChunk[]): Promise<string> {
  const parts = chunks.flatMap(({ moduleIds, fileName }) => {
    const name = partName(moduleIds)
    return name === undefined ? [] : [[name, withImports(fileName, chunks)] as const]
  })
  const source = await readFile(`${web}loader.ts`, 'utf8')
  const { code } = await transform(source, {
    loader: 'ts',
    minify: true,
    target,
    format: 'iife',
    define: { __CHUNK_FILES__: JSON.stringify(Object.fromEntries(parts)) },
  })
  return code
}

/**
 * A sentence that queries need, too, must not stand in a table that only definitions load. What is said of a message stands
 * in the first load; the page sees that a text is one, and loads its words before it is read.
 */
function refuseMissingWords(first: readonly Rollup.OutputChunk[]): void {
  const { message: _asked, ...unasked } = definitionTables
  for (const code of Object.values(unasked).flatMap(Object.keys)) {
    if (first.some(chunk => chunk.code.includes(`\`${code}\``) || chunk.code.includes(`"${code}"`))) {
      throw new Error(`The first load of the playground says ${code}, whose words it does not load.`)
    }
  }
}

const defined = ({ fileName, code }: Rollup.OutputChunk) =>
  `dogmaChunks.define(${JSON.stringify(fileName)},function(require,exports,module){${code}\n});`

async function buildPlayground(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const chunks = await bundle()
  const main = chunks.find(({ isEntry }) => isEntry)!
  const first = withImports(main.fileName, chunks)
  refuseMissingWords(chunks.filter(({ fileName }) => first.includes(fileName)))
  for (const chunk of chunks) {
    const isMain = chunk === main
    const code = isMain ? `${await loader(chunks)}${defined(chunk)}` : defined(chunk)
    await writeFile(`${folder}/${chunk.fileName}`, code)
  }
  // The loader stands in the entry's file, which must therefore come first; it starts when all it imports is there.
  const start = `dogmaChunks.start(${JSON.stringify(main.fileName)});`
  await writeFile(`${folder}/start.js`, start)
  const scripts = [main.fileName, ...first.filter(file => file !== main.fileName), 'start.js']
  const tags = scripts.map(file => `<script defer src="${file}"></script>`).join('\n    ')
  const html = await readFile(`${web}index.html`, 'utf8')
  await writeFile(`${folder}/index.html`, html.replace('<script defer src="main.js"></script>', tags))
  const css = await transform(await readFile(`${web}style.css`, 'utf8'), { loader: 'css', minify: true })
  await writeFile(`${folder}/style.css`, css.code)
  await copyFile(`${web}icon.svg`, `${folder}/icon.svg`)
  await report(
    folder,
    chunks.map(({ fileName }) => fileName),
    scripts,
  )
}

async function report(folder: string, files: readonly string[], first: readonly string[]): Promise<void> {
  for (const file of files) {
    const bytes = await readFile(`${folder}/${file}`)
    const when = first.includes(file) ? 'at once' : 'when needed'
    console.log(
      `${file.padEnd(28)} ${kilobytes(bytes.length)} kB, ${kilobytes(gzipSync(bytes).length)} kB compressed, ${when}`,
    )
  }
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6)

await buildPlayground(resolve(process.argv[2] ?? `${root}dist/playground`))
