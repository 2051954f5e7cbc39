import { boot } from "#lib/boot/boot";
import { env } from "#lib/env";
const t = Date.now();
try {
const b = await boot();
console.log("ready", Date.now() - t, env.DATABASE_URL, env.APP_DATABASE_URL, env.PUBLIC_URL);
if (process.argv[2] === "stay") await new Promise(r => setTimeout(r, 3600_000));
await b.stop();
console.log("stopped", Date.now() - t);
} catch (e) { console.error(e); process.exit(1) }
