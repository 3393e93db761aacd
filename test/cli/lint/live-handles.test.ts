import { afterAll, describe, expect, it } from 'vitest'
import { account, ask, keys } from '../account/accounts.js'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'
import { overlaid, refusing } from './overlay.js'

afterAll(removeProjectFolders)

const api = {
  users: '/api/v2/users',
  teams: '/api/v2/team',
  opsgenie: '/api/v2/integration/opsgenie/services',
  tenant: '/api/v2/integration/ms-teams/configuration/tenant-based-handles',
  workflowHandles: '/api/v2/integration/ms-teams/configuration/workflows-webhook-handles',
  servicenow: '/api/v2/integration/servicenow/handles',
  instances: '/api/v2/integration/servicenow/instances',
  workflows: '/api/v2/workflows',
  slack: '/api/v1/integration/slack/configuration/accounts/acme/channels',
  pagerduty: '/api/v1/integration/pagerduty/configuration/services',
  webhooks: '/api/v1/integration/webhooks/configuration/webhooks',
} as const

/** An account that has one of each, all with the name `sre`. */
async function peopled(): Promise<string> {
  const { url } = await account()
  const add = (path: string, attributes: object) =>
    ask(url, path, 'POST', { data: { type: 'x', attributes } }) as Promise<{ data: { id: string } }>
  await add(api.teams, { handle: 'sre', name: 'SRE' })
  await add(api.opsgenie, { name: 'sre', region: 'us' })
  await add(api.tenant, { name: 'sre', tenant_id: 'a', team_id: 'b', channel_id: 'c' })
  await add(api.workflowHandles, { name: 'sre-flow' })
  await add(api.servicenow, { handle_name: 'sre', instance_id: 'a', servicenow_tablename: 'incident' })
  await add(api.workflows, { name: 'SRE', published: true, spec: { handle: 'sre' } })
  await add(api.workflows, { name: 'Draft', spec: { handle: 'draft' } })
  await ask(url, api.slack, 'POST', { name: '#sre' })
  await ask(url, api.pagerduty, 'POST', { service_name: 'sre', service_key: 'k' })
  await ask(url, api.webhooks, 'POST', { name: 'sre', url: 'https://example.com' })
  const left = await add(api.users, { email: 'left@example.com' })
  await ask(url, `${api.users}/${left.data.id}`, 'PATCH', { data: { attributes: { disabled: true } } })
  await add(api.users, { email: 'new@example.com' })
  return url
}

async function monitorSaying(url: string, message: string): Promise<void> {
  await ask(url, '/api/v1/monitor', 'POST', {
    name: message,
    type: 'query alert',
    query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
    message,
    options: { thresholds: { critical: 4 } },
  })
}

const configWith = (url: string, lint = '{}') => ({
  'dogma.config.ts': `export default { project: 'shop', typeCheck: false, accounts: { live: { url: '${url}' } }, lint: ${lint} }\n`,
})

const withSlack = "{ rules: { 'live/handle-unknown': ['warning', { slackWorkspaces: ['acme'] }] } }"

/** What lint says about handles. */
async function said(url: string, lint?: string): Promise<readonly string[]> {
  const folder = projectFolder(configWith(url, lint))
  const { stdout } = await dogma(['lint', '--account', 'live', '--format', 'json'], {
    folder,
    environment: keys,
  })
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string; hint: string }[] }
  return findings.filter(({ rule }) => /handle-unknown|handles-unknown/.test(rule)).map(each => each.message)
}

describe('live/handle-unknown', () => {
  it.each([
    ['a team', '@team-sre', '@team-sree'],
    ['somebody on call', '@oncall-sre', '@oncall-ops'],
    ['an Opsgenie service', '@opsgenie-sre', '@opsgenie-ops'],
    ['a channel of Microsoft Teams', '@teams-sre @teams-sre-flow', '@teams-ops'],
    ['a ServiceNow template', '@servicenow-sre', '@servicenow-ops'],
    ['a workflow', '@workflow-sre(host=host.name)', '@workflow-ops'],
    ['a PagerDuty service', '@pagerduty-sre', '@pagerduty-ops'],
    ['a webhook', '@webhook-sre', '@webhook-ops'],
    ['a Slack channel', '@slack-sre @slack-acme-sre', '@slack-ops'],
  ])('knows %s', async (_, known, unknown) => {
    const url = await peopled()
    await monitorSaying(url, `All is well. ${known} ${unknown}`)
    expect(await said(url, withSlack)).toEqual([
      `The account knows no \`${unknown}\`, so that handle tells nobody.`,
    ])
  })

  it('knows people who get no mail any more or not yet, and nothing about people outside', async () => {
    const url = await peopled()
    await monitorSaying(url, '@left@example.com @new@example.com @user@sandbox.example @other@example.com')
    expect(await said(url)).toEqual([
      '`@left@example.com` tells nobody: the user is disabled.',
      '`@new@example.com` tells nobody: the user has not accepted the invitation yet.',
    ])
  })

  it('knows workflows that no monitor can start', async () => {
    const url = await peopled()
    await monitorSaying(url, '@workflow-draft')
    expect(await said(url)).toEqual([
      '`@workflow-draft` tells nobody: the workflow is not published, so no monitor can start it.',
    ])
  })

  it('says nothing of families that cannot be read, of variables, and of handles without a name', async () => {
    const url = await peopled()
    const words = '@slack-ops @jira-ops @sns-ops @hangouts-ops @victorops-ops @case-ops @pagerduty @all'
    await monitorSaying(url, `${words} @team-{{host.name}}`)
    expect(await said(url)).toEqual([])
  })

  it('says once what the account does not tell, and checks the rest', async () => {
    const url = await peopled()
    await monitorSaying(url, '@team-a @oncall-b @team-c @pagerduty-d @pagerduty-e @webhook-f')
    const pagers = { [`${api.pagerduty}/d`]: 403, [`${api.pagerduty}/e`]: 403 }
    const seen = await overlaid(url, refusing({ [api.teams]: 403, ...pagers }))
    expect(await said(seen)).toEqual([
      'The account does not tell its teams (Not here), On-Call teams (Not here), PagerDuty services (Not here).',
      'The account knows no `@webhook-f`, so that handle tells nobody.',
    ])
  })

  it('takes a workspace that the account does not have for a family that is not told', async () => {
    const url = await peopled()
    await monitorSaying(url, '@slack-ops')
    const other = withSlack.replace('acme', 'umbrella')
    expect(await said(url, other)).toEqual(['The account does not tell its Slack channels (Item Not Found).'])
  })

  it('asks nothing where the rule is off', async () => {
    const url = await peopled()
    await monitorSaying(url, '@team-ops')
    const paths: string[] = []
    const seen = await overlaid(url, {}, path => paths.push(path))
    expect(await said(seen, "{ rules: { 'live/handle-unknown': 'off' } }")).toEqual([])
    expect(paths).not.toContain(api.teams)
  })
})
