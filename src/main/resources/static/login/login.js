// What stands behind the # is never sent to the server. Kept on the form, it leads back to the very task of a link.
const form = document.querySelector('form');
form.action = form.action + window.location.hash;
