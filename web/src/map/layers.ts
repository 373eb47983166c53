// All layers of the map, bottom to top.

import { groundLayers } from './ground_layers';
import type { Group, MapLayer } from './map_layer';
import { markLayers } from './mark_layers';

export const mapLayers: MapLayer[] = [...groundLayers, ...markLayers];

/** Those that would cover the schools have to be asked for. */
export const hiddenAtFirst: Group[] = ['bottlenecks', 'residential', 'data_issues'];
