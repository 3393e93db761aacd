import type { AccountError } from '../account/index.js'
import type { ResourceKind } from '../model/index.js'
import type { ProjectProblem } from '../project/index.js'

/** What to do about each way in which a call can fail. */
const waysOut: Readonly<Record<AccountError['code'], string>> = {
  unauthorized: 'Check the API key and the application key in the environment, and the site of the account.',
  forbidden:
    'Check that both keys belong to this site and that the application key may read and write monitors, SLOs and dashboards.',
  'not-found': 'Somebody may have deleted it; run `dogma plan` again.',
  conflict: 'Something else in the account still uses it; detach that first.',
  invalid: 'Correct the definition and run the command again.',
  'rate-limited': 'Wait a minute, or use --parallel with a smaller number.',
  unreachable: 'Check the network, the proxy, and `site` or `url` of the account.',
  server: 'Datadog failed to answer; run the command again later. Nothing is done twice.',
  unclear: 'Run the command again: it looks for what was created before it creates anything.',
  unreadable: 'Check `site` or `url` of the account: it must be the address of the API.',
  aborted: 'Run the command again to go on.',
}

/** A failed call as a problem with its way out; with `kind` when only one kind of object is refused. */
export function accountProblem(error: AccountError, account: string, kind?: ResourceKind): ProjectProblem {
  const status = error.status === undefined ? '' : ` (${error.status})`
  const said = error.messages.join(' ') || error.code
  return {
    code: `account/${error.code}`,
    severity: 'error',
    message: `Account ${account}, ${error.request.method} ${error.request.path}${status}: ${said}`,
    hint: kind === undefined ? waysOut[error.code] : missingScope(kind),
  }
}

/** https://docs.datadoghq.com/api/latest/scopes/ */
function missingScope(kind: ResourceKind): string {
  return `The project defines ${kind}s, so nothing is planned without them. Give the application key the scope \`${kind}s_read\` (and \`${kind}s_write\` for apply).`
}
