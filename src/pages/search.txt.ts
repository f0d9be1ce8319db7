import type { APIRoute } from "astro";
import { published } from "../query/published.ts";
import { formatIndex } from "../query/search-file.ts";
import { indexOf } from "../query/search-source.ts";

/** The index of the search, for the explorer in the browser. */
export const GET: APIRoute = async () => new Response(formatIndex(await indexOf(published)));
