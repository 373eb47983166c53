/** Prints the sheet and the map beside it, and nothing else. */
export function printSheet(): void {
    document.body.classList.add('print-sheet');
    window.addEventListener('afterprint', () => document.body.classList.remove('print-sheet'), { once: true });
    window.print();
}
