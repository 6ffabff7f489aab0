// The widget: <script src="…/widget.js" data-region="晋江市" defer></script> on a bureau's page makes a button there,
// which opens the assistant in a frame. A classic script without a build step, all of it inside a shadow root: it
// has to bear whatever style, script and Content-Security-Policy that page has.
(() => {
  "use strict";

  const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
  const base = new URL(".", script.src); // where the assistant is served, a prefix included

  const SIZES = { small: [360, 520, 16], medium: [400, 620, 18], large: [480, 740, 22] }; // panel, letters; px
  const NARROW = "(max-width: 480px), (max-height: 480px)"; // here the panel takes the whole screen
  const LOADS_WITHIN = 10_000; // ms; beyond that a link is offered

  const oneOf = (...names) => (value) => (names.includes(value) ? value : undefined);
  const text = (longest) => (value) => (value && value.length <= longest ? value : undefined);

  // What each attribute accepts; undefined for what makes no sense.
  const ATTRIBUTES = new Map([
    ["region", text(40)],
    ["title", text(20)],
    ["position", oneOf("bottom-right", "bottom-left")],
    ["size", oneOf(...Object.keys(SIZES))],
    ["colour", hexColour],
    ["open", (value) => new Map([["", true], ["true", true], ["false", false]]).get(value)],
  ]);

  function hexColour(value) {
    if (/^#[0-9a-f]{6}$/i.test(value)) return value.toLowerCase();
    return /^#[0-9a-f]{3}$/i.test(value) ? hexColour(value.replace(/[^#]/g, "$&$&")) : undefined;
  }

  function settings(given) {
    const chosen = { region: "", title: "补贴政策助手", position: "bottom-right", size: "medium", colour: "#0b5cad", open: false };
    for (const [attribute, value] of Object.entries(given)) {
      const name = attribute === "color" ? "colour" : attribute;
      const meant = ATTRIBUTES.get(name)?.(value.trim());
      if (meant === undefined) console.warn(`补贴政策助手：data-${attribute}="${value}" 不能用，已忽略。`);
      else chosen[name] = meant;
    }
    return chosen;
  }

  /** Black or white, whichever stands out more: the lower of the two best contrasts is 4.58 : 1. */
  function ink(colour) {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000" : "#fff";
  }

  function style({ colour, position, size }, below) {
    const [width, height, letters] = SIZES[size];
    const side = position === "bottom-left" ? "left" : "right";
    const onColour = `background: ${colour}; color: ${ink(colour)};`;
    return `
      /* Of rules marked important those inside win over the page's. */
      :host { all: initial !important; display: block !important; position: fixed !important; z-index: 2147483647 !important; }
      * { box-sizing: border-box; }
      .all, button, a { font: 600 ${letters}px/1.4 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
      button, a { ${onColour} border: 0; border-radius: 8px; min-width: 48px; min-height: 48px; cursor: pointer; }
      button:focus-visible, a:focus-visible { outline: 3px solid #fff; outline-offset: -6px; box-shadow: inset 0 0 0 6px #000; }
      button:hover, a:hover { text-decoration: underline; }
      .launcher {
        position: fixed; ${side}: 20px; bottom: ${20 + below * 72}px; max-width: calc(100vw - 40px);
        display: flex; align-items: center; gap: 8px; padding: 8px 20px; min-height: 56px;
        border: 2px solid #fff; border-radius: 28px; box-shadow: 0 2px 10px #0006;
      }
      .launcher[hidden], .notice[hidden] { display: none; }
      .icon { /* a speech bubble with two lines in it */
        flex: none; width: 24px; height: 24px; background: currentColor;
        clip-path: path(evenodd, "M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm2 5v2h12V8zm0 4v2h8v-2z");
      }
      dialog {
        position: fixed; inset: auto; ${side}: 20px; bottom: 20px; margin: 0; padding: 0;
        width: min(${width}px, 100vw - 40px); height: min(${height}px, 100vh - 40px); max-width: none; max-height: none;
        border: 1px solid #566272; border-radius: 12px; overflow: hidden; background: #fff; color: #1b2430;
        box-shadow: 0 6px 30px #0006;
      }
      dialog[open] { display: flex; flex-direction: column; animation: rise 0.15s ease-out; }
      @keyframes rise { from { opacity: 0; transform: translateY(12px); } }
      .bar { display: flex; align-items: center; padding-left: 16px; ${onColour} }
      .name { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .bar a { padding: 0 10px; font-weight: 400; font-size: ${letters - 2}px; line-height: 48px; text-decoration: underline; white-space: nowrap; }
      .close { font-size: 26px; font-weight: 400; line-height: 1; }
      .notice { margin: 0; padding: 12px 16px; font-weight: 400; }
      iframe { flex: 1; width: 100%; min-height: 0; border: 0; background: #fff; }
      @media ${NARROW} {
        dialog { inset: 0; width: 100vw; height: 100vh; height: 100dvh; border: 0; border-radius: 0; }
      }
      @media (prefers-reduced-motion: reduce) { dialog[open] { animation: none; } }
      @media print { :host { display: none !important; } }
    `;
  }

  /** A style sheet of the shadow root. Made by script it needs no permission of the page's policy. */
  function dress(root, rules) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(element("style", {}, rules)); // browsers from before 2023
    }
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function address(region, more) {
    const page = new URL("ask", base);
    page.search = new URLSearchParams({ ...(region && { region }), ...more });
    return page.href;
  }

  /** A launcher and its panel on the page; `widgets` are all those that there are by now. */
  function widget(chosen, widgets) {
    const { region, title, position } = chosen;
    const below = [...widgets.values()].filter((other) => other.position === position).length;
    const label = region ? `${title}（${region}）` : title;

    const launcher = element("button", { type: "button", class: "launcher", "aria-haspopup": "dialog", "aria-expanded": "false" }, element("span", { class: "icon" }), title);
    const shut = element("button", { type: "button", class: "close", "aria-label": "关闭" }, "×");
    const whole = () => element("a", { href: address(region), target: "_blank", rel: "noopener" }, "新窗口打开");
    const bar = element("div", { class: "bar" }, element("span", { class: "name" }, title), whole(), shut);
    const notice = element("p", { class: "notice", role: "status", hidden: "" }, "这里没有显示出来？请点 ", whole());
    const dialog = element("dialog", { "aria-label": label }, bar, notice);
    const host = element("policy-assistant", {});
    const root = host.attachShadow({ mode: "open" });
    dress(root, style(chosen, below));
    root.append(element("div", { class: "all", role: "complementary", lang: "zh-CN", "aria-label": label }, launcher, dialog));
    document.body.append(host);
    // Above everything, and out of reach of a page that moves or clips its body; where browsers know how.
    host.popover = "manual";
    host.showPopover?.();

    let frame = null;
    let isReady = false;

    /** Tell the page in the frame something; nobody else can read it. */
    const tell = (word) => frame.contentWindow.postMessage(`policy-assistant:${word}`, base.origin);
    const offerLink = () => (notice.hidden = isReady);

    function load() {
      frame = element("iframe", {
        src: address(region, { embed: "1" }),
        name: `policy-assistant ${location.origin}`, // tells every page in the frame where it is: embed.js
        title: label,
        allow: "clipboard-write",
        referrerpolicy: "no-referrer",
      });
      // A page that the browser refuses to show here loads too, but never says that it is ready.
      frame.addEventListener("load", () => setTimeout(offerLink, 1000));
      setTimeout(offerLink, LOADS_WITHIN);
      dialog.append(frame);
    }

    function open({ byPerson }) {
      for (const other of widgets.values()) other.hide();
      if (!frame) load();
      launcher.hidden = true;
      launcher.setAttribute("aria-expanded", "true");
      if (matchMedia(NARROW).matches) dialog.showModal();
      else dialog.setAttribute("open", ""); // unlike show(), this leaves the focus where it is
      if (!byPerson) return;
      frame.focus();
      if (isReady) tell("focus");
    }

    function hide() {
      dialog.close();
      launcher.hidden = false;
      launcher.setAttribute("aria-expanded", "false");
    }

    function close(event) {
      event?.preventDefault();
      hide();
      launcher.focus();
    }

    launcher.addEventListener("click", () => open({ byPerson: true }));
    shut.addEventListener("click", close);
    dialog.addEventListener("cancel", close); // the back button of a phone
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(event);
    });

    addEventListener("message", ({ origin, source, data }) => {
      if (!frame || origin !== base.origin || source !== frame.contentWindow) return;
      if (data === "policy-assistant:close") close();
      if (data === "policy-assistant:ready") {
        if (!isReady && root.activeElement === frame) tell("focus");
        isReady = true;
        offerLink();
      }
    });

    // On a small screen the panel would hide the page before anybody has read it.
    if (chosen.open && !matchMedia(NARROW).matches) open({ byPerson: false });
    return { hide, position };
  }

  function start() {
    const chosen = settings(script.dataset);
    // All copies of this script share one list, so that the same tag twice makes one widget.
    const widgets = (window[Symbol.for("policy-assistant")] ??= new Map());
    const key = JSON.stringify([base.href, chosen]);
    if (!widgets.has(key)) widgets.set(key, widget(chosen, widgets));
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
