// The service worker: the application opens without a network, and a new version of it waits until it may take over.
//
// `xtask` writes the lists: each file's path beside this script with the first 64 bits of its SHA-256. Another version
// has other lists, so that the browser sees another worker.
//
// States
// - Installing: FIRST, what a first visit needs, is fetched and checked, and of the rest what is here of a version before.
//   What an interrupted try has kept is not fetched again; if one file cannot be had, nothing changes and the browser
//   tries again at another visit.
// - Waiting: everything of FIRST is here; an older worker serves the open pages until all are closed or a page says
//   "take".
// - Active: pages and files come from here. Once a page is quiet it says "tidy", and unless the person saves data "keep"
//   with how the files begin that it may ask for: then those of ASKED and LATER are fetched too.
//
// Invariants
// - One cache for the files of every version, under path and hash: two versions stand side by side, and equal files
//   are there once. An entry was whole and unchanged when it was written, and was not redirected.
// - Nothing of another version is removed while a page is open that may still need it, or another worker is coming.
// - Only pages of the application and files of the lists are answered from here, and pages that the host has not where it
//   cannot be asked: what it would answer is here too. All else is the browser's own affair.
//   `catalogue.json` is in no list: the application keeps the last good one itself, in a cache that is not touched.
//   Where it has one, a host that does not answer within seconds is as good as none.
// - All pages but the first are the same file, whose base is the folder above. An address without its last slash gets
//   the first page, whose base is the folder that it stands in.
(() => {
  "use strict";
  const FIRST = "{{first}}";
  const LATER = "{{later}}";
  const ASKED = "{{asked}}";
  const ROUTES = "{{routes}}";
  const HASHES = { ...FIRST, ...LATER, ...ASKED };
  const HOME = registration.scope;
  const CACHES = "solidaire:" + new URL(HOME).pathname.replaceAll(":", "%3A") + ":";
  const ANSWERS_WITHIN_MS = 5000;
  const TYPES = {
    css: "text/css", html: "text/html; charset=utf-8", js: "text/javascript", json: "application/json",
    png: "image/png", svg: "image/svg+xml", wasm: "application/wasm", webmanifest: "application/manifest+json",
  };

  const files = () => caches.open(CACHES + "files");
  const key = (path) => HOME + path + "?" + HASHES[path];

  const hash = async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  // The file from the host, checked and kept. A folder is asked for by its name, since some hosts redirect to that. The
  // browser's own copy is confirmed by the host; where it is not what the list says, the whole file is asked for.
  const fetched = async (path) => {
    for (const cache of ["no-cache", "reload"]) {
      const answer = await fetch(HOME + path.replace(/index\.html$/, ""), { cache, redirect: "error" });
      if (!answer.ok) break;
      const bytes = await answer.arrayBuffer();
      if ((await hash(bytes)) === HASHES[path]) {
        // Made anew: hosts differ in the types that they name.
        const made = new Response(bytes, { headers: { "Content-Type": TYPES[path.split(".").pop()] } });
        await (await files()).put(key(path), made.clone());
        return made;
      }
    }
    throw new Error(path + " is not what this version needs");
  };
  const kept = async (path) => (await files()).match(key(path));
  const have = async (path) => (await kept(path)) ?? fetched(path);

  // What is kept, or what the host gives, which is kept where it is what the list says.
  const answer = async (path, request) => {
    try {
      return await have(path);
    } catch {
      return fetch(request);
    }
  };
  // A hashed file of a version before, for a page that was opened before this one took over.
  const former = async (request) => (await (await files()).match(request, { ignoreSearch: true })) ?? fetch(request);

  // A page that nobody here knows: the host's, which may have it, or another site's below this one. Without a network
  // the same happens as by the host's page for unknown addresses: one segment deep the application says that there is
  // nothing, deeper that page does, which has no base of its own.
  const unknown = async (path, request) => {
    try {
      return await fetch(request);
    } catch {
      const [, slash] = /^[^/]+(\/?)$/.exec(path) ?? [];
      const page = slash ? ROUTES[0] + "/index.html" : "index.html";
      const kept = await have(slash === undefined ? "404.html" : page);
      return new Response(kept.body, { status: 404, headers: kept.headers });
    }
  };

  const pageAt = (path) => {
    if (path === "" || path === "index.html" || ROUTES.includes(path)) return "index.html";
    return ROUTES.includes(path.replace(/\/(index\.html)?$/, "")) ? ROUTES[0] + "/index.html" : "";
  };

  // Every file is tried, so that the next try finds the more of them.
  const install = async () => {
    const plain = (path) => path.replace(/-[0-9a-f]{16}(?=\.[a-z]+$)/, "");
    const stored = await (await files()).keys();
    const before = new Set(stored.map(({ url }) => plain(url.slice(HOME.length).split("?")[0])));
    const wanted = Object.keys(HASHES).filter((path) => Object.hasOwn(FIRST, path) || before.has(plain(path)));
    const missing = (await Promise.allSettled(wanted.map(have))).find((one) => one.status === "rejected");
    if (missing) throw missing.reason;
  };

  // Removes what this version does not name, unless somebody may still need it.
  const tidy = async (asking) => {
    const cache = await files();
    const stored = await cache.keys();
    const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
    if (pages.some((page) => page.url.startsWith(HOME) && page.id !== asking)) return;
    if (registration.installing || registration.waiting) return;
    const named = new Set(Object.keys(HASHES).map(key));
    for (const request of stored) if (!named.has(request.url)) await cache.delete(request);
  };

  // One after the other, behind whatever the page itself asks for. What cannot be fetched now is fetched when the next
  // page is quiet: some hosts give no page under its file's own name, which must not hold up the others.
  const keep = async (paths) => {
    for (const path of paths) await have(path).catch(() => {});
  };

  const catalogue = async (request) => {
    const answered = fetch(request);
    if (!(await caches.match(HOME + "catalogue.json", { cacheName: CACHES + "edition" }))) return answered;
    return Promise.race([answered, new Promise((late) => setTimeout(late, ANSWERS_WITHIN_MS, Response.error()))]);
  };

  addEventListener("install", (event) => event.waitUntil(install()));
  // The page of a first visit is served from here too, so that the next version waits for it.
  addEventListener("activate", (event) => event.waitUntil(Promise.all([clients.claim(), tidy()])));
  addEventListener("message", (event) => {
    const [order, ...asked] = String(event.data).split(" ");
    if (order === "take") event.waitUntil(skipWaiting());
    if (order === "tidy") event.waitUntil(tidy(event.source?.id));
    if (order === "keep") {
      const known = Object.keys(ASKED).filter((path) => asked.some((start) => start && path.startsWith(start)));
      event.waitUntil(keep([...known, ...Object.keys(LATER)]));
    }
  });
  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(HOME)) return;
    const { pathname, search } = new URL(request.url);
    const path = pathname.slice(new URL(HOME).pathname.length);
    if (request.mode === "navigate") {
      // A route's page, or the guide's, which is a file of its own.
      const page = pageAt(path) || (Object.hasOwn(HASHES, path) ? path : "");
      if (page) event.respondWith(answer(page, request));
      // A name with an ending is a file's, which is no page.
      else if (!/\.[^/.]*$/.test(path)) event.respondWith(unknown(path, request));
    } else if (path === "catalogue.json") {
      // A page that wants it fresh has one to show meanwhile.
      if (request.cache === "default") event.respondWith(catalogue(request));
    } else if (search === "" && Object.hasOwn(HASHES, path)) {
      event.respondWith(answer(path, request));
    } else if (/^[^/]+-[0-9a-f]{16}\.[a-z]+$/.test(path)) {
      event.respondWith(former(request));
    }
  });
})();
