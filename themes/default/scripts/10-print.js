// Shows the print buttons, which without a script would do nothing. A button with an address in
// data-print goes there first: on a page of several sheets the one in the address is printed.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    if (button.dataset.print) location.hash = button.dataset.print;
    window.print();
  });
}

// The day of printing: a page on a wall must say how old it is.
addEventListener("beforeprint", () => {
  const today = new Date();
  for (const place of document.querySelectorAll("[data-printed-on]")) {
    const day = place.querySelector("span");
    day.textContent = today.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    place.hidden = false;
  }
});
