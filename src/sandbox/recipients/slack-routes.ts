import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import type { JsonObject } from '../json.js'
import { objectOf, textOf } from '../json.js'
import { bodyOf, type Call, param, type Route } from '../route.js'

const PATH = '/api/v1/integration/slack/configuration/accounts/:account/channels'

/** https://docs.datadoghq.com/api/latest/slack-integration/ */
export const SLACK_ROUTES: readonly Route[] = [
  { method: 'GET', path: PATH, handle: listChannels },
  { method: 'POST', path: PATH, handle: createChannel },
  { method: 'GET', path: `${PATH}/:channel`, handle: (call, account) => found(call, account, shown) },
  { method: 'PATCH', path: `${PATH}/:channel`, handle: changeChannel },
  { method: 'DELETE', path: `${PATH}/:channel`, handle: removeChannel },
]

const DISPLAY = { message: true, mute_buttons: false, notified: true, snapshot: true, tags: true }

/** Names begin with `#`, in paths too where people write it. */
function keyOf(call: Call, channel: string): string {
  return `${param(call, 'account')}/${channel.replace(/^#/, '')}`
}

function shown(channel: JsonObject): Answer {
  return ok(objectOf(channel.channel))
}

/** A workspace that has no channel cannot be told from one that is not connected. */
function listChannels(call: Call, account: Account): Answer {
  const workspace = param(call, 'account')
  const channels = account.store.all('slack_channel').filter(each => each.account === workspace)
  return channels.length === 0 ? refuse(404, 'Item Not Found') : ok(channels.map(each => each.channel!))
}

function createChannel(call: Call, account: Account): Answer {
  const sent = bodyOf(call)
  const name = textOf(sent.name)
  if (name === '' || name === '#') return refuse(400, "'name' is a required property")
  const channel = { name, display: { ...DISPLAY, ...objectOf(sent.display) } }
  account.store.put('slack_channel', keyOf(call, name), { account: param(call, 'account'), channel })
  return ok(channel)
}

function found(call: Call, account: Account, answer: (channel: JsonObject, key: string) => Answer): Answer {
  const key = keyOf(call, param(call, 'channel'))
  const channel = account.store.get('slack_channel', key)
  return channel === undefined ? refuse(404, 'Item Not Found') : answer(channel, key)
}

function changeChannel(call: Call, account: Account): Answer {
  return found(call, account, (before, key) => {
    const channel = objectOf(before.channel)
    const display = { ...objectOf(channel.display), ...objectOf(bodyOf(call).display) }
    const after = { ...before, channel: { ...channel, display } }
    account.store.put('slack_channel', key, after)
    return shown(after)
  })
}

function removeChannel(call: Call, account: Account): Answer {
  return found(call, account, (_, key) => {
    account.store.remove('slack_channel', key)
    return noContent
  })
}
