// The data block of the page, unpacked.

import { Quarter, type RawQuarter } from './quarter';
import { Table, emptyTable, type RawTable } from './table';

export interface InputRecord {
    input: string;
    path?: string;
    layer?: string;
    bytes?: number;
    sha256?: string;
    crs?: string;
    encoding?: string;
    rows?: number;
    used?: number;
    left_out?: number;
}

export interface Provenance {
    city?: string;
    version?: string;
    schema_version?: number;
    config?: Record<string, Record<string, unknown>>;
    inputs?: InputRecord[];
}

interface RawReport {
    file: string;
    tables: Record<string, RawTable>;
    left_out: Record<string, number>;
    provenance: Provenance;
    quarter?: RawQuarter;
}

export interface Block {
    lang: string;
    deflated: string;
}

export class ReportData {
    /** Null where the page is not of a register. */
    readonly quarter: Quarter | null;
    private readonly tables = new Map<string, Table>();
    private readonly summary = new Map<string, number>();

    constructor(private readonly raw: RawReport) {
        for (const [name, table] of Object.entries(raw.tables)) {
            this.tables.set(name, new Table(table));
        }
        this.quarter = raw.quarter ? new Quarter(raw.quarter) : null;
        const lines = this.table('summary');
        for (const row of lines.rows) {
            const value = lines.number(row, 'value');
            if (value !== null) {
                this.summary.set(lines.text(row, 'key'), value);
            }
        }
    }

    get file(): string {
        return this.raw.file;
    }

    get provenance(): Provenance {
        return this.raw.provenance;
    }

    get city(): string {
        return this.provenance.city || this.file;
    }

    has(layer: string): boolean {
        return this.tables.has(layer);
    }

    /** Empty where the result has no such layer. */
    table(layer: string): Table {
        return this.tables.get(layer) ?? emptyTable;
    }

    /** How many rows a layer has that is too large for the page; 0 where it is not. */
    rowsLeftOut(layer: string): number {
        return this.raw.left_out[layer] ?? 0;
    }

    /** Null where the summary has no such line, or its value is unknown. */
    figure(key: string): number | null {
        return this.summary.get(key) ?? null;
    }

    figureKeys(prefix: string): string[] {
        return [...this.summary.keys()].filter((key) => key.startsWith(prefix));
    }
}

export async function readReport(block: Block): Promise<ReportData> {
    const bytes = Uint8Array.from(atob(block.deflated), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new ReportData(JSON.parse(await new Response(stream).text()) as RawReport);
}
