// Run by 404.html from the folder of the first page, which is how that page learns where the first page is.
// An unknown address one segment deep starts the application there, which says so in its own words and language.
(() => {
  "use strict";
  const ASSETS = "{{assets}}";
  const root = document.documentElement;
  // Of the scripts tried at each depth, the deepest that exists is this site's.
  if (root.hasAttribute("data-found-home")) return;
  root.setAttribute("data-found-home", "");

  const home = new URL(".", document.currentScript.src);
  const add = (name, values) => document.head.appendChild(Object.assign(document.createElement(name), values));

  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("a[data-home]")) {
      link.href = home.href;
      link.textContent = link.dataset.home;
    }
    if (!/^[^/]+\/?$/.test(location.pathname.slice(home.pathname.length))) return;
    add("base", { href: home.href });
    add("link", { rel: "stylesheet", href: ASSETS.style });
    add("script", { src: "rescue.js", async: false });
    add("script", { type: "module", src: ASSETS.start, async: false });
  });
})();
