/** What Discord refuses in a message, as its API does with status 400 and code 50035. One line a fault. */
type Component = {
  readonly type: number;
  readonly components?: readonly Component[];
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
};

export type Body = {
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly embeds?: readonly unknown[];
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
};

export function refusals(body: Body): string[] {
  const faults: string[] = [];
  const check = (fine: boolean, fault: string) => fine || faults.push(fault);
  const rows = body.components ?? [];
  const controls = rows.flatMap((row) => row.components ?? []);
  const ids = controls.map((control) => control.custom_id ?? "");
  check(Boolean(body.content) || Boolean(body.embeds?.length) || rows.length > 0, "a message that is empty");
  check(codePoints(body.content) <= 2000, "content over 2000");
  check((body.embeds?.length ?? 0) <= 10, "over 10 embeds");
  check(rows.length <= 5, "over 5 rows");
  check(codePoints(body.nonce) <= 25, "nonce over 25");
  check(new Set(ids).size === ids.length, "custom_id twice");
  for (const row of rows) {
    check(row.type === 1, "a component outside a row");
    const buttons = row.components?.filter(({ type }) => type === 2).length ?? 0;
    const selects = row.components?.filter(({ type }) => type === 3).length ?? 0;
    check(buttons <= 5 && buttons + selects * 5 <= 5, "a row over its width");
    check(buttons + selects > 0, "an empty row");
  }
  for (const control of controls) {
    check(control.custom_id !== undefined && control.custom_id.length >= 1, "no custom_id");
    check(codePoints(control.custom_id) <= 100, "custom_id over 100");
    check(codePoints(control.placeholder) <= 150, "placeholder over 150");
    if (control.type === 2) check(within(control.label, 1, 80), "label not 1 to 80");
    if (control.type !== 3) continue;
    check(within(control.options, 1, 25), "options not 1 to 25");
    for (const { label, value } of control.options ?? []) {
      check(within(label, 1, 100) && within(value, 1, 100), "option not 1 to 100");
    }
  }
  return faults;
}

const codePoints = (text = "") => [...text].length;
const within = (thing: { readonly length: number } | undefined, least: number, most: number) =>
  thing !== undefined && thing.length >= least && thing.length <= most;
