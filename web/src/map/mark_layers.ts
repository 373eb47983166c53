// Routes, venues, schools and names: what lies above the ground.

import type { ExpressionSpecification } from 'maplibre-gl';

import { channelColour, colours, statusColour, strikeColour } from '../looks';
import { matched, type MapLayer, type SourcedLayer } from './map_layer';
import { detailsFromZoom, namesFromZoom, severityColour, venueImagePx } from './map_looks';

const fonts = ['Microsoft YaHei, Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif'];

/** Smaller where the whole city is seen. */
function byZoom(factor: number): ExpressionSpecification {
    const size: ExpressionSpecification = ['*', factor, ['get', 'size']];
    return ['interpolate', ['linear'], ['zoom'], 8, ['*', 0.3, size], 12.5, size];
}

function labels(source: string, minzoom: number, size: number, colour: string, offset: number): SourcedLayer {
    return {
        id: `${source}-names`,
        type: 'symbol',
        source,
        minzoom,
        layout: {
            'text-field': ['get', 'name'],
            'text-font': fonts,
            'text-size': size,
            'text-offset': [0, offset],
            'text-anchor': offset === 0 ? 'center' : 'top',
            'text-optional': true,
        },
        paint: { 'text-color': colour, 'text-halo-color': '#fff', 'text-halo-width': 1.5 },
    };
}

export const markLayers: MapLayer[] = [
    {
        group: 'links',
        spec: {
            id: 'links',
            type: 'line',
            source: 'links',
            minzoom: detailsFromZoom,
            layout: { 'line-cap': 'round', 'line-join': 'round' },
            paint: {
                'line-color': matched('channel', channelColour, colours.grey),
                'line-width': byZoom(1),
            },
        },
    },
    {
        group: null,
        spec: {
            id: 'chosen-casing',
            type: 'line',
            source: 'links',
            filter: ['==', ['get', 'from'], ''],
            layout: { 'line-cap': 'round', 'line-join': 'round' },
            paint: {
                'line-color': '#fff',
                'line-width': ['+', 6, ['get', 'size']],
            },
        },
    },
    {
        group: null,
        spec: {
            id: 'chosen-links',
            type: 'line',
            source: 'links',
            filter: ['==', ['get', 'from'], ''],
            layout: { 'line-cap': 'round', 'line-join': 'round' },
            paint: {
                'line-color': matched('channel', channelColour, colours.grey),
                'line-width': ['+', 2, ['get', 'size']],
            },
        },
    },
    {
        group: 'venues',
        spec: {
            id: 'venues',
            type: 'symbol',
            source: 'venues',
            minzoom: detailsFromZoom,
            layout: {
                'icon-image': ['concat', 'venue-', ['get', 'use']],
                'icon-size': [
                    'interpolate',
                    ['linear'],
                    ['zoom'],
                    detailsFromZoom,
                    ['max', 0.4, ['/', ['get', 'size'], 1.5 * venueImagePx]],
                    14,
                    ['max', 0.5, ['/', ['get', 'size'], venueImagePx]],
                ],
                'icon-allow-overlap': true,
                // What is used lies on top.
                'symbol-sort-key': ['match', ['get', 'use'], 'rented', 2, 'in_reach', 1, 0],
            },
        },
    },
    {
        group: 'schools',
        spec: {
            id: 'schools',
            type: 'circle',
            source: 'schools',
            layout: { 'circle-sort-key': ['get', 'gap'] },
            paint: {
                'circle-color': matched('status', statusColour, colours.grey),
                'circle-radius': byZoom(0.5),
                'circle-stroke-color': '#fff',
                'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 8, 0.2, 12, 1],
            },
        },
    },
    {
        group: 'strike_off',
        spec: {
            id: 'strike_off',
            type: 'circle',
            source: 'strike_off',
            layout: { 'circle-sort-key': ['get', 'gap'] },
            paint: {
                'circle-color': matched('state', strikeColour, colours.grey),
                'circle-radius': byZoom(0.5),
                'circle-stroke-color': '#3c3c3c',
                'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 8, 0.2, 12, 1],
            },
        },
    },
    {
        group: 'unreachable',
        spec: {
            id: 'unreachable',
            type: 'circle',
            source: 'unreachable',
            paint: {
                'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, ['*', 0.2, ['get', 'size']], 12.5, ['+', 4, ['*', 0.5, ['get', 'size']]]],
                'circle-color': 'rgba(0,0,0,0)',
                'circle-stroke-color': '#111',
                'circle-stroke-width': 2,
            },
        },
    },
    {
        group: null,
        spec: {
            id: 'chosen-ring',
            type: 'circle',
            source: 'chosen',
            paint: {
                'circle-radius': ['+', 6, ['get', 'radius']],
                'circle-color': 'rgba(0,0,0,0)',
                'circle-stroke-color': '#111',
                'circle-stroke-width': 3,
            },
        },
    },
    {
        group: 'data_issues',
        spec: {
            id: 'data_issues',
            type: 'circle',
            source: 'data_issues',
            paint: {
                'circle-color': matched('severity', severityColour, colours.blue),
                'circle-radius': 4,
                'circle-stroke-color': '#fff',
                'circle-stroke-width': 1,
            },
        },
    },
    { group: 'districts', spec: labels('district_names', 9, 13, '#5a5a5a', 0) },
    { group: 'venues', spec: labels('venues', namesFromZoom + 1, 11, '#143c78', 1) },
    { group: 'strike_off', spec: labels('strike_off', namesFromZoom, 12, '#1e1e1e', 1.1) },
    { group: 'schools', spec: labels('schools', namesFromZoom, 12, '#1e1e1e', 1.1) },
];
