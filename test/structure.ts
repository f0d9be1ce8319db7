/**
 * The import rules of the project, as questions over the text of its files. Each answers with what
 * breaks the rule, one line each, so that a failing test names the culprits.
 */
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

export interface SourceFile {
  /** From the root of the project, with slashes: “src/charts/flow.ts”. */
  readonly path: string;
  readonly text: string;
}

const LEAVES = ["model", "text", "format"];
const STAGES = ["extract", "recognise", "normalise", "check", "publish"];

/** What each part of src may import, besides itself. A part that is not here is not in the design. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: [],
  format: [],
  i18n: LEAVES,
  ...Object.fromEntries(STAGES.map((stage) => [stage, LEAVES])),
  // Not publish: the pipeline runs in the browser too.
  pipeline: [...LEAVES, "extract", "recognise", "normalise", "check"],
  query: LEAVES,
  charts: [...LEAVES, "i18n", "query"],
  styles: [],
  components: [...LEAVES, "i18n", "styles", "query", "charts"],
  pages: [...LEAVES, "i18n", "styles", "query", "charts", "components"],
};
/** The page that reads a visitor's own file, and its island. */
const INSPECT = /^src\/(components|pages)\/(.+\/)?inspect[/.]/;

const NODE_PLACES =
  /^src\/(publish\/|publish\.ts|query\/node\.ts|query\/published\.ts|charts\/render\.ts)/;
const NODE_PACKAGES = new Set(["@duckdb/node-api", "linkedom", "jsdom", "happy-dom"]);

/** What makes an answer depend on when and where it is asked. */
const SURROUNDINGS = /^(Date\.now|import\.meta\.(env|glob|dirname|filename))$/;
/** By these publish tells its unfinished work from that of another run. */
const OWN_PROCESS = /^process\.(pid|kill)$/;
/** The build puts them in: the path under which the site stands, and who is told of errors. */
const SETTINGS = ["import.meta.env.BASE_URL", "import.meta.env.REPORT_URL"];
/** The first opens the published data, the second tells a reader who cites the day. */
const READ_SURROUNDINGS = ["src/query/published.ts", "src/components/take/today.ts"];

const SHAPELESS = /^(utils?|helpers?|libs?|commons?|misc|shared|tools?)$/;

/** Imports that an arrow of the design does not allow, and files in no part of the design. */
export function strays(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const part = partOf(file.path);
    const allowed = MAY_IMPORT[part];
    if (!allowed) return [`${file.path} is in no part of the design`];
    return ourImports(file)
      .filter((target) => {
        const other = partOf(target);
        const ownFile = other === "pipeline" && INSPECT.test(file.path);
        return other !== part && !allowed.includes(other) && !ownFile;
      })
      .map((target) => `${file.path} → ${target}`);
  });
}

/** Imports of Node, of DuckDB for Node or of a DOM for Node where there may be none. */
export function nodeOutside(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !NODE_PLACES.test(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter(needsNode)
        .map((name) => `${file.path} → ${name}`),
    );
}

/**
 * Ways from what runs in the browser (islands, the pipeline) to what runs in Node only. Types are
 * no way: they are gone by then.
 */
export function nodeInBrowser(files: readonly SourceFile[]): string[] {
  const graph = graphOf(files, { types: false });
  const roots = files.filter(({ path }) => path.endsWith(".tsx") || path === "src/pipeline.ts");
  return roots.flatMap(({ path }) => {
    const reached = reachable(path, graph).filter((other) => NODE_PLACES.test(other));
    return reached.map((other) => `${path} … → ${other}`);
  });
}

/** Circles of imports, each as the way around it. */
export function cycles(files: readonly SourceFile[]): string[] {
  const graph = graphOf(files);
  const done = new Set<string>();
  const found: string[] = [];
  for (const { path } of files) walk(path, []);
  return found;

  function walk(path: string, trail: readonly string[]): void {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  }
}

/** Reads of the clock, the environment or the disk, except where that is what a file is for. */
export function impurities(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !READ_SURROUNDINGS.includes(file.path))
    .flatMap((file) => {
      const reads: string[] = [];
      eachNode(file, (node) => {
        const read = surroundingsOf(node);
        const own = read && OWN_PROCESS.test(read) && NODE_PLACES.test(file.path);
        if (read && !own) reads.push(`${file.path}: ${read}`);
      });
      return reads;
    });
}

/** Files and folders with a name that holds anything. */
export function shapeless(files: readonly SourceFile[]): string[] {
  const paths = files.map(({ path }) => path);
  return paths.filter((path) =>
    path.split("/").some((name) => SHAPELESS.test(name.replace(/\.\w+$/, ""))),
  );
}

