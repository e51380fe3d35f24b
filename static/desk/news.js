/* A list of cases says that another one has come: politely, once, and only while it is looked at. */
const MINUTE = 60_000, news = document.querySelector("[data-news]");
const wait = () => setTimeout(look, MINUTE);
async function look() {
  if (document.hidden) return wait();
  const answer = await fetch(news.dataset.news, { redirect: "error" }).catch(() => null);
  if (!answer?.ok) return;
  if (await answer.text() === news.dataset.newest) return wait();
  news.firstElementChild.hidden = false;
}
if (news) wait();
