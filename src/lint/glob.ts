/** A matcher of `*` (anything but `/`), `**` (anything) and `?` (one character); everything else is itself. */
export function glob(pattern: string): (text: string) => boolean {
  const expression = new RegExp(
    `^${pattern
      .split(/(\*\*\/|\*\*|\*|\?)/)
      .map(translated)
      .join('')}$`,
    'u',
  )
  return text => expression.test(text)
}

const wildcards: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
}

function translated(piece: string): string {
  return wildcards[piece] ?? piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