/**
 * Names and paths that a file imports or exports from, statically or not; ours from the root.
 * Without `types` those that are left when the types are erased.
 */
export function importsOf(file: SourceFile, { types = true } = {}): string[] {
  const names = scriptSources(file);
  eachNode(file, (node) => {
    if (!types && isErased(node)) return;
    const name = importedBy(node);
    if (name && ts.isStringLiteralLike(name)) names.push(name.text);
  });
  return [...new Set(names.map((name) => resolve(file.path, name)))];
}

function importedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return node.argument.literal;
  const isImport =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImport ? node.arguments[0] : undefined;
}

function isErased(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node))
    return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

function surroundingsOf(node: ts.Node): string | undefined {
  const isDate = (ts.isNewExpression(node) || ts.isCallExpression(node)) && isNamed(node, "Date");
  if (isDate && !node.arguments?.length) return "the time of now";
  if (ts.isIdentifier(node) && node.text === "process" && isRead(node)) return memberOf(node);
  if (!ts.isPropertyAccessExpression(node) || SETTINGS.includes(node.parent.getText())) return;
  return SURROUNDINGS.test(node.getText()) ? node.getText() : undefined;
}

/** Whether something is asked of a variable, or it is given to another. */
function isRead(variable: ts.Identifier): boolean {
  const { parent } = variable;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === variable;
  const isAccess = ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent);
  return isAccess && parent.expression === variable;
}

/** “process.env” of the `process` in it. */
function memberOf({ parent, text }: ts.Identifier): string {
  return ts.isPropertyAccessExpression(parent) ? parent.getText() : text;
}

function isNamed(node: ts.NewExpression | ts.CallExpression, name: string): boolean {
  return ts.isIdentifier(node.expression) && node.expression.text === name;
}

function needsNode(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name) || NODE_PACKAGES.has(name);
}

/** “src/charts/flow.ts” is in “charts”, “src/text.ts” in “text”, what is not in src in “..”. */
function partOf(path: string): string {
  const [top, part] = path.split("/");
  return top === "src" && part ? part.replace(/\.\w+$/, "") : "..";
}

function resolve(from: string, name: string): string {
  const path = name.replace(/\?.*$/, "");
  if (path.startsWith(".")) return join(dirname(from), path);
  return path.startsWith("/") ? path.slice(1) : name;
}

function ourImports(file: SourceFile, { types = true } = {}): string[] {
  return importsOf(file, { types }).filter((target) =>
    /^(src|data|public|scripts|test|\.\.)\//.test(target),
  );
}

function graphOf(
  files: readonly SourceFile[],
  { types = true } = {},
): ReadonlyMap<string, readonly string[]> {
  return new Map(files.map((file) => [file.path, ourImports(file, { types })]));
}

function reachable(from: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set([from]);
  for (const path of seen) for (const next of graph.get(path) ?? []) seen.add(next);
  return [...seen];
}

function eachNode(file: SourceFile, see: (node: ts.Node) => void): void {
  const visit = (node: ts.Node): void => {
    see(node);
    ts.forEachChild(node, visit);
  };
  for (const code of codeOf(file))
    visit(ts.createSourceFile("code.tsx", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
}

const FRONTMATTER = /^---\n(.*?)\n---/s;
const SCRIPT = /<script[^>]*>(.*?)<\/script>/gs;
const SCRIPT_SOURCE = /<script[^>]*\ssrc="([./][^"]*)"/g;
const STYLE = /<style[^>]*>.*?<\/style>/gs;

/** The code in a file; of an Astro file the frontmatter, the scripts and the expressions. */
function codeOf({ path, text }: SourceFile): string[] {
  if (!path.endsWith(".astro")) return [text];
  const frontmatter = FRONTMATTER.exec(text);
  const template = text.slice(frontmatter?.[0].length ?? 0).replace(STYLE, "");
  const scripts = [...template.matchAll(SCRIPT)].map((match) => match[1]!);
  return [frontmatter?.[1] ?? "", ...scripts, ...expressionsOf(template.replace(SCRIPT, ""))];
}

function scriptSources({ path, text }: SourceFile): string[] {
  return path.endsWith(".astro") ? [...text.matchAll(SCRIPT_SOURCE)].map((m) => m[1]!) : [];
}

/** The outermost `{…}` of a template, in parentheses, as each is an expression. */
function expressionsOf(template: string): string[] {
  const expressions: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: brace, index } of template.matchAll(/[{}]/g)) {
    if (brace === "{" && depth++ === 0) start = index + 1;
    if (brace === "}" && --depth === 0) expressions.push(`(${template.slice(start, index)})`);
  }
  return expressions;
}
