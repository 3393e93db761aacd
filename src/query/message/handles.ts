import { nearest } from '../../diagnostic/index.js'
import { edit, isBlank, isLetterBeyondAscii, type MessageScanner, nextOf, report } from './lexer.js'

/**
 * The integrations that a handle can name before its first `-`.
 * https://docs.datadoghq.com/monitors/notify/#configure-notifications-and-automations
 */
const channels: ReadonlySet<string> = new Set([
  'slack',
  'pagerduty',
  'opsgenie',
  'webhook',
  'teams',
  'team',
  'oncall',
  'case',
  'workflow',
  'servicenow',
  'jira',
  'victorops',
  'sns',
  'hangouts',
  'hipchat',
  'flowdock',
  'campfire',
  'incident',
  'eventbridge',
  'zendesk',
  'statuspage',
  'microsoft',
  'google',
  'zenduty',
  'xmatters',
  'moogsoft',
  'bigpanda',
  'squadcast',
  'rollbar',
  'pushover',
])

/** These work without a name behind them. */
const nameless: ReadonlySet<string> = new Set([
  'all',
  'pagerduty',
  'opsgenie',
  'victorops',
  'servicenow',
  'jira',
])

/** Slack's own words for everybody; Datadog passes them on only in this form. */
const slackMentions = new Map([
  ['@here', '<!here>'],
  ['@channel', '<!channel>'],
  ['@everyone', '<!everyone>'],
])

/** A handle that was read. */
export interface HandleRead {
  readonly end: number
  readonly channel: string
}

/** Longest argument list of a workflow that is looked for; the limit keeps reading linear. */
const argumentListLimit = 2000

/**
 * Reads the handle that begins with the `@` at `start`. Undefined when what stands there is no handle: an attribute
 * (`@http.status_code:500`), a lone sign.
 */
export function readHandle(scanner: MessageScanner, start: number): HandleRead | undefined {
  const { text } = scanner
  const raw = rawEnd(scanner, start + 1)
  const end = withoutTrailingPunctuation(text, start, raw)
  const written = text.slice(start, end)
  const channel = channelOf(written)
  if (channel === undefined) return undefined
  const full = channel === 'workflow' && end === raw ? argumentListEnd(text, end) : end
  checkHandle(scanner, start, full, channel)
  return { end: full, channel }
}

/** Where the characters end that a handle may hold; variables in it belong to it. */
function rawEnd(scanner: MessageScanner, from: number): number {
  const { text } = scanner
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 123) {
      const end = variableEnd(scanner, at)
      if (end === -1) return at
      at = end
    } else if (isHandleCharacter(code)) at += 1
    else return at
  }
  return at
}

function isHandleCharacter(code: number): boolean {
  if (code >= 97 && code <= 122) return true
  if (code >= 64 && code <= 90) return true
  if (code >= 45 && code <= 58) return true
  return code === 95 || code === 43 || code === 35 || code === 37 || isLetterBeyondAscii(code)
}

/** The end of `{{service.name}}` at this place, or -1: a block, a comment or a broken tag ends the handle. */
function variableEnd(scanner: MessageScanner, at: number): number {
  const { text } = scanner
  if (text.charCodeAt(at + 1) !== 123) return -1
  const first = text[at + 2]
  if (first === undefined || '#^/!{ '.includes(first) || text.startsWith('else}}', at + 2)) return -1
  const close = nextOf(scanner, '}}', at)
  if (close === -1) return -1
  for (let inner = at + 2; inner < close; inner += 1) {
    const code = text.charCodeAt(inner)
    if (code === 123 || isBlank(code)) return -1
  }
  return close + 2
}

function withoutTrailingPunctuation(text: string, start: number, raw: number): number {
  let end = raw
  while (end > start + 1 && '.:/'.includes(text[end - 1]!)) end -= 1
  return end
}

/** `slack`, `email`, `team` …; `user` for another name; undefined when it is no handle. */
function channelOf(written: string): string | undefined {
  const name = written.slice(1)
  if (name === '') return undefined
  if (name === 'all') return 'all'
  const dash = name.indexOf('-')
  const prefix = (dash === -1 ? name : name.slice(0, dash)).toLowerCase()
  if (channels.has(prefix) && (dash !== -1 || nameless.has(prefix))) return prefix
  if (name.includes('@')) return isAddress(name) ? 'email' : undefined
  if (name.includes('{{')) return 'user'
  // Attributes of logs begin with `@` as well; they have dots or a value, names of people have not.
  return name.includes('.') || name.includes(':') || name.includes('/') ? undefined : 'user'
}

