import type { Account } from '../account.js'
import { dashboardId, uuid, widgetId } from '../identifiers.js'
import type { Json, JsonObject } from '../json.js'
import { arrayOf, isArray, isObject, objectOf, pick, stringsOf, textOf } from '../json.js'
import { PERSON } from '../people.js'
import { isoMicroseconds } from '../times.js'
import { WRITABLE_FIELDS } from './check.js'
import { slugOf } from './slug.js'

/** Top-level fields that are null in the answer when the request leaves them out. Others are only echoed. */
const NULL_WHEN_ABSENT: JsonObject = { description: null, notify_list: null, template_variables: null }

/** What the body decides: verbatim, apart from widget ids, tab positions and the order of `notify_list`. */
function writtenFields(body: JsonObject, account: Account): JsonObject {
  const sent = pick(body, WRITABLE_FIELDS)
  const widgets = withIds(arrayOf(sent.widgets), account)
  return {
    // Deprecated, and out of today's answers: https://docs.datadoghq.com/api/latest/dashboards/
    is_read_only: body.is_read_only === true,
    ...NULL_WHEN_ABSENT,
    ...sent,
    widgets,
    ...(isArray(sent.notify_list) ? { notify_list: stringsOf(sent.notify_list).toSorted() } : {}),
    ...(isArray(sent.tabs) ? { tabs: storedTabs(sent.tabs, widgets, account) } : {}),
  }
}

/** Widgets without an id get one, also inside groups; an id that was sent is kept. */
function withIds(widgets: readonly Json[], account: Account): readonly Json[] {
  return widgets.map(widget => {
    if (!isObject(widget)) return widget
    const definition = objectOf(widget.definition)
    const inner = isArray(definition.widgets)
      ? { ...definition, widgets: withIds(definition.widgets, account) }
      : definition
    return { ...widget, id: widget.id ?? widgetId(account.store.next('widget')), definition: inner }
  })
}

/** `@1` names a widget by its place, from 1; the answer carries its id. */
function storedTabs(tabs: readonly Json[], widgets: readonly Json[], account: Account): readonly Json[] {
  const idAt = (name: Json) => {
    const place = /^@(\d{1,6})$/.exec(textOf(name))?.[1]
    return place === undefined ? name : (objectOf(widgets[Number(place) - 1]).id ?? name)
  }
  return tabs.filter(isObject).map(tab => ({
    ...tab,
    id: tab.id ?? uuid('tab', account.store.next('tab')),
    widget_ids: arrayOf(tab.widget_ids).map(idAt),
  }))
}

/** A new dashboard; an id in the body is ignored. */
export function newDashboard(body: JsonObject, account: Account): JsonObject {
  const now = isoMicroseconds(account.clock())
  const id = dashboardId(account.store.next('dashboard'))
  return assembled(id, now, now, body, account)
}

/** A PUT replaces everything: fields that are not sent are gone, and widgets without ids get new ones. */
export function changedDashboard(before: JsonObject, body: JsonObject, account: Account): JsonObject {
  const now = isoMicroseconds(account.clock())
  return assembled(textOf(before.id), textOf(before.created_at), now, body, account)
}

function assembled(
  id: string,
  created: string,
  modified: string,
  body: JsonObject,
  account: Account,
): JsonObject {
  return {
    id,
    ...writtenFields(body, account),
    author_handle: PERSON.handle,
    author_name: PERSON.name,
    url: `/dashboard/${id}/${slugOf(textOf(body.title))}`,
    created_at: created,
    modified_at: modified,
  }
}
