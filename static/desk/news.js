/* A page says that something has come or changed: politely, once, and only while it is looked at; it asks every so many seconds. */
const news = document.querySelector("[data-news]");
const wait = () => setTimeout(look, (news.dataset.every ?? 60) * 1000);
async function look() {
  if (document.hidden) return wait();
  const answer = await fetch(news.dataset.news, { redirect: "error" }).catch(() => null);
  if (!answer?.ok) return;
  if (await answer.text() === news.dataset.newest) return wait();
  news.firstElementChild.hidden = false;
}
if (news) wait();
