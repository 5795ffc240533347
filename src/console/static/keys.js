// The keys of the console, and its word when the server is away. Nothing happens while somebody types, or holds a modifier.
(() => {
  const typing = (target) => target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
  const rows = () => [...document.querySelectorAll('[data-row]')];
  let pending = '';

  function move(step) {
    const all = rows();
    if (all.length === 0) return;
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[at === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)];
    next.querySelector('a, button, input')?.focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  function openHelp() {
    const dialog = document.getElementById('keys');
    if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  }

  // A button of this page that says which key presses it; or, where it acts, the one that the key only brings the focus to.
  function press(key) {
    const seen = (name) =>
      [...document.querySelectorAll(`[data-${name}]`)].find((one) => one.getAttribute(`data-${name}`) === key && one.checkVisibility());
    const focused = seen('focus-key');
    const button = focused ?? seen('key');
    if (button === undefined) return false;
    if (focused !== undefined || button.matches('input, textarea, select')) button.focus();
    else button.click();
    button.scrollIntoView({ block: 'nearest' });
    return true;
  }

  const afterG = { q: '/', m: '/manager', s: '/search' };
  const plain = {
    '/': () => document.querySelector('[data-key-search]')?.focus(),
    j: () => move(1),
    k: () => move(-1),
    '?': openHelp,
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && typing(event.target)) return event.target.blur();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const chord = pending === 'g' ? afterG[event.key] : undefined;
    pending = event.key === 'g' ? 'g' : '';
    if (chord !== undefined) {
      event.preventDefault();
      location.assign(chord);
      return;
    }
    if (plain[event.key] !== undefined) {
      event.preventDefault();
      plain[event.key]();
    } else if (press(event.key)) event.preventDefault();
  });

  // A page that keeps itself up to date says so when it cannot.
  const tell = (offline) => {
    for (const notice of document.querySelectorAll('.offline')) notice.hidden = !offline;
  };
  document.addEventListener('htmx:error', () => tell(true));
  document.addEventListener('htmx:after:request', (event) => tell(event.detail.ctx.response.status >= 500));

  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-keys-open]') !== null) openHelp();
  });
})();
