// The result as the page asks for it: who is which school, what leads to it, what is said about it.

import type { ReportData } from './report_data';
import type { Table } from './table';

export interface Giver {
    id: string;
    name: string;
}

export class City {
    readonly schools: Table;
    readonly stages: Table;
    readonly links: Table;
    readonly ledger: Table;
    readonly venues: Table;
    private readonly schoolRows = new Map<string, number>();
    private readonly venueRows = new Map<string, number>();
    private readonly stageRows: Map<string, number[]>;
    private readonly linkRows: Map<string, number[]>;
    private readonly giverRows: Map<string, number[]>;
    private readonly ledgerRows: Map<string, number[]>;
    private readonly issueRows: Map<string, number[]>;

    constructor(readonly data: ReportData) {
        this.schools = data.table('schools');
        this.stages = data.table('stages');
        this.links = data.table('links');
        this.ledger = data.table('ledger');
        this.venues = data.table('venues');
        this.schools.rows.forEach((row) => this.schoolRows.set(this.schools.text(row, 'school_id'), row));
        this.venues.rows.forEach((row) => this.venueRows.set(this.venues.text(row, 'venue_id'), row));
        this.stageRows = this.stages.rowsBy('school_id');
        this.linkRows = this.links.rowsBy('from_school');
        this.giverRows = this.links.rowsBy('to_id');
        this.ledgerRows = this.ledger.rowsBy('school_id');
        this.issueRows = data.table('data_issues').rowsBy('feature_id');
    }

    schoolRow(id: string): number | null {
        return this.schoolRows.get(id) ?? null;
    }

    venueRow(id: string): number | null {
        return this.venueRows.get(id) ?? null;
    }

    /** The name, else the id. */
    schoolName(row: number): string {
        return this.schools.text(row, 'name') || this.schools.text(row, 'school_id');
    }

    venueName(row: number): string {
        return this.venues.text(row, 'name') || this.venues.text(row, 'venue_id');
    }

    /** A venue or a school that gives ground. */
    giver(id: string): Giver {
        const venue = this.venueRow(id);
        if (venue !== null) {
            return { id, name: this.venueName(venue) };
        }
        const school = this.schoolRow(id);
        return { id, name: school === null ? id : this.schoolName(school) };
    }

    stagesOf(schoolId: string): number[] {
        return this.stageRows.get(schoolId) ?? [];
    }

    /** The used routes to whoever gives this school ground. */
    linksOf(schoolId: string): number[] {
        return this.linkRows.get(schoolId) ?? [];
    }

    /** The used routes to this venue or partner. */
    linksTo(giverId: string): number[] {
        return this.giverRows.get(giverId) ?? [];
    }

    ledgerOf(schoolId: string): number[] {
        return this.ledgerRows.get(schoolId) ?? [];
    }

    issuesOf(schoolId: string): number[] {
        const issues = this.data.table('data_issues');
        return (this.issueRows.get(schoolId) ?? []).filter((row) => issues.text(row, 'layer') === 'schools');
    }

    /** Schools whose figures say something: branches are counted with their main school. */
    get mainSchools(): number[] {
        return this.schools.rows.filter((row) => this.schools.text(row, 'status') !== 'branch');
    }
}
