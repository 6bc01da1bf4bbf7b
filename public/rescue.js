// Works without WebAssembly, and before it: applies the settings that must not flash, and when the application cannot
// start or has stopped, says so in plain words and offers what this device holds as a download.
(() => {
  "use strict";
  const TEXTS = "{{texts}}";
  const SLOW_AFTER_MS = 15000;
  const HOST_WITHIN_MS = 8000;
  const READ_WITHIN_MS = 1500;
  const root = document.documentElement;
  const base = new URL(document.baseURI).pathname;
  const prefix = "solidaire:" + base + ":";
  const RENEWED = prefix + "renewed";

  // Within another site's page: read only, nothing of this device is asked or kept, and what is followed opens outside.
  const embedded = location.pathname === base && new URLSearchParams(location.search).get("vue") === "integree";
  if (embedded) {
    root.dataset.embedded = "";
    addEventListener("click", (event) => {
      const link = event.target.closest("a");
      // A telephone number is no page.
      if (link?.protocol.startsWith("http")) Object.assign(link, { target: "_blank", rel: "noopener" });
    }, true);
  }

  const setting = (name) => {
    if (embedded) return null;
    try {
      return localStorage.getItem(prefix + "setting/" + name);
    } catch {
      return null; // Storage is denied: the defaults hold.
    }
  };
  const theme = setting("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const size = setting("text_size");
  if (size && /^[a-z_-]{1,20}$/.test(size)) root.dataset.textSize = size;
  const chosen = setting("lang");
  if (chosen && Object.hasOwn(TEXTS, chosen)) root.lang = chosen;

  const texts = () => (Object.hasOwn(TEXTS, root.lang) ? TEXTS[root.lang] : TEXTS.fr);
  const mounted = () => document.readyState !== "loading" && !document.getElementById("app-loading");

  const element = (name, text, children = []) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };
  const button = (text, action) => {
    const made = element("button", text);
    made.type = "button";
    made.style.cssText = "font:inherit;padding:.6em 1em;margin:0 .75em .75em 0;min-height:44px;cursor:pointer";
    made.addEventListener("click", action);
    return made;
  };

  const stored = () => {
    const entries = {};
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key.startsWith(prefix)) entries[key.slice(prefix.length)] = localStorage.getItem(key);
    }
    return entries;
  };
  const download = (note) => {
    let entries;
    try {
      entries = stored();
    } catch (error) {
      note.textContent = texts().denied + " " + error;
      return;
    }
    if (Object.keys(entries).length === 0) {
      note.textContent = texts().empty;
      return;
    }
    // A backup like any other: what is stored may be packed, and « Restaurer » reads it.
    const file = { format: "solidaire-backup", version: 1, created_at: new Date().toISOString(), entries };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
    link.download = texts().file;
    link.click();
    // The browser may still be reading it.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    note.textContent = texts().saved;
  };

  const panel = (what, reason) => {
    const words = texts();
    const note = element("p");
    note.setAttribute("role", "status");
    const title = element("h1", words.title);
    title.tabIndex = -1;
    const parts = [
      title,
      element("p", what),
      element("p", words.advice),
      element("p", "", [button(words.reload, () => location.reload()), button(words.download, () => download(note))]),
      note,
    ];
    if (reason) parts.push(element("details", "", [element("summary", words.technical), element("pre", reason)]));
    title.id = "rescue-title";
    // Beside the application it is a region of the page; without it, it is what the page is about.
    const made = element(mounted() ? "section" : "main", "", parts);
    made.id = "rescue";
    made.setAttribute("aria-labelledby", title.id);
    made.lang = root.lang;
    // Set through the object model, since the style sheet may be what did not arrive.
    made.style.cssText = "box-sizing:border-box;max-width:42rem;margin:2rem auto;padding:1.25rem;overflow-wrap:anywhere;" +
      "font:1.125rem/1.6 system-ui,sans-serif;color:CanvasText;background:Canvas;border:3px solid #b3261e;border-radius:.5rem";
    for (const part of made.querySelectorAll("h1, p, pre")) part.style.margin = "0 0 .75em";
    for (const pre of made.querySelectorAll("pre")) pre.style.whiteSpace = "pre-wrap";
    return made;
  };

  // Some cache may have given a page of before, whose files the host has replaced: then the host's own page starts
  // another file. It is loaded once; where that does not help, something else is the matter.
  const renew = async () => {
    if (embedded) return false;
    const started = (page) => /<script type="module" src="([^"]+)"/.exec(page)?.[1];
    const host = await fetch(location.href, { cache: "reload", signal: AbortSignal.timeout(HOST_WITHIN_MS) });
    const start = host.ok && started(await host.text());
    if (!start || document.querySelector(`script[src="${start}"]`) || sessionStorage.getItem(RENEWED)) return false;
    sessionStorage.setItem(RENEWED, start);
    // The service worker would give the page of before again; the next start makes it known anew.
    const worker = await navigator.serviceWorker?.getRegistration();
    if (worker?.scope === new URL(".", document.baseURI).href) await worker.unregister();
    const note = element("p", texts().renewed);
    note.setAttribute("role", "alert");
    (document.getElementById("app-loading") ?? document.body).prepend(note);
    setTimeout(() => location.reload(), READ_WITHIN_MS);
    return true;
  };
  // The application calls this when a later part of it does not arrive.
  window.solidaireRenew = () => renew().catch(() => false);

  let shown = false;
  const show = async (what, reason) => {
    if (shown) return; // The first cause is the one to read.
    shown = true;
    if (document.readyState === "loading") {
      await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
    }
    if (!mounted() && await window.solidaireRenew()) return;
    // No browser starts a module from a file of its own disk, whatever it says instead.
    const made = panel(location.protocol === "file:" ? texts().local : what, reason);
    // What was on the screen stays readable below: it may be the phone number that someone needs.
    document.getElementById("app-loading")?.remove();
    document.body.prepend(made);
    made.querySelector("h1").focus();
  };

  // The application offers this itself, when it makes sense; it is not there yet when the browser does.
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    window.solidaireInstall = event;
  });

  // The panic hook and start.js call this.
  window.solidaireRescue = (reason) => show(mounted() ? texts().stopped : texts().failed, String(reason ?? ""));

  const failed = (error) => {
    const stopped = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
    if (stopped || !mounted()) window.solidaireRescue(error);
  };
  addEventListener("error", (event) => {
    if (event.target instanceof HTMLScriptElement) {
      if (!mounted()) show(texts().failed, event.target.src);
    } else if (event instanceof ErrorEvent) {
      failed(event.error ?? event.message);
    }
  }, true);
  addEventListener("unhandledrejection", (event) => failed(event.reason));

  setTimeout(() => {
    // Inside the placeholder, which the application removes if it starts after all.
    const loading = document.getElementById("app-loading");
    if (loading && !shown) loading.append(panel(texts().slow, ""));
    try {
      if (!loading && !embedded) sessionStorage.removeItem(RENEWED);
    } catch {
      // Storage is denied: no page was loaded anew.
    }
  }, SLOW_AFTER_MS);
})();
