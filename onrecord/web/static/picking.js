// Picking an entry into the dossier at hand without leaving the page.
const form = document.getElementById("pick");
const said = document.getElementById("pick-said");

const lead = (button, { dossier, address }) => {
  const link = document.createElement("a");
  link.className = "picked";
  link.id = button.id;
  link.href = address;
  link.textContent = `In “${dossier}”`;
  button.replaceWith(link);
  link.focus();
  said.textContent = `Added to “${dossier}”.`;
};

const pick = async (button) => {
  const data = new URLSearchParams(new FormData(form));
  data.set(button.name, button.value);
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: data,
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const told = await answer.json();
  if (told.choose) location.assign(told.choose); // no dossier is at hand
  else lead(button, told);
};

form?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.value) return;
  event.preventDefault();
  button.disabled = true;
  pick(button).catch(() => {
    button.disabled = false;
    button.textContent = "Not added; try again";
  });
});
