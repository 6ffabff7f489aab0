// The console's keys, copying, and the way back to the login page. Everything else is gradio's.
(() => {
  const say = (words) => {
    const said = document.getElementById("said");
    if (!said) return;
    said.textContent = words;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (said.textContent = ""), 4000);
  };

  const copy = async (id) => {
    const source = document.getElementById(id);
    if (!source) return say("还没有可以复制的内容，请先查询。");
    const words = source.textContent;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // Without https a browser keeps its clipboard from pages; the old way still works.
      const area = Object.assign(document.createElement("textarea"), { value: words });
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) return say("浏览器不允许复制，请手工选取。");
    }
    say("已复制");
  };

  const question = () => document.querySelector("#query textarea, #query input");
  const keys = {
    KeyC: () => copy("script-text"),
    KeyK: () => { question()?.focus(); question()?.select(); },
    KeyN: () => { document.getElementById("fresh")?.click(); question()?.focus(); },
  };

  addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button) copy(button.dataset.copy);
  });
  addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const tab = /^Digit([1-6])$/.exec(event.code);
    const does = tab
      ? () => document.querySelectorAll('#tabs [role="tab"]')[tab[1] - 1]?.click()
      : keys[event.code];
    if (!does) return;
    event.preventDefault();
    does();
  });

  // A session that has ended: back to the login page, in place of an error on every click.
  const fetched = window.fetch.bind(window);
  window.fetch = async (...request) => {
    const response = await fetched(...request);
    if (response.status === 401) location.assign("login");
    return response;
  };
})();
