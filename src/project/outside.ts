import { definitionConsole, definitionProcess } from './definition-world.js'

/** What definitions may read besides their own files: each such name is looked up on an object that notices it. */
const outsideNames = [
  'process',
  'Date',
  'console',
  'globalThis',
  'global',
  'performance',
  'crypto',
  'fetch',
  'Intl',
  'navigator',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'WeakRef',
  'Function',
  '__dirname',
  '__filename',
] as const

/** The name under which bundles get the object. */
export const outsideParameter = '__outside'

/** For the bundler: every use of a name from outside becomes a use of the object. */
export const outsideDefines: Readonly<Record<string, string>> = {
  ...Object.fromEntries(outsideNames.map(name => [name, `${outsideParameter}.${name}`])),
  'Math.random': `${outsideParameter}.random`,
}

/** The outside world as definitions see it, and whether they looked. */
export interface Outside {
  readonly world: object
  /** True once anything was read: then the same files may give something else next time. */
  wasSeen(): boolean
  /** Says that something was read that the object does not know of, such as a package. */
  see(): void
}

/** A view of the outside world for one run of a bundle that lies at `path`. */
export function watchOutside(path: string): Outside {
  let isSeen = false
  const values: Readonly<Record<string, () => unknown>> = {
    random: () => Math.random,
    console: definitionConsole,
    process: definitionProcess,
    __filename: () => path,
    __dirname: () => path.replace(/[\\/][^\\/]*$/, ''),
  }
  const world = Object.create(null) as object
  for (const name of [...outsideNames, 'random']) {
    const read = values[name] ?? (() => Reflect.get(globalThis, name))
    Object.defineProperty(world, name, {
      get() {
        isSeen = true
        return read()
      },
    })
  }
  return {
    world,
    wasSeen: () => isSeen,
    see: () => {
      isSeen = true
    },
  }
}
