import type { Json, JsonObject } from '../../model/index.js'
import { defined } from '../defined.js'
import { textIn } from '../variable-keys.js'
import { objectsIn } from '../widget-notes.js'
import { change, type DraftChange, membersChanged, sameValue } from './change.js'
import type { LinkState } from './sentences.js'

/** The custom links in the menu of a widget. https://docs.datadoghq.com/dashboards/guide/context-links/ */
export function linkChanges(before: Json | undefined, after: Json | undefined): readonly DraftChange[] {
  const [was, is] = [linksIn(before), linksIn(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(name => {
    const [old, now] = [was.get(name), is.get(name)]
    return sameValue(old, now)
      ? []
      : [change('custom_links', 'diff/link', { name, ...defined({ before: old, after: now }) })]
  })
}

function linksIn(list: Json | undefined): ReadonlyMap<string, LinkState> {
  return new Map(objectsIn(list).map(one => [linkName(one), linkState(one)]))
}

const linkName = (one: JsonObject) => textIn(one, 'label') || textIn(one, 'override_label')

function linkState({ link, is_hidden: hidden }: JsonObject): LinkState {
  return { ...(typeof link === 'string' ? { link } : {}), ...(hidden === true ? { hidden } : {}) }
}

/** The events that are drawn over a widget. https://docs.datadoghq.com/dashboards/widgets/timeseries/#events */
export function eventChanges(
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] | undefined {
  const searches = (list: Json | undefined) => objectsIn(list).map(one => textIn(one, 'q'))
  const { added, removed } = membersChanged(searches(before), searches(after))
  if (added.length + removed.length === 0) return undefined
  return [
    ...added.map(query => change('events', 'diff/events', { added: true, query })),
    ...removed.map(query => change('events', 'diff/events', { added: false, query })),
  ]
}
