// Which school or venue is looked at: the map, the list and the sheet hear of it.

export type Chosen = { kind: 'school' | 'venue'; row: number } | null;

type Listener = (chosen: Chosen, mayMoveMap: boolean) => void;

export class Choice {
    chosen: Chosen = null;
    private listeners: Listener[] = [];

    onChange(listener: Listener): void {
        this.listeners.push(listener);
    }

    forgetListeners(): void {
        this.listeners = [];
    }

    /** `mayMoveMap`: the map goes there, too; not where one chose on the map. */
    choose(chosen: Chosen, mayMoveMap = true): void {
        this.chosen = chosen;
        this.listeners.forEach((listener) => listener(chosen, mayMoveMap));
    }
}
