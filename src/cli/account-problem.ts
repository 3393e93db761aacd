import type { AccountError } from '../account/index.js'
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

/** A failed call as a problem with its way out. */
export function accountProblem(error: AccountError, account: string): ProjectProblem {
  const status = error.status === undefined ? '' : ` (${error.status})`
  const said = error.messages.join(' ') || error.code
  return {
    code: `account/${error.code}`,
    severity: 'error',
    message: `Account ${account}, ${error.request.method} ${error.request.path}${status}: ${said}`,
    hint: waysOut[error.code],
  }
}
