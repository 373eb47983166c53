// From what the standard asks for down to what stays open: figures whose sum closes.

import { channels, type Channel } from '../looks';
import type { ReportData } from './report_data';

export interface Waterfall {
    required: number;
    /** What schools have of it, each up to what it needs. */
    own: number;
    given: Record<Channel, number>;
    residual: number;
    /** What a plan says to each channel; null where the config has none. */
    planned: Record<Channel, number | null>;
    plannedElsewhere: number | null;
}

function perChannel<Value>(value: (channel: Channel) => Value): Record<Channel, Value> {
    return Object.fromEntries(channels.map((channel) => [channel, value(channel)])) as Record<Channel, Value>;
}

/** Null where the need of the city is unknown. Results without the lines `waterfall.` have the same figures in others. */
export function waterfallOf(data: ReportData): Waterfall | null {
    const required = data.figure('waterfall.required') ?? data.figure('required_m2');
    const gap = data.figure('gap_m2');
    if (required === null || gap === null) {
        return null;
    }
    return {
        required,
        own: data.figure('waterfall.own') ?? required - gap,
        given: perChannel((channel) => data.figure(`waterfall.${channel}`) ?? data.figure(`given_m2.${channel}`) ?? 0),
        residual: data.figure('waterfall.residual') ?? data.figure('residual_m2') ?? 0,
        planned: perChannel((channel) => data.figure(`plan.${channel}`)),
        plannedElsewhere: data.figure('plan.unnamed'),
    };
}
