/**
 * The address of a page or file of this site, given from its root: the site may live below a path.
 *
 * @example
 * href("/regions/441400/")
 */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, "") + path;
}

/** What the explorer can be opened with; every key may hold several values. */
export interface Selection {
  readonly region?: string | readonly string[];
  /** Level-1 class, or `level1-level2`. */
  readonly type?: string | readonly string[];
  readonly department?: string | readonly string[];
  readonly year?: number | readonly number[];
  readonly theme?: string | readonly string[];
  readonly measure?: "amount" | "projects" | "indicators";
}

/** The address of the explorer showing a selection. */
export function exploreHref(selection: Selection = {}): string {
  const params = new URLSearchParams();
  for (const [key, values] of Object.entries(selection)) {
    for (const value of [values].flat()) params.append(key, String(value));
  }
  return href("/explore/") + (params.size > 0 ? `?${params}` : "");
}

/** The address of a region's page. */
export function regionHref(code: string): string {
  return href(`/regions/${code}/`);
}

/** The address of a department's page. */
export function departmentHref(departmentId: string): string {
  return href(`/departments/${encodeURIComponent(departmentId)}/`);
}

/** The address of a project's page; the slashes of the id are those of the address. */
export function projectHref(projectId: string): string {
  return href(`/projects/${projectId.split("/").map(encodeURIComponent).join("/")}/`);
}
