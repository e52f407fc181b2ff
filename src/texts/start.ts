export type Addresses = {
  admin: string;
  sandbox: string | null;
  /** `null` where this process shows no panel. */
  panel: string | null;
  /** `null` where there is an administrator. */
  firstAdministrator: string | null;
};

/** What the program prints on start. The last line is for programs that wait for it. */
export function readyText(of: Addresses & { rooms: readonly string[] }): string {
  const lines: string[] = [];
  if (of.sandbox !== null) {
    lines.push(
      'Токенов нет: работает песочница — Telegram и ВКонтакте на этом компьютере, выдуманные люди, 18 марта 2022 года.',
      '',
      `  Чаты и машина времени   ${of.sandbox}`,
    );
  }
  if (of.panel !== null) lines.push(`  Панель                  ${of.panel}`);
  lines.push(
    `  Состояние программы     ${of.admin}/health`,
    ...firstLines(of),
    '',
    `Работают: ${of.rooms.join(', ')}. Остановить: Ctrl+C.`,
    'ready',
  );
  return lines.join('\n');
}

function firstLines({ firstAdministrator, sandbox }: Addresses): string[] {
  if (firstAdministrator === null) return [];
  const factor =
    sandbox === null
      ? 'Понадобится телефон с приложением для кодов (TOTP).'
      : 'В песочнице код из приложения не спросят.';
  return [
    '',
    'Администратора ещё нет. Станьте им по ссылке — она на один раз и действует сутки:',
    `  ${firstAdministrator}`,
    `${factor} Новый запуск напечатает новую ссылку, эта перестанет действовать.`,
  ];
}

export function administratorLink(url: string, secret: string): string {
  return `${url}/panel/first/${secret}`;
}

export const stoppedText = 'Остановлено, всё сохранено.';
