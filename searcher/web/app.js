// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the page quicker where there is JavaScript: suggestions while typing, filters without loading the whole page
// anew, copying a citation. Everything works without it; every state is a URL.
'use strict';
document.documentElement.classList.add('js');

document.addEventListener('DOMContentLoaded', () => {
  const status = document.getElementById('status');
  const say = (words) => { if (status) status.textContent = words; };
  const showButtons = (root) => {
    if (navigator.clipboard) root.querySelectorAll('button.copy').forEach((button) => { button.hidden = false; });
  };
  showButtons(document);

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button.copy');
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy + ' ' + addressOf(button));
      say(status.dataset.copied);
      const words = button.textContent;
      button.textContent = status.dataset.copied;
      setTimeout(() => { button.textContent = words; }, 2500);
    } catch {
      say(status.dataset.copyFailed);
    }
  });
  function addressOf(button) {
    const hit = button.closest('.hit');
    return hit ? hit.querySelector('h3 a').href : location.href.split('#')[0];
  }

  const form = document.getElementById('search');
  if (!form) return;
  const found = document.getElementById('found');
  const box = document.getElementById('q');

  // The address of what the form asks, without its empty boxes.
  function address() {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim() !== '') asked.append(name, value.trim());
    const text = asked.toString();
    return form.getAttribute('action') + (text ? '?' + text : '');
  }

  let running = null, shown = location.pathname + location.search;
  // Puts the results of another address in place of these. What has the focus, and what is folded open, stays so.
  async function show(url, { push = true, focus = null, toTop = false } = {}) {
    if (running) running.abort();
    const mine = running = new AbortController();
    document.documentElement.classList.add('busy');
    found.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(url, { signal: mine.signal, headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('found');
      if (!fresh) { location.assign(url); return; }
      const open = [...found.querySelectorAll('details[open]')].map((one) => one.id || one.className);
      fresh.querySelectorAll('details').forEach((one) => { if (open.includes(one.id || one.className)) one.open = true; });
      found.replaceChildren(...fresh.childNodes);
      const hidden = (root) => [...root.querySelectorAll('#search > input[type=hidden]')];
      hidden(document).forEach((one) => one.remove());
      form.append(...hidden(page));
      if (!page.querySelector('.examples')) document.querySelectorAll('.examples').forEach((one) => one.remove());
      if (document.activeElement !== box || !push) box.value = page.getElementById('q').value;
      document.title = page.title;
      page.querySelectorAll('.languages a').forEach((one, i) => {
        document.querySelectorAll('.languages a')[i].href = one.getAttribute('href');
      });
      const feed = document.querySelector('link[rel=alternate]'), other = page.querySelector('link[rel=alternate]');
      if (feed && other) feed.href = other.getAttribute('href');
      if (push) history.pushState({}, '', url);
      shown = url;
      showButtons(found);
      const again = focus && document.getElementById(focus);
      if (again) {
        const fold = again.closest('details:not([open])');
        if (fold && !fold.classList.contains('wide-open')) fold.open = true;
        again.focus({ preventScroll: true });
      }
      if (toTop) document.getElementById('content').focus(), scrollTo(0, 0);
      const heading = found.querySelector('#count') || found.querySelector('h2');
      say(heading ? heading.textContent : '');
    } catch (error) {
      if (error.name !== 'AbortError') { say(status.dataset.failed); location.assign(url); }
    } finally {
      if (running === mine) {
        running = null;
        document.documentElement.classList.remove('busy');
        found.removeAttribute('aria-busy');
      }
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    close();
    show(address());
  });
  document.addEventListener('change', (event) => {
    if (event.target.form === form && event.target !== box) show(address(), { focus: event.target.id });
  });
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('#found a[href], .examples a[href]');
    if (!link || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || url.pathname !== form.getAttribute('action')) return;
    event.preventDefault();
    if (link.closest('.examples')) box.value = url.searchParams.get('q') || '';
    const chart = link.closest('.charts');
    const place = chart ? [...chart.querySelectorAll('a')].indexOf(link) : -1;
    show(url.pathname + url.search, { toTop: !!link.closest('.pages') }).then(() => {
      if (place >= 0) found.querySelectorAll('.charts a')[place]?.focus({ preventScroll: true });
      else if (!link.isConnected && document.activeElement === document.body) document.getElementById('content').focus({ preventScroll: true });
    });
  });
  addEventListener('popstate', () => {
    const url = location.pathname + location.search;
    if (url !== shown) show(url, { push: false });  // else it was a link within the page, as the one past the header
  });

  // Suggestions: a combobox with a list, as the ARIA Authoring Practices describe it.
  const list = document.getElementById('suggestions');
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-expanded', 'false');
  let at = -1, wait = 0, asking = null;

  function close() {
    clearTimeout(wait);
    if (asking) asking.abort();
    list.hidden = true;
    at = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }
  function choose(to) {
    const all = list.children;
    if (at >= 0) all[at].setAttribute('aria-selected', 'false');
    at = (to + all.length) % all.length;
    all[at].setAttribute('aria-selected', 'true');
    all[at].scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', all[at].id);
  }
  function take(item) {
    close();
    box.value = item.dataset.query;
    show(address());
  }
  async function suggest() {
    const text = box.value.trim();
    if (text.length < 2) { close(); return; }
    if (asking) asking.abort();
    const mine = asking = new AbortController();
    try {
      const language = document.documentElement.lang;
      const answer = await fetch(form.dataset.suggest + '?' + new URLSearchParams({ q: text, lang: language }), { signal: mine.signal });
      if (!answer.ok) { close(); return; }
      const { suggestions = [] } = await answer.json();
      if (document.activeElement !== box) return;
      list.replaceChildren(...suggestions.slice(0, 8).map((one, i) => {
        const item = document.createElement('li');
        item.id = 'suggestion-' + i;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.textContent = one.text;
        item.dataset.query = one.query;
        const count = document.createElement('small');
        count.textContent = one.count;
        item.append(count);
        return item;
      }));
      at = -1;
      box.removeAttribute('aria-activedescendant');
      list.hidden = suggestions.length === 0;
      box.setAttribute('aria-expanded', String(suggestions.length > 0));
      if (suggestions.length) say(status.dataset.suggestions.replace('{1}', list.children.length));
    } catch (error) {
      if (error.name !== 'AbortError') close();
    }
  }
  box.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(suggest, 120);
  });
  box.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') { event.preventDefault(); choose(at + 1); }
    else if (event.key === 'ArrowUp') { event.preventDefault(); choose(at < 0 ? list.children.length - 1 : at - 1); }
    else if (event.key === 'Escape') { event.preventDefault(); close(); }
    else if (event.key === 'Enter' && at >= 0) { event.preventDefault(); take(list.children[at]); }
  });
  box.addEventListener('blur', () => setTimeout(close, 150));
  list.addEventListener('mousedown', (event) => {
    const item = event.target.closest('li');
    if (item) { event.preventDefault(); take(item); }
  });
});
