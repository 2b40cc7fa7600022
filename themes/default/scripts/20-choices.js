// Narrows the list of services in place: the links of the panel become checkboxes. Choices of one
// group widen what is found, groups narrow it. The address says what is chosen. Which services a
// choice finds is read from a file of this site when the first choice is made; the rows are those of
// the list of all services, so that they look the same.
(() => {
  const panel = document.querySelector("[data-choices]");
  if (!panel) return;
  const rowsAtOnce = 50;
  const part = (name) => document.querySelector(`[data-${name}]`);
  const status = part("status");
  const list = part("list-rows");
  const more = part("more");
  // Made when the first number is shown: they take a slow phone longer than all the rest at the start.
  let formats;
  const numbers = () => (formats ??= new Intl.NumberFormat(document.documentElement.lang));

  const make = (tag, text, className = "") => {
    const made = document.createElement(tag);
    made.textContent = text;
    made.className = className;
    return made;
  };

  const groups = [...panel.querySelectorAll("[data-group]")].map((box) => ({
    box,
    slug: box.dataset.group,
    name: box.parentElement.querySelector("summary").textContent,
    choices: [...box.querySelectorAll("[data-value]")].map((link) => {
      const label = make("label", "", link.className);
      const check = make("input", "");
      check.type = "checkbox";
      check.name = box.dataset.group;
      check.value = link.dataset.value;
      label.append(check, ...link.childNodes);
      link.replaceWith(label);
      const count = label.querySelector(".ok-choices__count");
      return { check, count, name: label.querySelector("[data-name]").textContent };
    }),
  }));

  let index;
  const rowPages = new Map();
  let turn = 0;

  const load = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer;
  };

  // Each choice learns the positions of its services; positions in the file are steps.
  const readIndex = async () => {
    const read = await (await load(panel.dataset.index)).json();
    for (const { slug, choices } of groups) {
      for (const choice of choices) {
        let at = 0;
        choice.found = (read.found[slug]?.[choice.check.value] ?? []).map((step) => (at += step));
      }
    }
    return read;
  };

  const rowsOfPage = (page) => {
    if (!rowPages.has(page)) {
      const url = panel.dataset.rows + (page ? `strona-${page + 1}/` : "");
      const rows = load(url).then(async (answer) => {
        const read = new DOMParser().parseFromString(await answer.text(), "text/html");
        return read.querySelectorAll("[data-all-rows] > li");
      });
      rowPages.set(page, rows);
      rows.catch(() => rowPages.delete(page));
    }
    return rowPages.get(page);
  };

  const rowAt = async (position) => {
    const rows = await rowsOfPage(Math.floor(position / index.rowsOfPage));
    return document.importNode(rows[position % index.rowsOfPage], true);
  };

  const chosenOf = (group) => group.choices.filter(({ check }) => check.checked);

  // How many groups each service satisfies, and which services satisfy all of them.
  const find = () => {
    const active = groups.filter((group) => chosenOf(group).length);
    const hits = new Uint8Array(index.services);
    for (const group of groups) {
      group.hits = new Uint8Array(index.services);
      for (const { found } of chosenOf(group)) for (const at of found) group.hits[at] = 1;
      group.hits.forEach((hit, at) => (hits[at] += hit));
    }
    // Whether a service satisfies all groups but this one.
    const fits = (group) => {
      const others = active.length - active.includes(group);
      return (at) => hits[at] - group.hits[at] === others;
    };
    for (const group of groups) {
      for (const choice of group.choices) {
        choice.count.textContent = `(${numbers().format(choice.found.filter(fits(group)).length)})`;
      }
    }
    const all = [...hits.keys()];
    return {
      found: all.filter((at) => hits[at] === active.length),
      without: active.map((group) => ({ group, count: all.filter(fits(group)).length })),
    };
  };

  const show = (name, on) => (part(name).hidden = !on);

  const foundWords = (count) => {
    const plural = new Intl.PluralRules(document.documentElement.lang);
    return status.dataset[count ? plural.select(count) : "zero"].replace("{n}", numbers().format(count));
  };

  const button = (text, press, cross) => {
    const made = make("button", "", "ok-button ok-button--quiet ok-found__remove");
    made.type = "button";
    made.append(...[text].flat());
    if (cross) made.classList.add("ok-found__remove--cross");
    made.addEventListener("click", press);
    const item = make("li", "");
    item.append(made);
    return item;
  };

  // After a button that takes itself away the reader goes on with the next one, or with the list.
  const takeAway = (checks, position) => {
    for (const check of checks) check.checked = false;
    change().then(() => {
      const left = part("chosen").querySelectorAll("button");
      (left[Math.min(position, left.length - 1)] ?? part("list")).focus();
    });
  };

  const showChosen = () => {
    const { remove, clear } = part("chosen").dataset;
    const chosen = groups.flatMap(chosenOf);
    const buttons = chosen.map(({ check, name }, position) =>
      button([make("span", `${remove} `, "ok-visually-hidden"), name],
        () => takeAway([check], position), true));
    if (chosen.length) {
      buttons.push(button(clear, () => takeAway(chosen.map(({ check }) => check), 0)));
    }
    part("chosen").replaceChildren(...buttons);
  };

  const showLoosening = (without) => {
    const useful = without.filter(({ count }) => count);
    part("loosen").replaceChildren(...useful.map(({ group, count }) =>
      button(`${group.name} (${numbers().format(count)})`,
        () => takeAway(chosenOf(group).map(({ check }) => check), 0))));
  };

  // Draws what is chosen. A later call makes an earlier one that still waits for its files stop.
  const draw = async () => {
    const mine = ++turn;
    const any = groups.some((group) => chosenOf(group).length);
    if (!any && !index) return;
    try {
      const read = index ?? (await readIndex());
      if (mine !== turn) return;
      index = read;
      const { found, without } = find();
      showChosen();
      showLoosening(without);
      let shown = 0;
      const rows = async () => {
        const made = await Promise.all(found.slice(shown, shown + rowsAtOnce).map(rowAt));
        if (mine !== turn) return [];
        shown += made.length;
        list.append(...made);
        more.hidden = shown >= found.length;
        return made;
      };
      more.onclick = () => rows().then(([first]) => first?.querySelector("a")?.focus());
      const old = [...list.children];
      if (any) await rows();
      if (mine !== turn) return;
      for (const row of old) row.remove();
      status.textContent = any ? foundWords(found.length) : status.dataset.cleared;
      show("none", any && !found.length);
      show("list-rows", found.length);
      show("failed", false);
    } catch {
      if (mine !== turn) return;
      showChosen();
      status.textContent = "";
      more.hidden = true;
      list.replaceChildren();
      show("none", false);
      show("failed", true);
    }
    show("found", any);
    show("everything", !any);
  };

  const change = () => {
    const query = new URLSearchParams(
      groups.flatMap((group) => chosenOf(group).map(({ check }) => [group.slug, check.value]))).toString();
    history.pushState(null, "", location.pathname + (query && `?${query}`));
    return draw();
  };

  const readAddress = () => {
    const query = new URLSearchParams(location.search);
    for (const group of groups) {
      const wanted = query.getAll(group.slug);
      for (const { check } of group.choices) check.checked = wanted.includes(check.value);
      if (chosenOf(group).length) group.box.parentElement.open = true;
    }
    return draw();
  };

  panel.addEventListener("change", change);
  addEventListener("popstate", readAddress);
  readAddress();
})();
