// The page of a case: the time in which an approval can be taken back, counted down. Without it the page says until when.
(() => {
  const clocks = [...document.querySelectorAll('[data-until]')];
  if (clocks.length === 0) return;
  // Counted from the server's time as the page was made, so that a wrong clock in the browser shows no wrong time.
  const began = performance.now();
  const ends = clocks.map((clock) => Number(clock.dataset.left) * 1000);

  function tick() {
    const passed = performance.now() - began;
    let running = false;
    for (const [index, clock] of clocks.entries()) {
      const left = Math.max(0, Math.ceil((ends[index] - passed) / 1000));
      clock.textContent = `${left} s`;
      running ||= left > 0;
    }
    if (!running) return location.reload();
    setTimeout(tick, 1000);
  }
  tick();
})();
