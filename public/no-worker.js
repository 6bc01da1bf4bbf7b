// What lies in the place of the service worker where a site is published without one: `cargo xtask dist
// --without-worker`. A browser that knows a worker of before looks for a newer one whenever a page is opened, past every
// copy, finds this and is rid of it: no page is answered from then on, also not those that are open. The files go; what
// persons have kept stays, and so does the last good catalogue.
(() => {
  "use strict";
  const FILES = "solidaire:" + new URL(registration.scope).pathname.replaceAll(":", "%3A") + ":files";
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => {
    event.waitUntil(Promise.all([caches.delete(FILES), registration.unregister()]));
  });
})();
