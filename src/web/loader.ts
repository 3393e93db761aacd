/**
 * Runs the page's files. Browsers do not load modules from a folder on disk, so the built page consists of ordinary scripts:
 * each calls `define` with its code, and `load` fetches those that are not there yet.
 */
type Factory = (require: (file: string) => object, exports: object, module: { exports: object }) => void

/** Written by the build: the files of each part, those it needs first. */
declare const __CHUNK_FILES__: Readonly<Record<string, readonly string[]>>

const factories = new Map<string, Factory>()
const modules = new Map<string, { exports: object }>()
const scripts = new Map<string, Promise<void>>()
const folder = new URL('.', (document.currentScript as HTMLScriptElement).src).href

function requireFile(file: string): object {
  const name = file.replace(/^\.\//, '')
  const known = modules.get(name)
  if (known !== undefined) return known.exports
  const factory = factories.get(name)
  if (factory === undefined) throw new Error(`${name} is not loaded.`)
  const made = { exports: {} }
  modules.set(name, made)
  factory(requireFile, made.exports, made)
  return made.exports
}

function fetchFile(name: string): Promise<void> {
  if (factories.has(name)) return Promise.resolve()
  const waiting = scripts.get(name) ?? addScript(name)
  scripts.set(name, waiting)
  return waiting
}

function addScript(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = folder + name
    script.onload = () => resolve()
    script.onerror = () => {
      scripts.delete(name)
      reject(new Error(name))
    }
    document.head.append(script)
  })
}

Object.assign(globalThis, {
  dogmaChunks: {
    define: (name: string, factory: Factory) => {
      factories.set(name, factory)
    },
    load: async (part: string) => {
      await Promise.all((__CHUNK_FILES__[part] ?? []).map(fetchFile))
    },
    start: requireFile,
  },
})
