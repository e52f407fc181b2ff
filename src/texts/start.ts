/** What the program prints on start. The last line is for programs that wait for it. */
export function readyText(of: { admin: string; sandbox: string | null; rooms: readonly string[] }): string {
  const lines: string[] = [];
  if (of.sandbox !== null) {
    lines.push(
      'Токенов нет: работает песочница — Telegram и ВКонтакте на этом компьютере, выдуманные люди, 18 марта 2022 года.',
      '',
      `  Чаты и машина времени   ${of.sandbox}`,
    );
  }
  lines.push(
    `  Состояние программы     ${of.admin}/health`,
    '',
    `Работают: ${of.rooms.join(', ')}. Остановить: Ctrl+C.`,
    'ready',
  );
  return lines.join('\n');
}

export const stoppedText = 'Остановлено, всё сохранено.';
