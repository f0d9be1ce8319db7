import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const LOCK = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, Package>>;
};

// A registry that lacks the packages of other systems lets npm install drop them from the lock
// file, and npm ci then refuses it everywhere.
it("names the packages of all systems, without which npm ci refuses it", () => {
  const missing = Object.entries(LOCK.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => !fits(version, found(path, name)))
      .map(([name, version]) => `${name}@${version}, wanted by ${path}`),
  );
  expect(missing).toEqual([]);
});

it("names no registry, so that it works with any", () => {
  const bound = Object.entries(LOCK.packages).filter(([, { resolved }]) => resolved);
  expect(bound.map(([path]) => path)).toEqual([]);
});

it("pins what the project names itself", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const versions = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^\d/.test(version))).toEqual([]);
});

/** The package that a package at `path` gets by that name: in its own folder, or in one around it. */
function found(path: string, name: string): Package | undefined {
  const own = LOCK.packages[`${path ? `${path}/` : ""}node_modules/${name}`];
  if (own || !path) return own;
  return found(path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}

/** Packages of systems are wanted in one version; ranges are npm's affair. */
function fits(wanted: string, candidate: Package | undefined): boolean {
  if (!candidate) return false;
  return !/^\d/.test(wanted) || candidate.version === wanted;
}
