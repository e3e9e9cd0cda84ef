// What stands behind the # is never sent to the server. Kept on the form and the links, it leads back to the very task
// that somebody asked for.
const form = document.querySelector('form');
form.action = form.action + window.location.hash;
for (const link of document.querySelectorAll('a.button')) {
  link.href = link.href + window.location.hash;
}
