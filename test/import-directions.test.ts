import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function imports(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name]) =>
    name!.startsWith(".") ? relative(root, resolve(root, file, "..", name!)) : name!,
  );
}

const engine = sources("src");
const adapters = sources("adapters");

test("there are sources to look at", () => {
  expect(engine.length).toBeGreaterThan(15);
  expect(adapters.length).toBeGreaterThan(5);
});

describe("the engine", () => {
  test.each(engine)("%s imports no adapter and no chat platform", (file) => {
    const wrong = imports(file).filter((name) => /^adapters\/|^@slack|^discord|^pg$/.test(name));
    expect(wrong).toEqual([]);
  });

  test.each(engine.filter((file) => !file.startsWith("src/pack/")))(
    "%s leaves the file system alone",
    (file) => {
      expect(imports(file).filter((name) => /^(node:)?fs/.test(name))).toEqual([]);
    },
  );

  test.each(engine)("%s does not read the environment", (file) => {
    expect(readFileSync(join(root, file), "utf8")).not.toMatch(/process\.env/);
  });
});

test("a question is answered without loading what reads YAML", () => {
  const reached = new Set<string>();
  const follow = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    const text = readFileSync(join(root, file), "utf8").replace(
      /\bimport type [^;]*;|\bexport type [^;]*;/g,
      "",
    );
    for (const [, name] of text.matchAll(/\bfrom "([^"]+)"/g)) {
      if (name!.startsWith(".")) follow(relative(root, resolve(root, file, "..", name!)));
      else reached.add(name!);
    }
  };
  follow("src/index.ts");
  expect(reached).toContain("src/assistant.ts");
  expect([...reached].filter((name) => /^(zod|yaml)$/.test(name))).toEqual([]);
});

describe("the adapters", () => {
  test.each(adapters)("%s enters the engine by its only door", (file) => {
    expect(imports(file).filter((name) => name.startsWith("src/") && name !== "src/index.ts")).toEqual([]);
  });

  // The command line starts the other adapters; what the chat adapters share stands once, in adapters/chat.
  test.each(adapters.filter((file) => !file.startsWith("adapters/cli/")))(
    "%s imports no other adapter",
    (file) => {
      const own = file.split("/").slice(0, 2).join("/");
      const wrong = imports(file).filter(
        (name) => name.startsWith("adapters/") && !name.startsWith(own) && !name.startsWith("adapters/chat/"),
      );
      expect(wrong).toEqual([]);
    },
  );

  test.each(adapters.filter((file) => !file.startsWith("adapters/cli/")))(
    "%s keeps nothing on disk: what people write passes through it",
    (file) => {
      expect(imports(file).filter((name) => /^(node:)?(fs|sqlite)/.test(name))).toEqual([]);
    },
  );

  test.each(adapters.filter((file) => !/\/env\.ts$/.test(file)))(
    "%s leaves the environment to env.ts",
    (file) => {
      expect(readFileSync(join(root, file), "utf8")).not.toMatch(/process\.env/);
    },
  );
});

test("`natural` is only imported by sub-path: its root prints to standard output and reads .env", () => {
  const everywhere = [...engine, ...adapters].flatMap(imports);
  expect(everywhere).not.toContain("natural");
});
