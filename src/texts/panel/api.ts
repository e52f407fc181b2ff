export const apiWords = {
  title: 'Для программ (API)',
  hint: 'Всё, что умеет панель, доступно и другим программам по токену. Полное описание: /api/openapi.json.',
  anyone: 'без входа',
} as const;