function isAddress(name: string): boolean {
  const at = name.indexOf('@')
  return at > 0 && at === name.lastIndexOf('@') && at < name.length - 1
}

/** `(key=value, key=value)` behind a workflow, on one line. */
function argumentListEnd(text: string, from: number): number {
  if (text.charCodeAt(from) !== 40) return from
  const limit = Math.min(text.length, from + argumentListLimit)
  for (let at = from + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 41) return at + 1
    if (code === 10) return from
  }
  return from
}

function checkHandle(scanner: MessageScanner, start: number, end: number, channel: string): void {
  const written = scanner.text.slice(start, end)
  const next = scanner.text[end]
  if (written.endsWith('-') && channels.has(channel)) reportNameless(scanner, start, end, channel)
  else if (channel === 'email' && written.includes('/')) warnSlash(scanner, start, end)
  else if (channel === 'user') warnUnknown(scanner, start, end)
  if (next !== undefined && next !== '{' && !isBlank(next.charCodeAt(0))) warnGlued(scanner, start, end)
}

function reportNameless(scanner: MessageScanner, start: number, end: number, channel: string): void {
  report(scanner, start, end, {
    severity: 'error',
    code: 'message/handle-syntax',
    message: `\`${scanner.text.slice(start, end)}\` names no recipient.`,
    hint: `Write the name behind the dash, as in \`@${channel}-name\`.`,
  })
}

function warnSlash(scanner: MessageScanner, start: number, end: number): void {
  report(scanner, start, end, {
    severity: 'warning',
    code: 'message/handle-syntax',
    message: 'An e-mail address with `/` is not recognised as a handle.',
    hint: 'Use an address without `/`.',
  })
}

function warnUnknown(scanner: MessageScanner, start: number, end: number): void {
  const written = scanner.text.slice(start, end)
  const slackForm = slackMentions.get(written)
  if (slackForm !== undefined) warnSlackMention(scanner, start, end, slackForm)
  else if (!written.startsWith('@{')) warnUnknownName(scanner, start, end, written)
}

function warnUnknownName(scanner: MessageScanner, start: number, end: number, written: string): void {
  const dash = written.indexOf('-')
  const meant = dash === -1 ? undefined : nearest(written.slice(1, dash), channels)
  report(scanner, start, end, {
    severity: meant === undefined ? 'info' : 'warning',
    code: 'message/unknown-handle',
    message: `\`${written}\` names no integration that is known here, so nobody may be told.`,
    hint:
      meant === undefined
        ? 'Write an e-mail address, or the integration before the name, as in `@slack-name`.'
        : `Did you mean \`@${meant}-\`?`,
    ...(meant !== undefined && { repair: [edit(start + 1, start + dash, meant)] }),
  })
}

function warnSlackMention(scanner: MessageScanner, start: number, end: number, slackForm: string): void {
  report(scanner, start, end, {
    severity: 'warning',
    code: 'message/unknown-handle',
    message: `\`${scanner.text.slice(start, end)}\` is a mention of Slack, not a handle of Datadog.`,
    hint: `Write \`${slackForm}\` beside the handle of the Slack channel.`,
    repair: [edit(start, end, slackForm)],
  })
}

/** `@slack-ops.`: Datadog takes the sign for a part of the name, or does not see the handle at all. */
function warnGlued(scanner: MessageScanner, start: number, end: number): void {
  const sign = scanner.text[end]!
  report(scanner, start, end + 1, {
    severity: 'warning',
    code: 'message/glued-handle',
    message: `\`${sign}\` stands directly behind the handle \`${scanner.text.slice(start, end)}\`, so the name may not be recognised.`,
    hint: 'Leave a blank behind the handle.',
    repair: [edit(end, end, ' ')],
  })
}

/** `(@slack-ops`: a handle needs a blank before it. Only names of known integrations are taken for one. */
export function checkGluedBefore(scanner: MessageScanner, start: number): void {
  const { text } = scanner
  const name = text.slice(start + 1, start + 14)
  const dash = name.indexOf('-')
  if (dash === -1 || !channels.has(name.slice(0, dash))) return
  const before = text.charCodeAt(start - 1)
  // `ops@slack-corp.example` is an address; `tell:@slack-ops` is not.
  if (before !== 58 && isHandleCharacter(before)) return
  report(scanner, start - 1, start + 1 + dash, {
    severity: 'warning',
    code: 'message/glued-handle',
    message: 'A handle is only recognised at the start of a line or behind a blank.',
    hint: 'Leave a blank before the `@`.',
    repair: [edit(start, start, ' ')],
  })
}
