// The page of a case: the time in which an approval can be taken back, counted down. Without it the page says until when.
(() => {
  const clock = document.querySelector('[data-left]');
  if (clock === null) return;
  // Counted from the server's time as the page was made, so that a wrong clock in the browser shows no wrong time.
  const began = performance.now();
  const seconds = Number(clock.dataset.left);
  clock.previousSibling.textContent = '';

  function tick() {
    const left = Math.max(0, Math.ceil(seconds - (performance.now() - began) / 1000));
    clock.textContent = clock.dataset.words.replace('#', String(left));
    if (left === 0) return setTimeout(() => location.reload(), 1500);
    setTimeout(tick, 250);
  }
  tick();
})();
