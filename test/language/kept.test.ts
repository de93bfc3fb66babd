import { expect, test } from "vitest";
import { Kept } from "../../src/language/kept.ts";

const LIMIT = 8;

test("makes a value once for keys within half its bound, however often they come", () => {
  const kept = new Kept<number, number>(LIMIT);
  let made = 0;
  for (let i = 0; i < 100; i++) kept.of(i % (LIMIT / 2), () => ++made);
  expect(made).toBe(LIMIT / 2);
});

test("keeps what is asked often while others come and go", () => {
  const kept = new Kept<string, number>(LIMIT);
  let made = 0;
  for (let i = 0; i < 1_000; i++) {
    kept.of("often", () => ++made);
    kept.of(`once ${i}`, () => 0);
  }
  expect(made).toBe(1);
});

test("gives each key its own value, and holds no more than its bound", () => {
  const kept = new Kept<number, number>(LIMIT);
  for (let key = 0; key < 100; key++) expect(kept.of(key, (k) => k * 2)).toBe(key * 2);
  let held = 0;
  for (let key = 99; key >= 0; key--) {
    let again = false;
    expect(
      kept.of(key, (k) => {
        again = true;
        return k * 2;
      }),
    ).toBe(key * 2);
    if (!again) held++;
  }
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThanOrEqual(LIMIT);
});
