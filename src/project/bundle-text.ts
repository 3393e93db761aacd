import { isAscii } from 'node:buffer'

/**
 * The text of a bundle or of its map. The bundler writes ASCII, which reads fastest as Latin-1, wherever JavaScript has an
 * escape for a character; inside tagged templates, regular expressions and legal comments it has none, so there the file
 * is UTF-8. https://esbuild.github.io/api/#charset
 */
export function bundleText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.toString(isAscii(buffer) ? 'latin1' : 'utf8')
}
