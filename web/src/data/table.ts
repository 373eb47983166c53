// A layer of the result as the program put it into the page: column by column.

export type Cell = string | number | null;

/** A point is [x, y]; a line is a list of runs; an area a list of polygons, each a list of rings. Runs are x, y, then differences, in so
 * many units to a degree as the table says. */
export type Shape = number[] | number[][] | number[][][];

export interface RawTable {
    rows: number;
    units_per_degree?: number;
    columns: Record<string, Cell[]>;
    geometry?: (Shape | null)[];
}

export class Table {
    constructor(private readonly raw: RawTable) {}

    get length(): number {
        return this.raw.rows;
    }

    get rows(): number[] {
        return Array.from({ length: this.raw.rows }, (_, row) => row);
    }

    has(column: string): boolean {
        return column in this.raw.columns;
    }

    cell(row: number, column: string): Cell {
        return this.raw.columns[column]?.[row] ?? null;
    }

    /** Empty where there is none. */
    text(row: number, column: string): string {
        const cell = this.cell(row, column);
        return cell === null ? '' : String(cell);
    }

    /** Null where there is none: unknown is never zero. */
    number(row: number, column: string): number | null {
        const cell = this.cell(row, column);
        return typeof cell === 'number' ? cell : null;
    }

    /** The sum of what is known. */
    sum(column: string): number {
        return this.rows.reduce((sum, row) => sum + (this.number(row, column) ?? 0), 0);
    }

    get unitsPerDegree(): number {
        return this.raw.units_per_degree ?? 1;
    }

    shape(row: number): Shape | null {
        return this.raw.geometry?.[row] ?? null;
    }

    /** The rows that hold each value of a column, in their order. */
    rowsBy(column: string): Map<string, number[]> {
        const groups = new Map<string, number[]>();
        for (const row of this.rows) {
            const key = this.text(row, column);
            const group = groups.get(key);
            if (group) {
                group.push(row);
            } else {
                groups.set(key, [row]);
            }
        }
        return groups;
    }
}

export const emptyTable = new Table({ rows: 0, columns: {} });
