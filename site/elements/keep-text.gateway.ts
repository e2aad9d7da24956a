/** Hands a text to the browser to keep as a file. */
export function keepText(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has its own hold on it once the click is through.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
