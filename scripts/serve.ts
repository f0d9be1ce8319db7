import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import sirv from "sirv";

/** Types that sirv does not know, or gives without the encoding that Chinese text needs. */
const TYPES: Readonly<Record<string, string>> = {
  ".csv": "text/csv; charset=utf-8",
  ".duckdb": "application/octet-stream",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".txt": "text/plain; charset=utf-8",
};
const LOOPBACK = "127.0.0.1";
/** How many ports after a taken one are tried. */
const TRIES = 100;

export interface Site {
  /** “http://127.0.0.1:4321/”, with the base path if there is one. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a folder of static files on loopback as a static host does: `index.html` of folders,
 * `404.html`, HEAD and byte ranges. The list of files is read once, at the start.
 *
 * Takes the next free port if `port` is taken; 0 is any free port. `base` is the path under which
 * the site was built.
 */
export async function serve(folder: string, { port = 0, base = "/" } = {}): Promise<Site> {
  if (!existsSync(join(folder, "index.html")))
    throw new Error(`${folder} holds no built site; run npm run build first`);
  const prefix = ["", ...base.split("/").filter(Boolean), ""].join("/");
  const files = sirv(folder, {
    etag: true,
    setHeaders(response, path) {
      const type = TYPES[extname(path)];
      if (type) response.setHeader("Content-Type", type);
    },
    onNoMatch: (_, response) => notFound(response, join(folder, "404.html")),
  });
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (!path.startsWith(prefix)) {
      response.writeHead(302, { Location: prefix }).end();
      return;
    }
    request.url = path.slice(prefix.length - 1);
    files(request, response);
  });
  const taken = await listen(server, port);
  return {
    address: `http://${LOOPBACK}:${taken}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function notFound(response: ServerResponse, page: string): void {
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
  response.end(existsSync(page) ? readFileSync(page) : "404");
}

/** Resolves to the port that was free. */
function listen(server: Server, port: number, tries = TRIES): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const again = error.code === "EADDRINUSE" && tries > 0 && port < 65_535;
      if (again) resolve(listen(server, port + 1, tries - 1));
      else reject(error);
    });
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}
