// Builds the playground: one folder of files that works from any static host, without network, and from a folder on disk.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { build, type Plugin, type Rollup } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = `${root}src/web/`
const target = 'es2022'

/**
 * Words of one language are half of an explanation's code, and a reader needs one language. Where `explain` imports both, it
 * gets a binding that is filled when the page asks for the language; the words themselves become a file of their own.
 */
function wordsOnDemand(): Plugin {
  const tables = resolve(root, 'src/explain/words/index.ts')
  const languages = ['en', 'ja'] as const
  const real = (lang: string) => resolve(root, `src/explain/words/${lang}/index.ts`)
  return {
    name: 'words-on-demand',
    enforce: 'pre',
    resolveId: (source, importer) => {
      if (source.startsWith('virtual:words-')) return source
      const lang = languages.find(each => source === `./${each}/index.js`)
      return lang !== undefined && importer === tables ? `virtual:words-${lang}` : undefined
    },
    load: id => {
      if (id.startsWith('virtual:words-')) {
        const lang = id.slice(-2)
        return `export let ${lang}\nexport const fill = words => { ${lang} = words }`
      }
      if (id !== `${web}load-words.ts`) return undefined
      const fills = languages.map(lang => `import { fill as ${lang} } from 'virtual:words-${lang}'`)
      const loads = languages.map(
        lang => `${lang}: async () => ${lang}((await import(${JSON.stringify(real(lang))})).${lang})`,
      )
      return `${fills.join('\n')}
import { chunkReady } from './chunk.js'
const loads = { ${loads.join(', ')} }
export async function loadWords(lang) { await chunkReady('words-' + lang); await loads[lang]() }`
    },
  }
}

async function bundle(): Promise<readonly Rollup.OutputChunk[]> {
  const built = await build({
    configFile: false,
    root: web,
    logLevel: 'warn',
    plugins: [wordsOnDemand()],
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
          codeSplitting: { groups: [{ name: 'core', test: core, minShareCount: 2 }] },
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: chunk => `${partName(chunk.moduleIds) ?? 'shared'}-[hash].js`,
        },
      },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  return outputs.flatMap(each => ('output' in each ? each.output : [])).filter(each => each.type === 'chunk')
}

const core = /\/src\/(?:diagnostic|catalog|query|check|model|web|explain)\/|^(?:\0|virtual:)/

const lazyModules = ['code-editor', 'drawing', 'builder-view'] as const

/** What `chunkReady` calls a file, by the module in it that the page imports. */
function partName(modules: readonly string[]): string | undefined {
  const part = lazyModules.find(name => modules.includes(`${web}${name}.ts`))
  if (part !== undefined) return part
  const words = modules
    .map(id => /explain\/words\/(en|ja)\/index\.ts$/.exec(id)?.[1])
    .find(lang => lang !== undefined)
  return words === undefined ? undefined : `words-${words}`
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

const defined = ({ fileName, code }: Rollup.OutputChunk) =>
  `dogmaChunks.define(${JSON.stringify(fileName)},function(require,exports,module){${code}\n});`

async function buildPlayground(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const chunks = await bundle()
  const main = chunks.find(({ isEntry }) => isEntry)!
  const first = withImports(main.fileName, chunks)
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
