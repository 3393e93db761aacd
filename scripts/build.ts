// Builds the package: library entries as ES modules with declarations, and the command as two self-contained bundles.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { libraryEntries } from './entries.js'
import { noticesOf } from './notices.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {
  version: string
  dependencies: Record<string, string>
}

/** The same for the same sources, wherever and whenever they are built. */
async function hashOfSources(): Promise<string> {
  const names = (await readdir(`${root}src`, { recursive: true })).filter(name => name.endsWith('.ts')).sort()
  const hash = createHash('sha1')
  for (const name of names) hash.update(name).update(await readFile(`${root}src/${name}`))
  return hash.digest('hex').slice(0, 12)
}

const shared = {
  absWorkingDir: root,
  metafile: true,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  define: {
    __DOGMA_VERSION__: JSON.stringify(manifest.version),
    __DOGMA_BUILD__: JSON.stringify(await hashOfSources()),
  },
  logLevel: 'warning',
  // The notices of what is bundled stand in a file of their own.
  legalComments: 'none',
} as const satisfies BuildOptions

/** Bundles of the command, which the launcher runs. */
const command = {
  ...shared,
  outdir: 'dist/bin',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // The launcher runs these as functions that get their own path.
  define: { ...shared.define, 'import.meta.url': '__filename' },
  // Code that starts from V8's kept form cannot import dynamically; what is external is loaded with `require`.
  supported: { 'dynamic-import': false },
  minify: true,
  // Each file is one function, ready to be compiled as it is read.
  banner: { js: '(function (exports, require, module, __filename) {' },
  footer: { js: '})' },
  // Everything small goes into the bundle; these are only loaded by the commands that need them.
  external: ['esbuild', 'typescript', 'ts-morph'],
} satisfies BuildOptions

/**
 * The command takes from the official client how requests are addressed and signed, and sends them itself: what the client
 * would send them with need not be loaded by every plan.
 */
const withoutSender: Plugin = {
  name: 'client-without-sender',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(cross-fetch|pako)$/ }, ({ path }) => ({ path, namespace: 'no-sender' }))
    onLoad({ filter: /.*/, namespace: 'no-sender' }, () => ({
      contents: 'export const { fetch } = globalThis\nexport default {}',
    }))
  },
}

const languages = ['en', 'ja'] as const

/** Leaves out the words of every other language; the launcher never asks a bundle for those. */
function wordsOf(lang: (typeof languages)[number]): Plugin {
  const others = languages.filter(each => each !== lang)
  return {
    name: 'words-of-one-language',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\.\/(en|ja)\/(index|tidy)\.js$/ }, ({ path, importer }) => {
        const isOther = others.some(other => path.startsWith(`./${other}/`))
        return isOther && importer.endsWith('/explain/words/index.ts')
          ? { path, namespace: 'no-words' }
          : undefined
      })
      onLoad({ filter: /.*/, namespace: 'no-words' }, () => ({
        contents: `export const ${others.join(' = {}, ')} = {}\nexport const tidy = text => text`,
      }))
    },
  }
}

/**
 * The launcher reads bundles as Latin-1. The bundler escapes what is beyond ASCII everywhere but in regular expressions,
 * where the escape means the same. https://esbuild.github.io/api/#charset
 */
async function makeAscii(path: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  await writeFile(path, text.replace(/[\u0080-\uffff]/g, escaped))
}

await rm(`${root}dist`, { recursive: true, force: true })
const results = await Promise.all([
  build({
    ...shared,
    entryPoints: libraryEntries,
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    packages: 'external',
  }),
  build({ ...command, entryPoints: { main: 'src/cli/main.ts' }, plugins: [withoutSender] }),
  ...languages.map(lang =>
    build({
      ...command,
      entryPoints: { [`explain-${lang}`]: 'src/cli/main-explain.ts' },
      plugins: [wordsOf(lang)],
    }),
  ),
  build({
    ...shared,
    entryPoints: { dogma: 'src/cli/launcher.ts' },
    outdir: 'dist/bin',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    minify: true,
  }),
])
for (const name of ['main', ...languages.map(lang => `explain-${lang}`)])
  await makeAscii(`${root}dist/bin/${name}.cjs`)
await writeFile(
  `${root}dist/bin/THIRD-PARTY-NOTICES.txt`,
  await noticesOf(
    root,
    results.map(({ metafile }) => metafile),
  ),
)
await mkdir(`${root}dist/schema`, { recursive: true })
for (const kind of ['monitor', 'slo', 'dashboard']) {
  await copyFile(`${root}src/schema/${kind}.schema.json`, `${root}dist/schema/${kind}.schema.json`)
}
await chmod(`${root}dist/bin/dogma.cjs`, 0o755)
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
})
