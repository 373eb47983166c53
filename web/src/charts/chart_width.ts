/** Units across a chart: pixels on a wide screen and on a phone, so that its letters are as large as the text around it. */
export function chartWidth(): number {
    return Math.min(640, Math.max(300, window.innerWidth - 58));
}
