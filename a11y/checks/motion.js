(given) => {
  const found = document.getAnimations().filter((it) => it.effect.getComputedTiming().activeDuration > given)
    .map((it) => `${named(it.effect.target)} moves`);
  const slow = (times) => times.split(",").some((each) => parseFloat(each) * (each.trim().endsWith("ms") ? 1 : 1000) > given);
  for (const it of [document.documentElement, ...document.querySelectorAll("body, body *")]) for (const part of ["", "::before", "::after"]) {
    const style = getComputedStyle(it, part);
    if (slow(style.transitionDuration)) found.push(`${named(it)} glides for ${style.transitionDuration}`);
    if (style.animationName !== "none" && slow(style.animationDuration)) found.push(`${named(it)} is animated for ${style.animationDuration}`);
    if (!part && style.scrollBehavior === "smooth") found.push(`${named(it)} scrolls by gliding`);
  }
  for (const it of document.querySelectorAll("marquee, blink, video[autoplay], img[src$='.gif']")) found.push(`${named(it)} moves by itself`);
  return found;
}
