// A layer of the map, and the heading of the legend under which it is shown and hidden.

import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';

export type Group =
    'strike_off' | 'unreachable' | 'schools' | 'links' | 'venues' | 'campuses' | 'bottlenecks' | 'residential' | 'districts' | 'streets' | 'data_issues';

export type SourcedLayer = Extract<LayerSpecification, { source: string }>;

export interface MapLayer {
    group: Group | null;
    spec: SourcedLayer;
}

/** One colour for each value of a property. */
export function matched(property: string, looks: Record<string, string>, otherwise: string): ExpressionSpecification {
    return ['match', ['get', property], ...Object.entries(looks).flat(), otherwise] as unknown as ExpressionSpecification;
}
