// The engine's web applications show a login form of their own at #/login, when somebody logged out and when a session
// ended. Asking for the page again leads to our login page instead, and back here afterwards.
const leaveForOurLogin = () => {
  if (/^#\/login\b/.test(window.location.hash)) {
    window.location.replace(window.location.pathname);
  }
};

for (const name of ['pushState', 'replaceState']) {
  const original = window.history[name];
  window.history[name] = function (...change) {
    original.apply(this, change);
    leaveForOurLogin();
  };
}
window.addEventListener('hashchange', leaveForOurLogin);
leaveForOurLogin();
