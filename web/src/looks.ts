// Colours: those of the map in QGIS (src/layers/styles/style_looks.hpp), which people with red-green blindness can tell apart too. A test
// compares them.

export const colours = {
    green: '#1b9e77',
    yellow: '#f5c33c',
    red: '#d01c28',
    grey: '#787878',
    light_grey: '#c8c8c8',
    blue: '#1f69b4',
    violet: '#8250aa',
    brown: '#a66428',
    orange: '#eb6e14',
} as const;

export const statuses = ['short', 'near', 'meets', 'unknown', 'none', 'branch'] as const;
export type Status = (typeof statuses)[number];

export const statusColour: Record<Status, string> = {
    short: colours.red,
    near: colours.yellow,
    meets: colours.green,
    unknown: colours.grey,
    none: colours.light_grey,
    branch: colours.grey,
};

export const channels = ['share', 'rent', 'basement', 'expand'] as const;
export type Channel = (typeof channels)[number];

export const channelColour: Record<Channel, string> = {
    share: colours.violet,
    rent: colours.blue,
    basement: colours.brown,
    expand: colours.orange,
};

/** In the order in which one of a school's issues speaks for the school. Colours are those of the theme strike-off in QGIS. */
export const strikeStates = ['reopened', 'overdue', 'open', 'in_work', 'claimed', 'closed'] as const;
export type StrikeState = (typeof strikeStates)[number];

export const strikeColour: Record<StrikeState, string> = {
    reopened: colours.violet,
    overdue: colours.red,
    open: colours.orange,
    in_work: colours.yellow,
    claimed: colours.blue,
    closed: colours.green,
};

export const severities = ['error', 'warning', 'info'] as const;
