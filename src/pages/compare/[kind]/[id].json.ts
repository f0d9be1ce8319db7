import type { APIRoute, GetStaticPaths } from "astro";
import { profileOf, subjects } from "../../../query/compare.ts";
import type { Subject } from "../../../query/profile.ts";
import { published } from "../../../query/published.ts";

/** Everything that can be compared. */
export const getStaticPaths = (async () => {
  const all = await subjects(published);
  return all.map((subject) => ({
    params: { kind: subject.kind, id: subject.id },
    props: { subject },
  }));
}) satisfies GetStaticPaths;

/** What is compared of one, for the page in the browser. */
export const GET: APIRoute<{ subject: Subject }> = async ({ props }) =>
  Response.json(await profileOf(published, props.subject));
