const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** VK gives texts with these four entities and `<br>`, as its own pages need them. */
export function unescaped(text: string): string {
  return text.replace(/<br>|&(lt|gt|amp|quot);/g, (_, name: string | undefined) =>
    name === undefined ? '\n' : (entities[name] ?? ''),
  );
}
