/** Columns and rows on a board with a computed layout. */
export interface Size {
  readonly width: number
  readonly height: number
}

const usualSize: Size = { width: 4, height: 3 }

/** How large a widget of a type usually is, on twelve columns. */
const usualSizes: ReadonlyMap<string, Size> = new Map(
  Object.entries({
    timeseries: { width: 6, height: 3 },
    heatmap: { width: 6, height: 3 },
    distribution: { width: 6, height: 3 },
    query_value: { width: 3, height: 2 },
    alert_value: { width: 3, height: 2 },
    check_status: { width: 3, height: 2 },
    alert_graph: { width: 6, height: 3 },
    query_table: { width: 12, height: 4 },
    list_stream: { width: 12, height: 4 },
    log_stream: { width: 12, height: 4 },
    toplist: { width: 4, height: 4 },
    bar_chart: { width: 4, height: 4 },
    manage_status: { width: 6, height: 4 },
    slo_list: { width: 6, height: 4 },
    event_stream: { width: 6, height: 4 },
    free_text: { width: 6, height: 1 },
    geomap: { width: 12, height: 6 },
    hostmap: { width: 6, height: 5 },
    trace_service: { width: 12, height: 8 },
    servicemap: { width: 6, height: 5 },
    topology_map: { width: 6, height: 5 },
    sankey: { width: 12, height: 6 },
    split_group: { width: 12, height: 6 },
    powerpack: { width: 12, height: 6 },
  }),
)

export function usualSizeOf(type: string): Size {
  return usualSizes.get(type) ?? usualSize
}
