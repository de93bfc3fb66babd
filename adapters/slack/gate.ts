/** A place that takes no more messages for a while: what waits for it goes in order, urgent before the rest. */

type Waiting = { readonly urgent: boolean; readonly go: () => void };

export type Gates = {
  /** Waits until the place is open, then runs `work`; at once where it is open already. */
  through<T>(place: string, urgent: boolean, work: () => Promise<T>): Promise<T>;
  /** Keeps the place closed for so many milliseconds from now. */
  close(place: string, ms: number): void;
  isClosed(place: string): boolean;
};

export function createGates(): Gates {
  const closed = new Map<
    string,
    { opensAt: number; timer: NodeJS.Timeout | undefined; readonly waiting: Waiting[] }
  >();

  function release(place: string): void {
    const gate = closed.get(place);
    if (!gate || gate.timer) return;
    const rest = gate.opensAt - Date.now();
    if (rest > 0) {
      gate.timer = setTimeout(() => {
        gate.timer = undefined;
        release(place);
      }, rest);
      return;
    }
    const index = Math.max(
      0,
      gate.waiting.findIndex(({ urgent }) => urgent),
    );
    const [next] = gate.waiting.splice(index, 1);
    if (next) next.go();
    else closed.delete(place);
  }

  return {
    async through(place, urgent, work) {
      const gate = closed.get(place);
      if (!gate) return work();
      await new Promise<void>((go) => gate.waiting.push({ urgent, go }));
      // One at a time, so that the order holds and a place that closes again is noticed by the first.
      try {
        return await work();
      } finally {
        release(place);
      }
    },
    close(place, ms) {
      const gate = closed.get(place) ?? { opensAt: 0, timer: undefined, waiting: [] };
      closed.set(place, gate);
      gate.opensAt = Math.max(gate.opensAt, Date.now() + ms);
      release(place);
    },
    isClosed: (place) => closed.has(place),
  };
}
