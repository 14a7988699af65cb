// What the same pages cost Mozilla's Readability with linkedom, on one core, from .html.gz to article:
//     node bench/readability.mjs FOLDER-WITH-node_modules PAGES [HOW-MANY]
import { createRequire } from "node:module";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

const [, , modules, folder, most = "120"] = process.argv;
const require = createRequire(join(resolve(modules), "package.json"));
const { Readability } = require("@mozilla/readability");
const { parseHTML } = require("linkedom");

function* files(path) {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) yield* files(join(path, name));
  else if (/\.html(\.gz)?$/.test(path)) yield path;
}

const all = [...files(folder)];
const step = Math.max(1, Math.floor(all.length / Number(most)));
const chosen = all.filter((_, i) => i % step === 0).slice(0, Number(most));
let bytes = 0, articles = 0;
const start = process.cpuUsage();
for (const path of chosen) {
  const raw = readFileSync(path);
  const html = path.endsWith(".gz") ? gunzipSync(raw) : raw;
  bytes += html.length;
  try {
    if (new Readability(parseHTML(html.toString("utf8")).document).parse()) articles++;
  } catch {
    // a page it cannot take counts as read
  }
}
const used = process.cpuUsage(start);
const seconds = (used.user + used.system) / 1e6;
console.log(`readability: ${chosen.length} of these pages, ${(bytes / 1e6).toFixed(1)} MB of HTML`);
console.log(`  ${"all, from .html.gz to article".padEnd(34)} ${seconds.toFixed(3).padStart(7)} s ` +
  `${(chosen.length / seconds).toFixed(0).padStart(8)} pages/s ${(bytes / 1e6 / seconds).toFixed(1).padStart(8)} MB/s`);
console.log(`  ${articles} articles`);
