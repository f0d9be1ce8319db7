import { globSync } from "node:fs";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";

// The project makes no request to anyone; Astro asks for this before it sends usage data.
process.env.ASTRO_TELEMETRY_DISABLED = "1";

/**
 * Builds every page in English too: the same component once more, below `/en`. By the address
 * `Astro.currentLocale` tells which of the two is asked for. A host serves one page for what is not
 * there, so that one speaks both.
 */
const english = {
  name: "english",
  hooks: {
    "astro:config:setup"({ injectRoute }) {
      for (const page of globSync("src/pages/**/*.astro", { cwd: import.meta.dirname })) {
        const path = page.replace("src/pages", "").replace(/(\/index)?\.astro$/, "");
        if (path !== "/404") injectRoute({ pattern: `/en${path}`, entrypoint: page });
      }
    },
  },
};

/**
 * The site is plain files for any static host. Where it will stand is told by environment
 * variables: SITE_URL (“https://example.org”), which makes links absolute where they must be, and
 * BASE_PATH (“/atlas/”), when it is not the root of that host.
 */
export default defineConfig({
  ...(process.env.SITE_URL && { site: process.env.SITE_URL }),
  base: process.env.BASE_PATH || "/",
  // As static hosts serve `regions/index.html`: without a redirect only at `regions/`.
  trailingSlash: "always",
  i18n: { locales: ["zh", "en"], defaultLocale: "zh" },
  integrations: [preact(), english],
  vite: {
    define: { "import.meta.env.REPORT_URL": JSON.stringify(process.env.REPORT_URL ?? "") },
  },
  devToolbar: { enabled: false },
});
