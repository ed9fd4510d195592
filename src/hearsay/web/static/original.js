// The captured page in its frame: made when it is first asked for, and scrolled to what is looked at.
export function pane(text, box, tabs) {
  let frame = null;
  let place = "";

  const open = () => !box.hidden;

  function load() {
    const address = text.dataset.original + place;
    if (frame && frame.dataset.shown === address) return;
    const fresh = document.createElement("iframe");
    fresh.title = "The captured page";
    fresh.setAttribute("sandbox", "");
    fresh.referrerPolicy = "no-referrer";
    fresh.dataset.shown = address;
    fresh.src = address;
    if (frame) frame.replaceWith(fresh);
    else box.append(fresh);
    frame = fresh;
  }

  function show(original) {
    box.hidden = !original;
    text.hidden = original;
    for (const tab of tabs) tab.setAttribute("aria-pressed", String((tab.dataset.show === "original") === original));
    if (original) load();
  }

  for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.show === "original"));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-original]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    place = `?char=${link.dataset.original}#passage`;
    show(true);
  });

  return {
    toggle: () => show(!open()),
    follow(start, end) {
      place = `?char=${start},${end}#passage`;
      if (open()) load();
    },
  };
}
