// A change, sent as a form is; answers with JSON, or throws an Error whose message is the reason in words.
export async function post(path, fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) for (const one of value) body.append(name, one);
    else if (value !== undefined && value !== null) body.append(name, value);
  }
  const response = await fetch(path, { method: "POST", body, headers: { accept: "application/json" }, credentials: "same-origin" });
  return answer(response);
}

export async function get(path) {
  return answer(await fetch(path, { headers: { accept: "application/json" }, credentials: "same-origin" }));
}

async function answer(response) {
  let found = null;
  try {
    found = await response.json();
  } catch {
    throw new Error(`The room did not answer as expected (${response.status}).`);
  }
  if (found && found.code === "no-name") {
    location.assign(`/who?back=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
  }
  if (!response.ok) throw new Error(found.error ?? `Refused (${response.status}).`);
  return found;
}
