import { builtIn } from './brace-problems.js'
import { conditionalNames } from './conditionals.js'
import { edit, type MessageScanner, report } from './lexer.js'

/** `｛｛＃is_alert｝｝` of a Japanese or Chinese keyboard: only what is surely meant as a tag is reported. */
export function checkFullWidthBraces(scanner: MessageScanner): void {
  for (const match of scanner.text.matchAll(/｛{1,2}([^｛｝{}\n]{1,80})｝{1,2}/g)) {
    const inner = withPlainPunctuation(match[1]!).trim()
    if (!isTag(inner)) continue
    const tag = `{{${inner}}}`
    report(scanner, match.index, match.index + match[0].length, {
      severity: 'warning',
      code: 'message/single-brace',
      message: `\`${match[0]}\` is sent as it stands, because the braces of a tag are not full-width.`,
      hint: `Switch the input method off and write \`${tag}\`.`,
      repair: [edit(match.index, match.index + match[0].length, tag)],
    })
  }
}

/** `＃is_alert`, `$value`, `$labels.host` and `.value` between plain braces: the tag that is meant. */
export function tagMeant(inner: string): string | undefined {
  const plain = withPlainPunctuation(inner)
    .trim()
    .replace(/^[$.]labels\.(\w+)$/i, '$1.name')
    .replace(/^[$.]/, '')
  return plain !== inner && isTag(plain) ? `{{${plain}}}` : undefined
}

function withPlainPunctuation(text: string): string {
  return text
    .replace(/[！-～]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replace(/[“”]/g, '"')
}

function isTag(inner: string): boolean {
  const [, sign, name = ''] = /^([#^/]?)\s*([\w.@-]+)/.exec(inner) ?? []
  return sign === '' ? inner === 'else' || builtIn.test(inner) : conditionalNames.includes(name)
}
