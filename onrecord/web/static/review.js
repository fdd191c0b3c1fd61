// Comfort of the form about one entry: naming a source chooses "Wrong source", and a reason is only
// asked for where one is needed.
const form = document.querySelector(".saying-so");

if (form) {
  const wrongSource = form.querySelector('input[value="source"]');
  const why = form.elements.why;
  const ask = () => {
    const kind = form.elements.kind.value;
    why.required = kind === "reject" || kind === "source";
  };
  form.querySelectorAll(".sources select, .sources input").forEach((field) =>
    field.addEventListener("input", () => {
      if (wrongSource && field.value) wrongSource.checked = true;
      ask();
    }),
  );
  form.addEventListener("change", ask);
  ask();
}
