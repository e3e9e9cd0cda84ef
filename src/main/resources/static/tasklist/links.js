// A link in a form leads out of Tasklist: it opens in a tab of its own, so that nothing that was typed is lost.
document.addEventListener(
  'click',
  (event) => {
    const link = event.target.closest('.fjs-container a[href]');
    if (link) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  },
  true,
);
