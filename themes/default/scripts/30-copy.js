// Shows the buttons that copy the text of their section, and says when it is done.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const section = button.closest("section");
    await navigator.clipboard.writeText(section.querySelector("[data-text]").innerText.trim());
    const status = section.querySelector("[data-copied]");
    status.textContent = status.dataset.copied;
  });
}
