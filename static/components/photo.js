/* Makes a chosen picture small enough for a weak network, and shows it. What the browser cannot read goes as it is. */
const LONGEST = 2000;

async function small(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return { canvas, blob };
}

function put(input, file, blob) {
  if (!blob || blob.size >= file.size) return;
  const files = new DataTransfer();
  files.items.add(new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }));
  input.files = files.files;
}

addEventListener("change", async (event) => {
  const input = event.target, file = input.files?.[0];
  if (!file || !input.matches("[data-shrink]")) return;
  const note = input.parentElement.querySelector("[data-ready]");
  input.parentElement.querySelector("canvas")?.remove();
  note.textContent = "";
  const wait = setTimeout(() => { note.textContent = note.dataset.working; }, 1000);
  try {
    const { canvas, blob } = await small(file);
    if (input.files[0] !== file) return;
    put(input, file, blob);
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", note.dataset.picture);
    canvas.style.maxWidth = "100%"; // also where the styles never came
    note.after(canvas);
  } catch { /* not a picture this browser can read: the server will */ } finally {
    clearTimeout(wait);
  }
  note.textContent = note.dataset.ready;
});
