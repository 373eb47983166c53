// Areas, and lines on the ground: what lies below the marks.

import type { ExpressionSpecification } from 'maplibre-gl';

import { colours, statusColour } from '../looks';
import { matched, type MapLayer } from './map_layer';
import { areasFromZoom, estateColour, streetColours, walkColour } from './map_looks';

const planned = ['pass', 'conditional', 'fail', 'unknown'];
const isPlanned: ExpressionSpecification = ['in', ['get', 'look'], ['literal', planned]];

export const groundLayers: MapLayer[] = [
    {
        group: 'streets',
        spec: {
            id: 'streets',
            type: 'line',
            source: 'streets',
            minzoom: areasFromZoom,
            paint: {
                'line-color': ['case', ['<=', ['coalesce', ['get', 'minutes'], 99], 5], streetColours.near, streetColours.far],
                'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.4, 16, 1.6],
            },
        },
    },
    {
        group: 'residential',
        spec: {
            id: 'residential',
            type: 'fill',
            source: 'residential',
            minzoom: areasFromZoom,
            paint: {
                'fill-color': matched('look', estateColour, colours.grey),
                'fill-opacity': 0.22,
            },
        },
    },
    {
        group: 'residential',
        spec: {
            id: 'residential-outline',
            type: 'line',
            source: 'residential',
            minzoom: areasFromZoom,
            paint: {
                'line-color': matched('look', estateColour, colours.grey),
                'line-width': ['case', isPlanned, 2, 0.5],
            },
        },
    },
    {
        group: null,
        spec: { id: 'walk-area', type: 'fill', source: 'walk-area', paint: { 'fill-color': walkColour, 'fill-opacity': 0.18 } },
    },
    {
        group: null,
        spec: {
            id: 'walk-area-outline',
            type: 'line',
            source: 'walk-area',
            paint: { 'line-color': walkColour, 'line-width': 1.2 },
        },
    },
    {
        group: 'campuses',
        spec: {
            id: 'campuses',
            type: 'fill',
            source: 'campuses',
            minzoom: areasFromZoom,
            paint: {
                'fill-color': matched('status', statusColour, colours.grey),
                'fill-opacity': 0.28,
                'fill-outline-color': matched('status', statusColour, colours.grey),
            },
        },
    },
    {
        group: 'bottlenecks',
        spec: {
            id: 'bottlenecks',
            type: 'fill',
            source: 'bottlenecks',
            paint: { 'fill-color': colours.orange, 'fill-opacity': 0.25 },
        },
    },
    {
        group: 'bottlenecks',
        spec: {
            id: 'bottlenecks-outline',
            type: 'line',
            source: 'bottlenecks',
            paint: { 'line-color': colours.orange, 'line-width': 3 },
        },
    },
    {
        group: 'districts',
        spec: {
            id: 'districts',
            type: 'line',
            source: 'districts',
            paint: { 'line-color': '#5a5a5a', 'line-width': 1.4, 'line-dasharray': [4, 2] },
        },
    },
];
