import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";

// The project makes no request to anyone; Astro asks for this before it sends usage data.
process.env.ASTRO_TELEMETRY_DISABLED = "1";

/**
 * The site is plain files for any static host. Where it will stand is told by two environment
 * variables: SITE_URL (“https://example.org”), which makes links absolute where they must be, and
 * BASE_PATH (“/atlas/”), when it is not the root of that host.
 */
export default defineConfig({
  ...(process.env.SITE_URL && { site: process.env.SITE_URL }),
  base: process.env.BASE_PATH || "/",
  // As static hosts serve `regions/index.html`: without a redirect only at `regions/`.
  trailingSlash: "always",
  integrations: [preact()],
  devToolbar: { enabled: false },
});
