import { dirname, join, relative } from 'node:path'

/**
 * The author's file that a source map names, relative to the project. The bundler writes the path as a URL, in which `#`,
 * spaces and letters beyond ASCII are escaped. https://tc39.es/ecma426/#sec-source-map-format
 *
 * @example
 * sourceFile('../../monitors/%E6%97%A5.ts', '/sre/.dogma/cache/run.cjs', '/sre') // 'monitors/日.ts'
 */
export function sourceFile(source: string, bundlePath: string, root: string): string {
  return relative(root, join(dirname(bundlePath), unescaped(source))).replaceAll('\\', '/')
}

function unescaped(source: string): string {
  try {
    return decodeURIComponent(source)
  } catch {
    return source
  }
}
