import { type DashboardDefinition, isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, callOf, jsonLiteral, listOf, objectOf } from '../code/index.js'

/** The widgets of a board as its definition has them: on one page, on tabs, or on both. */
export interface Pages {
  /** Undefined where each widget stands on a tab. */
  readonly widgets: Code | undefined
  readonly tabs: Code | undefined
}

interface TabParts {
  readonly id: string
  readonly name: string
  readonly members: readonly (string | number)[]
}

/** Tabs hold their widgets if that keeps the order of the board; else they name the positions of widgets. */
export function pagesOf({ tabs }: DashboardDefinition, widgets: readonly Code[]): Pages {
  const parts = tabParts(tabs)
  if (parts === undefined || parts.length === 0) return { widgets: expanded(widgets), tabs: undefined }
  const onTabs = parts.flatMap(({ members }) => members.map(positionOf)).filter(at => at !== undefined)
  const before = widgets.length - onTabs.length
  if (!onTabs.every((at, index) => at === before + index)) {
    return { widgets: expanded(widgets), tabs: expanded(parts.map(part => tabCode(part, memberLiteral))) }
  }
  return {
    widgets: before === 0 ? undefined : expanded(widgets.slice(0, before)),
    tabs: expanded(
      parts.map(part => tabCode(part, member => widgets[positionOf(member) ?? -1] ?? memberLiteral(member))),
    ),
  }
}

/** Whether `tab` can write all of the tabs. */
export function areTabs(tabs: Json | undefined): boolean {
  return tabParts(tabs) !== undefined
}

function tabParts(tabs: Json | undefined): readonly TabParts[] | undefined {
  if (!Array.isArray(tabs)) return undefined
  const parts = tabs.map(tab => (isJsonObject(tab) ? partsOf(tab) : undefined))
  return parts.every(part => part !== undefined) ? parts : undefined
}

function partsOf({ id, name, widget_ids: members, ...rest }: JsonObject): TabParts | undefined {
  if (typeof id !== 'string' || typeof name !== 'string' || Object.keys(rest).length > 0) return undefined
  return Array.isArray(members) && members.every(isMember) ? { id, name, members } : undefined
}

function isMember(member: Json): member is string | number {
  return typeof member === 'number' || (typeof member === 'string' && positionOf(member) !== undefined)
}

/** `@1` is the first widget, whose index is zero. */
function positionOf(member: string | number): number | undefined {
  const [, digits] = /^@([1-9]\d{0,8})$/.exec(String(member)) ?? []
  return digits === undefined ? undefined : Number(digits) - 1
}

function tabCode({ id, name, members }: TabParts, write: (member: string | number) => Code): Code {
  return callOf('tab', name, listOf(members.map(write)), objectOf([['id', id]]))
}

function memberLiteral(member: string | number): Code {
  return jsonLiteral(member)
}

function expanded(items: readonly Code[]): Code {
  return { kind: 'list', items, isExpanded: true }
}
