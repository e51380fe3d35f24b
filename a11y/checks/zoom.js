() => {
  const found = [];
  for (const meta of document.querySelectorAll("meta[name=viewport]")) {
    const wishes = Object.fromEntries(meta.content.split(/[,;]/).map((each) => each.trim().toLowerCase().split(/\s*=\s*/)));
    if (/^(no|0|fixed)$/.test(wishes["user-scalable"])) found.push("the page forbids zooming");
    if ("maximum-scale" in wishes) found.push(`the page zooms to ${wishes["maximum-scale"]} only`);
    if (parseFloat(wishes["minimum-scale"]) > 1) found.push("the page cannot be made smaller again");
    if (wishes.width !== "device-width") found.push("the page is not as wide as the screen");
  }
  if (document.querySelectorAll("meta[name=viewport]").length !== 1) found.push("the page says nothing, or twice, how wide it is");
  for (const it of document.querySelectorAll("body, body *")) {
    const touch = getComputedStyle(it).touchAction;
    if (!/auto|manipulation|pinch-zoom/.test(touch)) found.push(`${named(it)} takes two fingers for itself (${touch})`);
  }
  for (const it of document.querySelectorAll(FIELDS))
    if (parseFloat(getComputedStyle(it).fontSize) < 16) found.push(`${named(it)} makes a phone zoom: its letters are under 16 px`);
  return found;
}
