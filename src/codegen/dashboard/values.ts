import type { Json } from '../../model/index.js'
import { isJsonObject } from '../../model/index.js'
import {
  conditionalComparators,
  conditionalPalettes,
  displayTypes,
  imageSizings,
  legendColumns,
  legendLayouts,
  lineTypes,
  lineWidths,
  liveSpans,
} from '../../catalog/index.js'

/** Fields whose values the builders' types know. Another value stays in Datadog's own form. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  display_type: displayTypes,
  line_type: lineTypes,
  line_width: lineWidths,
  live_span: liveSpans,
  legend_layout: legendLayouts,
  legend_columns: legendColumns,
  sizing: imageSizings,
  comparator: conditionalComparators,
  title_align: ['left', 'center', 'right'],
  conditional_palette: conditionalPalettes,
}

/** Whether every value in a field is one that the builders' types take. */
export function isWritable(field: string, value: Json): boolean {
  if (Array.isArray(value)) return value.every(item => isWritable(field, item))
  if (isJsonObject(value)) {
    return Object.entries(value).every(([key, inner]) => inner !== undefined && isWritable(inField(field, key), inner))
  }
  const values = Object.hasOwn(allowed, field) ? allowed[field] : undefined
  return values === undefined || (typeof value === 'string' && values.includes(value))
}

/** A palette of a conditional format is another list than a palette of a line. */
function inField(field: string, key: string): string {
  return field === 'conditional_formats' && key === 'palette' ? 'conditional_palette' : key
}

