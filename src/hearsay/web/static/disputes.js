// Disputes: how many independent origins stand behind each number is asked for when its
// dispute comes into view.
for (const form of document.querySelectorAll("form[data-plain]")) {
  form.addEventListener("submit", () => {
    for (const one of form.querySelectorAll("input, select")) if (!one.value) one.disabled = true; // the address stays short
  });
}

async function count(dispute) {
  let found;
  try {
    const response = await fetch(`/disputes/${dispute.dataset.dispute}/origins?policy=${dispute.dataset.policy}`, { credentials: "same-origin" });
    if (!response.ok) return; // the links still lead there
    found = new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    return;
  }
  const spread = found.querySelector("[data-spread]");
  if (spread) dispute.querySelector("[data-spread]").replaceWith(document.adoptNode(spread));
  const told = new Map([...found.querySelectorAll("[data-of]")].map((one) => [one.dataset.of, one.textContent]));
  for (const link of dispute.querySelectorAll("[data-origins]")) {
    if (told.has(link.dataset.origins)) link.textContent = told.get(link.dataset.origins);
  }
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((one) => one.isIntersecting)) {
    seen.unobserve(entry.target);
    count(entry.target);
  }
});
for (const dispute of document.querySelectorAll("[data-dispute]")) seen.observe(dispute);
