// Colours that only the map and its legend have, and the zooms from which things are drawn.

import { colours } from '../looks';

export const estateColour: Record<string, string> = {
    covered: colours.green,
    uncovered: colours.red,
    cover_unknown: colours.grey,
    pass: colours.green,
    conditional: colours.yellow,
    fail: colours.red,
    unknown: colours.grey,
};

export const walkColour = '#4191c8';
export const streetColours = { near: '#828282', far: '#bebebe' };
export const venueColours: Record<string, string> = { rented: colours.blue, in_reach: '#bed7f0', out_of_reach: '#ebebeb' };
/** The side of the square that stands for a venue, as an image; its outline is lost where it is drawn much smaller. */
export const venueImagePx = 16;
export const severityColour = { error: colours.red, warning: colours.brown, info: colours.blue };

/** Further out areas are specks, routes are dots and venues cover the schools, and thousands of them slow the map down. A city of a few
 * hundred schools fits the screen within these zooms. */
export const areasFromZoom = 11;
export const detailsFromZoom = 11;
export const namesFromZoom = 13;
