/** Pieces of the patterns of habits. */
export const aggregator = '(?:avg|sum|min|max|count|p\\d\\d(?:\\.\\d+)?)'
export const scope = '\\{[^{}]*\\}'
export const group = `by\\s*${scope}`
/** A series without methods. */
export const series = `(?:${aggregator}:)?[a-zA-Z][\\w.]*(?:\\s*${scope})?(?:\\s*${group})?`
