/** Elements directly inside this one. */
export function kinderen(ouder: Element): readonly Element[] {
  return Array.from(ouder.childNodes).filter((node): node is Element => node.nodeType === 1);
}

/** Text inside an element. */
export function tekstVan(element: Element): string {
  return element.textContent;
}

/** Whether this is that element of that namespace. */
export function isElement(element: Element | undefined, namespace: string, naam: string): element is Element {
  return element?.namespaceURI === namespace && element.localName === naam;
}
