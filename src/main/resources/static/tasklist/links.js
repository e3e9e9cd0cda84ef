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

// Tasklist takes every field of a list's rows for a mistake once one of them was touched, though the form has none, and
// then offers no "Complete". The form itself is asked when it is pressed, and the server checks everything.
new MutationObserver(() => {
  const rows = document.querySelector('.fjs-container .fjs-form-field-dynamiclist');
  const mistake = document.querySelector('.fjs-container .fjs-has-errors');
  const button = [...document.querySelectorAll('button[disabled]')].find((one) => one.textContent.trim() === 'Complete');
  if (rows && button && !mistake) {
    button.disabled = false;
  }
}).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ['disabled'] });

// What Tasklist said of an earlier press stays over its header until somebody closes it, though the next press went well.
// Each press of a button that acts closes it, before that press is answered.
document.addEventListener(
  'click',
  (event) => {
    const acts = ['complete()', 'claim()', 'unclaim()', 'startProcessInstance()'];
    const button = event.target.closest('button[ng-click]');
    if (button && acts.includes(button.getAttribute('ng-click'))) {
      document
        .querySelectorAll('[notifications-panel] .alert button[ng-click^="removeNotification"]')
        .forEach((close) => close.click());
    }
  },
  true,
);
