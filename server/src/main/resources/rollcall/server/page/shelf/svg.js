const NAMESPACE = "http://www.w3.org/2000/svg";

/** An element of a drawing, with these attributes. */
export function svg(name, attributes = {}) {
  const element = document.createElementNS(NAMESPACE, name);
  Object.entries(attributes).forEach(([attribute, value]) => element.setAttribute(attribute, value));
  return element;
}
