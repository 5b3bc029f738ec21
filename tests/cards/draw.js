// Draws one card into the page and answers what the renderer found wrong with it and what does not fit its width.
// Elements that Teams knows and this renderer does not (badges, progress bars, charts) are drawn by their fallback.

const widths = ['veryNarrow', 'narrow', 'standard', 'wide'];
const bucket = (width) => widths[width <= 165 ? 0 : width <= 350 ? 1 : width <= 768 ? 2 : 3];

// The renderer does not know targetWidth; Teams leaves such elements out by the width of the card.
function isFor(target, width) {
  const [, bound, name] = /^(?:(atLeast|atMost):)?(\w+)$/.exec(target) ?? [];
  const here = widths.indexOf(bucket(width));
  const there = widths.findIndex((w) => w.toLowerCase() === name?.toLowerCase());
  return there < 0 || (bound === 'atLeast' ? here >= there : bound === 'atMost' ? here <= there : here === there);
}

function fitted(node, width) {
  if (Array.isArray(node)) return node.filter((n) => !n?.targetWidth || isFor(n.targetWidth, width)).map((n) => fitted(n, width));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fitted(value, width)]));
}

function drawCard(json, theme, width) {
  const markdown = markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text).replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, '<span class="mention">$1</span>');
    result.didProcess = true;
  };
  document.body.className = `${theme} ${width <= 400 ? 'phone' : 'desktop'}`;
  document.getElementById('card').style.width = `${width}px`;

  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig(theme, width));
  const context = new AdaptiveCards.SerializationContext();
  card.parse(fitted(JSON.parse(json), width), context);
  const found = [];
  for (let i = 0; i < context.eventCount; i++) found.push(context.getEventAt(i).message);
  card.validateProperties().validationEvents?.forEach((event) => found.push(event.message));
  document.getElementById('card').replaceChildren(card.render());
  return [...new Set(found.filter((f) => !isKnownToTeams(f, json))), ...tooWide()];
}

// That this renderer lacks an element of Teams is no fault of a card that brings a fallback for it.
function isKnownToTeams(finding, json) {
  const type = /^Unknown element type "((?:Chart\.)?\w+)"/.exec(finding)?.[1];
  const without = (node) => node !== null && typeof node === 'object' &&
    ((node.type === type && node.fallback === undefined) || Object.values(node).some(without));
  return type !== undefined && !without(JSON.parse(json));
}

function tooWide() {
  const edge = document.getElementById('card').getBoundingClientRect().right + 1;
  return [...document.querySelectorAll('#card *')]
    .filter((e) => e.childElementCount === 0 && e.getBoundingClientRect().right > edge)
    .map((e) => `Does not fit: ${(e.innerText || e.tagName).trim().slice(0, 60)}`);
}
