// The map itself. Throws where the machine cannot draw it (no WebGL2).

import maplibregl, { type GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl';

import type { Chosen } from '../components/choice';
import type { City } from '../data/city';
import { Box, boxOf, middleOf } from '../data/geometry';
import { t } from '../words';
import { hiddenAtFirst, mapLayers } from './layers';
import type { Group } from './map_layer';
import { venueColours, venueImagePx } from './map_looks';
import { pictureForPaper } from './paper';
import { noFeatures, sourceMakers, walkAreas, type SourceMaker } from './sources';

/** A square with an outline, as an image for symbols. */
function square(colour: string, outline: string): ImageData {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = venueImagePx;
    const context = canvas.getContext('2d')!;
    context.fillStyle = colour;
    context.strokeStyle = outline;
    context.lineWidth = 2;
    context.fillRect(1, 1, venueImagePx - 2, venueImagePx - 2);
    context.strokeRect(1, 1, venueImagePx - 2, venueImagePx - 2);
    return context.getImageData(0, 0, venueImagePx, venueImagePx);
}

function locale(): Record<string, string> {
    return {
        'Map.Title': t('map_title'),
        'NavigationControl.ZoomIn': t('map_zoom_in'),
        'NavigationControl.ZoomOut': t('map_zoom_out'),
        'ScaleControl.Meters': 'm',
        'ScaleControl.Kilometers': 'km',
        'CooperativeGesturesHandler.WindowsHelpText': t('map_ctrl'),
        'CooperativeGesturesHandler.MacHelpText': t('map_ctrl'),
        'CooperativeGesturesHandler.MobileHelpText': t('map_two_fingers'),
    };
}

export class CityMap {
    private readonly map: MapLibreMap;
    private readonly makers: Record<string, SourceMaker>;
    private readonly shown = new Set<Group>();
    private isLoaded = false;
    private waiting: (() => void)[] = [];

    constructor(
        private readonly city: City,
        container: HTMLElement,
        choose: (chosen: Chosen) => void,
    ) {
        this.makers = sourceMakers(city);
        this.map = new maplibregl.Map({
            container,
            style: {
                version: 8,
                sources: {},
                layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#f7f6f2' } }],
            },
            locale: locale(),
            attributionControl: false,
            dragRotate: false,
            pitchWithRotate: false,
            fadeDuration: 0,
            // A finger that scrolls the page must get past the map.
            cooperativeGestures: window.matchMedia('(pointer: coarse)').matches,
            ...this.wholeCity(),
        });
        this.map.touchZoomRotate.disableRotation();
        this.map.keyboard.disableRotation();
        this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right');
        this.map.addControl(new maplibregl.ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-left');
        this.map.on('load', () => this.addLayers());
        this.map.on('idle', () => container.setAttribute('data-map', 'idle'));
        this.map.on('movestart', () => container.setAttribute('data-map', 'moving'));
        this.listen(choose);
    }

    isShown(group: Group): boolean {
        return this.shown.has(group);
    }

    show(group: Group, isShown: boolean): void {
        if (isShown) {
            this.shown.add(group);
        } else {
            this.shown.delete(group);
        }
        this.whenLoaded(() => {
            for (const { group: own, spec } of mapLayers) {
                if (own === group) {
                    this.fillSource(spec.source);
                    this.map.setLayoutProperty(spec.id, 'visibility', isShown ? 'visible' : 'none');
                }
            }
        });
    }

    /** The ring around what is chosen, its routes and its walk area; and where wanted, the map goes there. */
    choose(chosen: Chosen, goesThere: boolean): void {
        this.whenLoaded(() => {
            const { data } = this.city;
            const id = chosen === null ? '' : data.table(`${chosen.kind}s`).text(chosen.row, `${chosen.kind}_id`);
            const end = chosen?.kind === 'venue' ? 'to' : 'from';
            this.map.setFilter('chosen-casing', ['==', ['get', end], id]);
            this.map.setFilter('chosen-links', ['==', ['get', end], id]);
            const areas = chosen?.kind === 'school' ? walkAreas(this.city, id) : noFeatures;
            this.source('walk-area').setData(areas);
            this.source('chosen').setData(this.ring(chosen));
            if (chosen !== null && goesThere) {
                this.goTo(this.boxAround(chosen, id), 16);
            }
        });
    }

    goToBottleneck(row: number): void {
        this.goTo(boxOf(this.city.data.table('bottlenecks'), [row]), 15);
    }

    goToCity(): void {
        this.map.fitBounds(this.wholeCity().bounds, { padding: 30, animate: false });
    }

    /** What is on the screen now, for paper. */
    picture(): string {
        return pictureForPaper(this.map);
    }

    remove(): void {
        this.map.remove();
    }

    private wholeCity(): {
        bounds: [[number, number], [number, number]];
        fitBoundsOptions: { padding: number; maxZoom: number };
    } {
        const schools = boxOf(this.city.schools);
        const bounds = schools.isEmpty ? boxOf(this.city.data.table('districts')) : schools;
        return {
            bounds: bounds.isEmpty
                ? [
                      [-179, -80],
                      [179, 80],
                  ]
                : bounds.corners,
            fitBoundsOptions: { padding: 30, maxZoom: 15 },
        };
    }

    private goTo(box: Box, maxZoom: number): void {
        if (!box.isEmpty) {
            const animate = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
            this.map.fitBounds(box.corners, { padding: 60, maxZoom, animate, duration: 600 });
        }
    }

    private boxAround(chosen: NonNullable<Chosen>, id: string): Box {
        const { city } = this;
        const box = boxOf(city.data.table(`${chosen.kind}s`), [chosen.row]);
        const links = chosen.kind === 'school' ? city.linksOf(id) : city.linksTo(id);
        links.forEach((row) => box.add(city.links, row));
        const areas = city.data.table('walk_areas');
        if (chosen.kind === 'school') {
            areas.rows.filter((row) => areas.text(row, 'school_id') === id).forEach((row) => box.add(areas, row));
        }
        return box;
    }

    private ring(chosen: Chosen): GeoJSON.FeatureCollection {
        const middle = chosen && middleOf(this.city.data.table(`${chosen.kind}s`), chosen.row);
        return middle
            ? {
                  type: 'FeatureCollection',
                  features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: middle }, properties: { radius: 8 } }],
              }
            : noFeatures;
    }

    private source(name: string): GeoJSONSource {
        return this.map.getSource(name) as GeoJSONSource;
    }

    private whenLoaded(work: () => void): void {
        if (this.isLoaded) {
            work();
        } else {
            this.waiting.push(work);
        }
    }

    private addLayers(): void {
        for (const [use, colour] of Object.entries(venueColours)) {
            this.map.addImage(`venue-${use}`, square(colour, use === 'out_of_reach' ? '#a0a0a0' : '#3c3c3c'));
        }
        const names = new Set(mapLayers.map(({ spec }) => spec.source));
        names.forEach((name) => this.map.addSource(name, { type: 'geojson', data: noFeatures }));
        for (const { group, spec } of mapLayers) {
            const isShown = group === null || !hiddenAtFirst(this.city).includes(group);
            this.map.addLayer(spec);
            this.map.setLayoutProperty(spec.id, 'visibility', isShown ? 'visible' : 'none');
            if (isShown) {
                this.fillSource(spec.source);
                if (group !== null) {
                    this.shown.add(group);
                }
            }
        }
        this.isLoaded = true;
        this.waiting.forEach((work) => work());
        this.waiting = [];
    }

    private readonly filled = new Set<string>();

    private fillSource(name: string): void {
        const maker = this.makers[name];
        if (maker && !this.filled.has(name)) {
            this.filled.add(name);
            this.source(name).setData(maker());
        }
    }

    private listen(choose: (chosen: Chosen) => void): void {
        this.map.on('click', ({ point }) => {
            const hit = this.hitAt(point);
            if (hit !== null) {
                choose(hit);
            }
        });
        this.map.on('mousemove', ({ point, originalEvent }) => {
            // Who drags the map looks for nothing, and looking takes time among thousands of schools.
            if (originalEvent.buttons === 0 && !this.map.isMoving()) {
                this.map.getCanvas().style.cursor = this.hitAt(point) === null ? '' : 'pointer';
            }
        });
    }

    private hitAt({ x, y }: { x: number; y: number }): Chosen {
        const reach = 5;
        const around: [[number, number], [number, number]] = [
            [x - reach, y - reach],
            [x + reach, y + reach],
        ];
        const hit = this.isLoaded ? this.map.queryRenderedFeatures(around, { layers: ['strike_off', 'schools', 'venues'] })[0] : undefined;
        return hit ? { kind: hit.layer.id === 'venues' ? 'venue' : 'school', row: Number(hit.id) } : null;
    }
}
