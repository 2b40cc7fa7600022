// Suggestions below the search field: a combobox with a list (WAI-ARIA Authoring Practices 1.2). The
// first option searches for what is typed, the others lead to a page. Where no server answers, the
// field stays as it is.
(() => {
  const form = document.querySelector("form[data-search]");
  if (!form) return;
  const input = form.querySelector("input");
  let list;
  let status;
  let timer;
  let turn = 0;
  let selected = -1;

  const make = (tag, className, text = "") => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const close = () => {
    turn++;
    clearTimeout(timer);
    selected = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    list.hidden = true;
    status.textContent = "";
  };

  const select = (index) => {
    const options = [...list.children];
    selected = (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === selected)));
    input.setAttribute("aria-activedescendant", options[selected].id);
  };

  const option = (id, name, kind, choose) => {
    const made = make("li", "ok-search__option", name);
    made.id = `podpowiedz-${id}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    if (kind) made.append(" ", make("span", "ok-search__kind", kind));
    // Before the field loses the focus and the list closes.
    made.addEventListener("pointerdown", (event) => event.preventDefault());
    made.addEventListener("click", choose);
    return made;
  };

  const show = (query, results) => {
    if (!results.length) return close();
    list.replaceChildren(
      option(0, `${form.dataset.all} ${query}`, "", () => form.submit()),
      ...results.map(({ name, url }, at) => option(at + 1, name, "", () => location.assign(url))));
    selected = -1;
    input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-expanded", "true");
    list.hidden = false;
    status.textContent = results.length === 1
      ? form.dataset.one : form.dataset.many.replace("{n}", results.length);
  };

  const ask = async () => {
    const query = input.value.trim();
    if (query.length < 2) return close();
    const mine = ++turn;
    try {
      const answer = await fetch(form.dataset.search + encodeURIComponent(query));
      if (!answer.ok) throw new Error(answer.status);
      const { results } = await answer.json();
      if (mine === turn) show(query, results);
    } catch {
      if (mine === turn) close();
    }
  };

  const begin = () => {
    list = make("ul", "ok-search__options");
    list.id = "podpowiedzi";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.querySelector("label").textContent);
    status = make("p", "ok-visually-hidden");
    status.setAttribute("role", "status");
    form.append(list, status);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    close();
  };

  input.addEventListener("input", () => {
    if (!list) begin();
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("blur", () => list && close());
  input.addEventListener("keydown", (event) => {
    if (!list || list.hidden) return;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected < 0 ? -1 : selected - 1);
    else if (event.key === "Enter" && selected >= 0) list.children[selected].click();
    else return;
    event.preventDefault();
  });
})();
