import { type Account, type NotificationRule, readNotificationRules } from '../../account/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'

/** The notification rules of an account; where it does not tell them, that is said once. */
export async function readRoutes(account: Account): Promise<Loaded<readonly NotificationRule[]>> {
  const rules = await readNotificationRules(account)
  if (rules.ok) return { ...rules, problems: [] }
  const { messages, code } = rules.error
  const problem: ProjectProblem = {
    code: 'account/notification-rules-unknown',
    severity: 'info',
    message: `The account does not tell its notification rules: ${(messages.join(' ') || code).replace(/\.$/, '')}.`,
    hint: 'So message/no-notification only saw the handles in the messages. The application key needs the scope `monitors_read`.',
  }
  return { ok: false, problems: [problem] }
}
