// Keeps an open page in step with what an editor writes. Only the preview (okienko serve --watch)
// adds it to pages, with the id of the release that the page comes from.
{
  const shown = document.currentScript.dataset.release;
  let stream = null;
  let events = 0;
  let panel = null;
  let closedReport = '';

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // What the terminal prints: a message wraps; the line of the file that it is about, and the caret
  // below, keep their columns.
  const drawn = (report) => {
    const parts = [];
    for (const line of report.split('\n').filter(Boolean)) {
      if (!line.startsWith('    ')) {
        parts.push(element('p', { textContent: line }));
      } else if (parts.at(-1)?.localName === 'pre') {
        parts.at(-1).append('\n' + line.slice(4));
      } else {
        parts.push(element('pre', { tabIndex: 0 }, line.slice(4)));
      }
    }
    return parts;
  };

  const scrollToCaret = (pre) => {
    const lines = pre.textContent.split('\n');
    const columns = Math.max(...lines.map((line) => line.length));
    pre.scrollLeft = (pre.scrollWidth * lines.at(-1).length) / columns - pre.clientWidth / 2;
  };

  const hide = () => {
    panel?.remove();
    panel = null;
  };

  const show = (report) => {
    if (report === closedReport || report === panel?.dataset.report) return;
    hide();
    const close = element('button', { type: 'button', textContent: 'Zamknij' });
    close.addEventListener('click', () => {
      closedReport = report;
      hide();
    });
    panel = element('div', { className: 'okienko-panel', role: 'alert', lang: 'pl' });
    panel.dataset.report = report;
    // First the empty region, then what it says: so that screen readers read it out.
    document.body.prepend(panel);
    panel.append(
      element('p', {
        className: 'okienko-panel__title',
        textContent: 'W ostatniej zmianie jest błąd, więc jej tu nie widać. Popraw go i zapisz plik.',
      }),
      close,
      element('div', { className: 'okienko-panel__report' }, ...drawn(report)),
    );
    panel.querySelectorAll('pre').forEach(scrollToCaret);
  };

  const follow = async ({ release, failed }) => {
    const event = ++events;
    if (release !== shown) {
      location.reload();
      return;
    }
    if (!failed) {
      closedReport = '';
      hide();
      return;
    }
    const answer = await fetch('/.okienko/report');
    const report = await answer.text();
    if (event === events && answer.ok) show(report);
  };

  const connect = () => {
    if (stream) return;
    stream = new EventSource('/.okienko/events');
    stream.addEventListener('message', ({ data }) => follow(JSON.parse(data)));
    stream.addEventListener('error', () => {
      // Most browsers come back by themselves; some give up when nobody listens at the port.
      if (stream?.readyState !== EventSource.CLOSED) return;
      stream = null;
      setTimeout(connect, 1000);
    });
  };

  const disconnect = () => {
    stream?.close();
    stream = null;
  };

  // A browser keeps few connections to one host: pages that nobody looks at do not hold one.
  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', connect);
  if (!document.hidden) connect();
}
