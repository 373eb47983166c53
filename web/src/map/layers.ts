// All layers of the map, bottom to top.

import type { City } from '../data/city';
import { groundLayers } from './ground_layers';
import type { Group, MapLayer } from './map_layer';
import { markLayers } from './mark_layers';

export const mapLayers: MapLayer[] = [...groundLayers, ...markLayers];

/** Those that would cover the schools have to be asked for; where schools are shown by their issues, so have they by their status. */
export function hiddenAtFirst(city: City): Group[] {
    const covering: Group[] = ['bottlenecks', 'residential', 'data_issues'];
    return city.data.quarter === null ? covering : [...covering, 'schools'];
}
